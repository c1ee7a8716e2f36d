import type { Quantity } from './quantity.ts';

const FEW =
  /(?<![\d零一二三四五六七八九十百千点])(?<one>[一二两三四五六七八])(?<other>[二三四五六七八九])(?=\p{Script=Han})/gu;
const DIGITS = '零一二三四五六七八九';
/** A unit and its number together are no longer. */
const LONGEST = 6;

/** 四五个, 七八月: one or the other, so that both must be given. `read` reads the quantities of a text. */
export const findFew = (text: string, read: (text: string) => readonly Quantity[]): Quantity[] =>
  [...text.matchAll(FEW)].flatMap(({ index, groups: { one = '', other = '' } = {} }) => {
    const [low, high] = [one === '两' ? 2 : DIGITS.indexOf(one), DIGITS.indexOf(other)];
    if (high !== low + 1 && !(low === 3 && high === 5)) return [];
    const unit = text.slice(index + 2, index + 2 + LONGEST);
    return [one, other].flatMap((digit) =>
      read(digit + unit)
        .filter(({ from, dimension, isLoose }) => from === 0 && !isLoose && dimension !== 'plain')
        .map((found) => ({ ...found, from: index, to: index + 1 + found.to })),
    );
  });
