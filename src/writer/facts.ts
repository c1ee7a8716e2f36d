import type { Price } from '../shop/values/money.ts';
import type { Measure } from '../shop/values/quantity.ts';

/** All that is known of a product. A draft may say nothing else. */
export interface Facts {
  readonly title: string;
  readonly titleEn?: string | null | undefined;
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
}

/** Words for a product in both languages. */
export interface Draft {
  readonly zh: Wording;
  readonly en: Wording;
}

/** In characters; what a model writes beyond them is not used. */
export const TITLE_LENGTH = 40;
export const BLURB_LENGTH = 400;

/** Why it was not the model: there is none, it failed, it wrote what may not be said, or it would not write. */
export type WhyTemplate = 'off' | 'failed' | 'unlawful' | 'refused';

/** A draft, and honestly who wrote it. */
export type Drafted =
  | { readonly draft: Draft; readonly by: 'model'; readonly why?: undefined }
  | { readonly draft: Draft; readonly by: 'template'; readonly why: WhyTemplate };
