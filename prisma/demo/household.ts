import type { Measure } from '../../src/shop/values/quantity.ts';

/** A way in which a seller's goods travel; amounts in fen. */
interface DemoWay {
  readonly way: 'pickup' | 'courier' | 'express';
  readonly fee: number;
  readonly freeFrom: number | null;
}

export const expressFree: DemoWay = { way: 'express', fee: 0, freeFrom: null };
export const pickup: DemoWay = { way: 'pickup', fee: 0, freeFrom: null };

/** A family that sells, and what it sells. */
export interface DemoHousehold {
  readonly name: string;
  readonly nameEn: string;
  readonly story: string;
  readonly storyEn: string;
  readonly pickupPlace: string;
  readonly ways: readonly DemoWay[];
  readonly products: readonly DemoProduct[];
}

export interface DemoProduct {
  readonly title: string;
  readonly titleEn: string;
  readonly blurb: string;
  readonly blurbEn: string;
  readonly measure: Measure;
  /** Fen for `per` base units. */
  readonly price: number;
  readonly per: number;
  readonly packs: readonly { readonly quantity: number; readonly price: number | null }[];
  /** Base units. */
  readonly stock: number;
  readonly harvestedDaysAgo: number | null;
  readonly status: 'on-sale' | 'paused';
  /** A file in `pictures`. */
  readonly picture: string;
}

/** A pack by the 斤, 500 grams. */
export const jin = (count: number, price: number | null = null) => ({ quantity: count * 500, price });

type Terms = Partial<Pick<DemoProduct, 'packs' | 'status' | 'harvestedDaysAgo' | 'measure' | 'per'>>;

/** Sold by the 斤 in packs of 1, 5 and 10, unless it says otherwise. */
export function product(
  picture: string,
  [title, titleEn]: readonly [string, string],
  [blurb, blurbEn]: readonly [string, string],
  price: number,
  stock: number,
  terms: Terms = {},
): DemoProduct {
  const usual = {
    measure: 'MASS',
    per: 500,
    packs: [jin(1), jin(5), jin(10)],
    harvestedDaysAgo: null,
    status: 'on-sale',
  } as const;
  return { title, titleEn, blurb, blurbEn, price, stock, picture, ...usual, ...terms };
}
