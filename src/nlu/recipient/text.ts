import { toSimplified } from '../../shop/values/simplified.ts';
import { withPhonesInFigures } from '../text/spoken-phones.ts';

/** A message in two readings of one length: as it was typed (half-width), and plain (simplified, lower case). */
export interface Text {
  readonly said: string;
  readonly plain: string;
}

/** From `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const signs: ReadonlyMap<string, string> = new Map([
  ['。', ';'],
  ['、', ','],
  ['【', '('],
  ['】', ')'],
  ['[', '('],
  [']', ')'],
  ['《', '('],
  ['》', ')'],
  ['「', '('],
  ['」', ')'],
  ['\t', ' '],
  ['\r', ' '],
  ['—', '-'],
  ['–', '-'],
  ['’', "'"],
]);

/** Prepares a message for reading; line breaks stay. Never throws. */
export function plainText(message: string): Text {
  const said = withPhonesInFigures(message.toWellFormed()).normalize('NFKC');
  let plain = '';
  for (const sign of said) plain += plainSign(sign);
  return { said, plain };
}

/** The same length as `sign`, always: places in both readings agree. */
function plainSign(sign: string): string {
  const known = signs.get(sign);
  if (known !== undefined) return known;
  const changed = /\p{Script=Han}/u.test(sign) ? toSimplified(sign) : sign.toLowerCase();
  return changed.length === sign.length ? changed : sign;
}
