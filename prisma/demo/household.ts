import { type Fen, fen, NO_FEN } from '../../src/shop/values/money.ts';
import {
  type BaseQuantity,
  baseQuantity,
  type Measure,
  type SellingUnit,
  timesQuantity,
} from '../../src/shop/values/quantity.ts';

/** How a seller's goods travel. */
interface DemoWay {
  readonly way: 'pickup' | 'courier' | 'express';
  readonly fee: Fen;
  readonly freeFrom: Fen | null;
}

/** Fees in fen; `freeFrom` so much in goods, nothing. */
const paid = (way: DemoWay['way'], fee: number, freeFrom?: number): DemoWay => ({
  way,
  fee: fen(fee),
  freeFrom: freeFrom === undefined ? null : fen(freeFrom),
});
export const express = (fee: number, freeFrom?: number): DemoWay => paid('express', fee, freeFrom);
export const courier = (fee: number): DemoWay => paid('courier', fee);
export const expressFree = express(0);
export const pickup: DemoWay = { way: 'pickup', fee: NO_FEN, freeFrom: null };

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

interface DemoPack {
  readonly quantity: BaseQuantity;
  readonly price: Fen | null;
}

export interface DemoProduct {
  readonly title: string;
  readonly titleEn: string;
  readonly blurb: string;
  readonly blurbEn: string;
  readonly measure: Measure;
  /** What it is counted in, and how many base units one is. */
  readonly unit: SellingUnit | null;
  /** For `per`. */
  readonly price: Fen;
  readonly per: BaseQuantity;
  readonly packs: readonly DemoPack[];
  readonly stock: BaseQuantity;
  readonly harvestedDaysAgo: number | null;
  readonly status: 'on-sale' | 'paused';
  /** A file in `pictures`. */
  readonly picture: string;
}

const JIN = baseQuantity(500);

/** Base units, and the fen for all of them; without, the unit price counts. */
export const pack = (quantity: number, price?: number): DemoPack => ({
  quantity: baseQuantity(quantity),
  price: price === undefined ? null : fen(price),
});

/** A pack by the 斤, 500 grams. */
export const jin = (count: number, price?: number): DemoPack => pack(timesQuantity(JIN, count), price);

interface Terms
  extends Partial<Pick<DemoProduct, 'packs' | 'status' | 'harvestedDaysAgo' | 'measure' | 'unit'>> {
  /** Base units. */
  readonly per?: number;
}

/** Sold by the 斤 in packs of 1, 5 and 10, unless `terms` say otherwise. Price in fen, stock in base units. */
export function product(
  picture: string,
  [title, titleEn]: readonly [string, string],
  [blurb, blurbEn]: readonly [string, string],
  price: number,
  stock: number,
  { per = JIN, ...terms }: Terms = {},
): DemoProduct {
  const usual = {
    measure: 'MASS',
    unit: null,
    packs: [jin(1), jin(5), jin(10)],
    harvestedDaysAgo: null,
    status: 'on-sale',
  } as const;
  const figures = { price: fen(price), per: baseQuantity(per), stock: baseQuantity(stock) };
  return { title, titleEn, blurb, blurbEn, picture, ...figures, ...usual, ...terms };
}

/** What it is counted in, and how many base units one is. */
export const sold = (name: string, size: number) => ({ name, size: baseQuantity(size) });
