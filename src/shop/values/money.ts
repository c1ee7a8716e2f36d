import { z } from 'zod';
import type { BaseQuantity, Fen } from '../../db/units.ts';

export type { Fen } from '../../db/units.ts';

/** Takes a number as money. Throws a RangeError where it is not whole. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError('money is a whole number of fen');
  return amount as Fen;
}

/** Checks an amount within a larger shape: a stored card, a button. */
export const fenShape = z.int().transform(fen);

/** An amount as a button carries it; undefined for a forged one. */
export const parseFen = (text: string): Fen | undefined =>
  /^\d{1,10}$/.test(text) ? fen(Number(text)) : undefined;

/** Whether goods may have such a price. */
export const isPrice = (amount: number | undefined): amount is Fen =>
  amount !== undefined && Number.isSafeInteger(amount) && amount > 0 && amount <= MAX_FEN;

export const NO_FEN = fen(0);

/** The most that one line may cost: ten million yuan. Far above any village, far below 2^53. */
export const MAX_FEN = fen(1_000_000_000);

export const plusFen = (amount: Fen, other: Fen): Fen => fen(amount + other);
export const minusFen = (amount: Fen, other: Fen): Fen => fen(amount - other);
export const minFen = (amount: Fen, other: Fen): Fen => (other < amount ? other : amount);
export const maxFen = (amount: Fen, other: Fen): Fen => (other > amount ? other : amount);
export const sumFen = (amounts: readonly Fen[]): Fen => amounts.reduce(plusFen, NO_FEN);

/** `fen` for every `per` base units: 15.00 yuan per 斤 is `{ fen: 1500, per: 500 }`. */
export interface Price {
  readonly fen: Fen;
  readonly per: BaseQuantity;
}

/**
 * What `base` units cost at `price`, rounded half up to a whole fen. The only place where money is rounded.
 * Throws a RangeError when `per` is not positive or the total passes MAX_FEN.
 */
export function lineTotal(price: Price, base: BaseQuantity): Fen {
  if (price.per <= 0) throw new RangeError('a price is for a positive quantity');
  const total = exactTotal(price, base);
  if (total > MAX_FEN || total < -MAX_FEN) throw new RangeError('the total passes the largest amount');
  return fen(Number(total));
}

/** The same for showing what nobody may order: MAX_FEN where it passes that. */
export const cappedTotal = (price: Price, base: BaseQuantity): Fen =>
  exactTotal(price, base) > MAX_FEN ? MAX_FEN : lineTotal(price, base);

/** Half a fen is rounded away from nothing, up or down: two yuan less are no 1.99. */
function exactTotal({ fen: amount, per }: Price, base: BaseQuantity): bigint {
  const twice = BigInt(amount) * BigInt(base) * 2n;
  const half = twice < 0n ? -BigInt(per) : BigInt(per);
  return (twice + half) / (BigInt(per) * 2n);
}
