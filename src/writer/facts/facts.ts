import type { Price } from '../../shop/values/money.ts';
import type { Measure } from '../../shop/values/quantity.ts';

/** All that is known of a product. A draft may say nothing else. */
export interface Facts {
  readonly title: string;
  readonly titleEn?: string | null | undefined;
  /** `fruit`, `grain` …: what the shop puts it under. */
  readonly category: string;
  readonly measure: Measure;
  readonly price: Price;
  /** In base units. */
  readonly packs: readonly number[];
  /** `2026-09-20`. */
  readonly harvestedOn: string | undefined;
  readonly seller: string;
  readonly sellerEn?: string | null | undefined;
  readonly village: Place;
  /** What the seller's household tells about itself. */
  readonly story?: string | undefined;
  /** What the seller said of this product, as it was said. */
  readonly words?: string | undefined;
  /** It is now: a harvest of this year may be called so. */
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

/** Matter of fact, as a neighbour tells it, or a few words for an overlay. */
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

/** Why it was not the model: there is none, it failed, it wrote what may not be said, or it would not write. */
export type WhyTemplate = 'off' | 'failed' | 'unlawful' | 'refused';

/** Drafts, at least one, and honestly who wrote them. */
export type Drafted =
  | { readonly drafts: readonly [Draft, ...Draft[]]; readonly by: 'model'; readonly why?: undefined }
  | { readonly drafts: readonly [Draft, ...Draft[]]; readonly by: 'template'; readonly why: WhyTemplate };
