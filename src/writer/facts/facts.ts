import type { Price } from '../../shop/values/money.ts';
import type { BaseQuantity, Measure } from '../../shop/values/quantity.ts';

/** All that is known of a product. A draft may say nothing else. */
export interface Facts {
  readonly title: string;
  readonly titleEn?: string | null | undefined;
  /** `fruit`, `grain` …: the shop's category. */
  readonly category: string;
  readonly measure: Measure;
  readonly price: Price;
  readonly packs: readonly BaseQuantity[];
  /** `2026-09-20`. */
  readonly harvestedOn: string | undefined;
  readonly seller: string;
  readonly sellerEn?: string | null | undefined;
  readonly village: Place;
  /** The seller's story. */
  readonly story?: string | undefined;
  /** The seller's own words about this product. */
  readonly words?: string | undefined;
  /** The current year: a harvest of this year may be called so. */
  readonly year: number;
}

/** Where it comes from. */
export interface Place {
  readonly name: string;
  readonly nameEn: string;
  readonly county: string;
  readonly countyEn?: string | undefined;
  readonly province: string;
  readonly provinceEn?: string | undefined;
}

export interface Wording {
  readonly title: string;
  readonly blurb: string;
  /** Up to three, in a few words each. */
  readonly points: readonly string[];
  /** Without the sign. */
  readonly tags: readonly string[];
}

/** `plain`: matter of fact; `warm`: friendly; `short`: a few words for an overlay. */
export const voices = ['plain', 'warm', 'short'] as const;
export type Voice = (typeof voices)[number];

/** Words for a product in both languages. */
export interface Draft {
  readonly voice: Voice;
  readonly zh: Wording;
  readonly en: Wording;
}

/** In characters. */
export const TITLE_LENGTH = 30;
/** In characters of Chinese and in English words; what goes beyond is left out by whole sentences. */
export const BLURB_LENGTH = 120;
export const BLURB_WORDS = 60;

/**
 * Why a template wrote: no model, a fault, only unlawful drafts, a refusal of the model, nothing new, or a spent
 * budget.
 */
export type WhyTemplate = 'off' | 'failed' | 'unlawful' | 'refused' | 'same' | 'budget';

/** What a model used for an answer; the cost in millionths of a yuan. */
export interface ModelUse {
  readonly model: string;
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly costMicros: number;
}

/** At least one draft, who wrote them, and what a model used that was asked. */
export type Drafted = {
  readonly drafts: readonly [Draft, ...Draft[]];
  readonly use?: ModelUse | undefined;
} & (
  | { readonly by: 'model'; readonly why?: undefined }
  | { readonly by: 'template'; readonly why: WhyTemplate }
);
