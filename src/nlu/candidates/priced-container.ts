import type { Quantity, Token } from '../lexer/tokens.ts';
import { unitAt } from '../lexer/units.ts';

/** What may stand between a container and its price: 箱价240, a box is 96 yuan. */
const BETWEEN = /^\s*(?:价|卖|要|只要|是|is|for|at|only)?\s*$/;

/** The word of the container that stands right before or right behind a price: 一箱96元, 箱价240, 96 yuan a box. */
export function findPricedContainer(
  plain: string,
  tokens: readonly Token[],
  price: Quantity,
): string | undefined {
  const at = tokens.findIndex(({ start }) => start === price.start);
  const [next, then] = tokens.slice(at + 1);
  const before = tokens.slice(0, at).findLast(containerIn);
  // 一饼188 一提七饼: what is told of a container is not what the price is for.
  const gap = next && then?.is === 'amount' ? then.start - next.end : undefined;
  const isTold = gap === 0 || (gap === 1 && next?.is === 'amount' && /[a-z]$/.test(next.text));
  const behind = isTold ? undefined : containerIn(next);
  if (behind && BETWEEN.test(plain.slice(price.end, next?.start))) return behind;
  if (before && BETWEEN.test(plain.slice(before.end, price.start))) return containerIn(before);
  return wordBefore(plain.slice(0, price.start).replace(/(?:价|卖|要| )+$/, ''));
}

/** One container: 一箱, /箱, a box. */
function containerIn(token: Token | undefined): string | undefined {
  const isOne = token?.is === 'unit' || (token?.is === 'amount' && token.amount.isOne);
  return isOne && token.amount.unit.isContainer ? token.amount.unit.word : undefined;
}

/** 箱220, box 96 yuan: a container without a number. */
function wordBefore(text: string): string | undefined {
  const start = /[a-z]+$/.exec(text)?.index ?? text.length - 1;
  const unit =
    start < 0 || /[\d一二两三四五六七八九十百半]/.test(text[start - 1] ?? '')
      ? undefined
      : unitAt(text, start);
  return unit?.isContainer && start + unit.word.length === text.length ? unit.word : undefined;
}

/** Box and boxes, 箱 and 箱子. */
export const isSameWord = (one: string, other: string): boolean => bare(one) === bare(other);

const bare = (word: string): string => word.replace(/(?<=x|ch)es$|s$/, '').replace(/(?<=.)子$/, '');
