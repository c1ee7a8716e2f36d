import type { Span } from '../../phrases.ts';
import { findAmounts } from '../amounts.ts';
import { CLOSE, factors, type Ratio, single, THE_PACK } from './ratios.ts';

const ON_TOP = /(?:[加添补贴]|多收|\bplus|\badd|\bextra)\s*$/iu;

/** Sums that facts put on top of a price: 绣名字加10元. */
export const readExtras = (facts: readonly string[]): number[] => facts.flatMap(sumsOnTop);

const sumsOnTop = (text: string): number[] =>
  findAmounts(text)
    .filter(({ from, of }) => of.includes('yuan') && ON_TOP.test(text.slice(0, from)))
    .map(({ value }) => value);

/** What the price comes to in a sentence that puts one of `extras` on top of it: 加10块,一共98. */
export function withExtras(sentence: string, extras: readonly number[], ratios: readonly Ratio[]): Span[] {
  const named = sumsOnTop(sentence).filter((sum) => extras.includes(sum));
  if (named.length === 0) return [];
  const prices = factors(THE_PACK, single(['yuan']), ratios);
  return findAmounts(sentence).filter(
    ({ value, from }) =>
      !ON_TOP.test(sentence.slice(0, from)) &&
      prices.some((price) => named.some((sum) => Math.abs(price + sum - value) < CLOSE)),
  );
}
