import type { Price } from '../shop/money.ts';
import type { Measure } from '../shop/quantity.ts';

/** All that is known of a product. A draft may say nothing else. */
export interface Facts {
  readonly title: string;
  readonly measure: Measure;
  readonly price: Price;
  /** In base units. */
  readonly packs: readonly number[];
  /** `2026-09-20`. */
  readonly harvestedOn: string | undefined;
  readonly seller: string;
  readonly village: {
    readonly name: string;
    readonly nameEn: string;
    readonly county: string;
    readonly province: string;
  };
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

/** A draft, and honestly who wrote it; `why` the model did not. */
export type Drafted =
  | { readonly draft: Draft; readonly by: 'model'; readonly why?: undefined }
  | { readonly draft: Draft; readonly by: 'template'; readonly why: 'off' | 'failed' | 'unlawful' };
