import { z } from 'zod';
import type { BaseQuantity } from '../../db/units.ts';

export type { BaseQuantity } from '../../db/units.ts';

/** How a product is measured; each has one base unit: gram, millilitre, piece. */
export const measures = ['MASS', 'VOLUME', 'COUNT'] as const;
export type Measure = (typeof measures)[number];

/** The seller's own word for what is sold, and how much one is: 枚, 瓶 of 500 ml. */
export interface SellingUnit {
  readonly name: string;
  readonly size: BaseQuantity;
}

/** How amounts of something are named. */
export interface Measured {
  readonly measure: Measure;
  readonly unit?: SellingUnit | null | undefined;
}

/** Grams in the units that villagers speak in. */
export const GRAMS = { liang: 50, jin: 500, kilogram: 1_000, tonne: 1_000_000 } as const;

/** Takes a number as a quantity, or as a change of one. Throws a RangeError where it is not whole. */
export function baseQuantity(base: number): BaseQuantity {
  if (!Number.isSafeInteger(base)) throw new RangeError('a quantity is a whole number of base units');
  return base as BaseQuantity;
}

/** Checks a quantity within a larger shape: a stored card, a button. */
export const quantityShape = z.int().transform(baseQuantity);

export const NO_QUANTITY = baseQuantity(0);

/** The largest amount that one line or stock figure may hold: 1,000 tonnes, or a billion pieces. */
export const MAX_BASE = baseQuantity(1_000_000_000);

/** Whether so much may stand in a line or a stock figure. */
export const isAmount = (base: number | undefined): base is BaseQuantity =>
  base !== undefined && Number.isSafeInteger(base) && base > 0 && base <= MAX_BASE;

/** Whether so much may be what is left: a stock may be empty, and the database limits it. */
export const isStockFigure = (base: number): base is BaseQuantity => Number.isSafeInteger(base) && base >= 0;

/** A quantity as a button carries it; undefined for a forged one. */
export const parseQuantity = (text: string): BaseQuantity | undefined =>
  /^\d{1,10}$/.test(text) ? baseQuantity(Number(text)) : undefined;

export const plusQuantity = (base: BaseQuantity, other: BaseQuantity): BaseQuantity =>
  baseQuantity(base + other);
export const minusQuantity = (base: BaseQuantity, other: BaseQuantity): BaseQuantity =>
  baseQuantity(base - other);
export const timesQuantity = (base: BaseQuantity, count: number): BaseQuantity => baseQuantity(base * count);
export const minQuantity = (base: BaseQuantity, other: BaseQuantity): BaseQuantity =>
  other < base ? other : base;
export const maxQuantity = (base: BaseQuantity, other: BaseQuantity): BaseQuantity =>
  other > base ? other : base;
export const sumQuantity = (all: readonly BaseQuantity[]): BaseQuantity =>
  all.reduce(plusQuantity, NO_QUANTITY);
