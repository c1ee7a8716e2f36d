import type { Quantity } from './quantity.ts';

const FEW =
  /(?<![\d零一二三四五六七八九十百千点周期拜])(?<one>[一二两三四五六七八])(?<other>[二三四五六七八九])(?=\p{Script=Han})/gu;
const DIGITS = '零一二三四五六七八九';

/** 四五个: one or the other. */
export interface Few {
  readonly from: number;
  readonly low: number;
  readonly high: number;
}

/** Where a text names two digits that follow each other: 四五个, 七八月. */
export const findFew = (text: string): Few[] =>
  [...text.matchAll(FEW)].flatMap(({ index, groups: { one = '', other = '' } = {} }) => {
    const [low, high] = [one === '两' ? 2 : DIGITS.indexOf(one), DIGITS.indexOf(other)];
    return high === low + 1 || (low === 3 && high === 5) ? [{ from: index, low, high }] : [];
  });

/** The text with the second digit of each alone, whose quantities are read then. */
export const withHigher = (text: string, few: readonly Few[]): string =>
  few.reduce((left, { from }) => `${left.slice(0, from)}_${left.slice(from + 1)}`, text);

/** Both numbers where `found` is the second of `few`, so that both must be given. */
export function readBoth(found: Quantity, few: readonly Few[]): Quantity[] {
  const pair = few.find(({ from }) => from + 1 === found.from);
  if (!pair || found.isLoose || found.dimension === 'plain') return [found];
  return [(found.value * pair.low) / pair.high, found.value].map((value) => ({
    ...{ ...found, from: pair.from, value },
  }));
}
