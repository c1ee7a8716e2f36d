import { alternation, lexicon } from '../lexicon.ts';

// What a message says of a part that it names: that it holds, or that it is wrong.

/** Where a part stands in a message, with what it counts. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Whether a part is said to hold, and whether it is said to be wrong; a message may say neither. */
export interface Word {
  readonly holds: boolean;
  readonly isDenied: boolean;
}

const { part } = lexicon;
/** Latin words only whole. */
const words = (list: readonly string[]): string => `(?<![a-z])${alternation(list)}(?![a-z])`;
const GAP = `[\\s:"]*(?:${words(part.between)}[\\s:"]*)?`;
const after = (list: readonly string[]): RegExp => new RegExp(`${words(list)}${GAP}$`, 'u');
const before = (list: readonly string[]): RegExp => new RegExp(`^["\\s]*(?:的|这个)?\\s*${words(list)}`, 'u');

const denied = { after: after(part.deniedAfter), before: before(part.deniedBefore) };
const held = { after: after(part.heldAfter), before: before(part.heldBefore) };

/** 不是88号: what stands right before or behind one of `places`. */
export function wordOn(said: string, places: readonly Place[]): Word {
  const found = places.map(({ start, end }): Word => {
    const [lead, tail] = [said.slice(Math.max(0, start - FAR), start), said.slice(end, end + FAR)];
    const isDenied = denied.after.test(lead) || denied.before.test(tail);
    return { isDenied, holds: !isDenied && (held.after.test(lead) || held.before.test(tail)) };
  });
  return { isDenied: found.some(({ isDenied }) => isDenied), holds: found.some(({ holds }) => holds) };
}

const FAR = 30;

/** Whether one part is said to take the place of another. */
export const isInstead = (to: Word, was: Word | undefined): boolean =>
  !to.isDenied && !was?.holds && (to.holds || was?.isDenied === true);

const named = new RegExp(words(part.named), 'u');
const nothingElse = new RegExp(
  words([...part.deniedAfter, ...part.deniedBefore, ...part.heldAfter, ...part.heldBefore, ...part.beside]),
  'gu',
);
const way = new RegExp(`${alternation(part.ways)}\\s*$`, 'u');

/** Whether a message names the address or a kind of its numbers. */
export const namesAddress = (plain: string): boolean => named.test(plain);

/** 和平路5号: whether a number stands at a way. */
export const isAtWay = (plain: string, { start }: Place): boolean => way.test(plain.slice(0, start));

/** Whether nothing else is said than that one of `places` holds and another does not. */
export function isAllSaid(plain: string, places: readonly Place[]): boolean {
  const rest = places.reduceRight(
    (text, { start, end }) => `${text.slice(0, start)} ; ${text.slice(end)}`,
    plain,
  );
  return !/[\p{L}\p{N}]/u.test(rest.replace(nothingElse, ' '));
}
