/** Money is a whole number of minor units: fen for the yuan. */
export type Fen = number;

/** `fen` for every `per` base units: 15.00 yuan per 斤 is `{ fen: 1500, per: 500 }`. */
export interface Price {
  readonly fen: Fen;
  readonly per: number;
}

/** The most that one line may cost: ten million yuan. Far above any village, far below 2^53. */
export const MAX_FEN: Fen = 1_000_000_000;

/**
 * What `base` units cost at `price`, rounded half up to a whole fen. The only place where money is rounded.
 * Throws a RangeError when an argument is not a whole number or the total passes MAX_FEN.
 */
export function lineTotal(price: Price, base: number): Fen {
  if (
    !Number.isSafeInteger(price.fen) ||
    !Number.isSafeInteger(base) ||
    !Number.isSafeInteger(price.per) ||
    price.per <= 0
  )
    throw new RangeError('money and quantities are whole numbers');
  const total = exact(price, base);
  if (total > MAX_FEN || total < -MAX_FEN) throw new RangeError('the total passes the largest amount');
  return Number(total);
}

/** The same for showing what nobody may order: MAX_FEN where it passes that. */
export const cappedTotal = (price: Price, base: number): Fen =>
  exact(price, base) > MAX_FEN ? MAX_FEN : lineTotal(price, base);

const exact = ({ fen, per }: Price, base: number): bigint =>
  (BigInt(fen) * BigInt(base) * 2n + BigInt(per)) / (BigInt(per) * 2n);
