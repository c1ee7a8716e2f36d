import { isInstead, type Place, wordOn } from './held.ts';
import type { Swap } from './swap.ts';

// A name of the address and one that is almost the same, both in one message: 桃园南路不是桃园北路.

const ENDS = /[省市区县乡镇村庄屯路街巷道]/gu;
const END = /[省市区县乡镇村庄屯路街巷道]$/u;
/** 上海路, 桃园北路, 忠孝西路三段: so long is a name with its end. */
const LENGTHS = [3, 4, 5] as const;
const SHORTEST = 3;
const LATIN_NAME =
  /([a-z]+)\s+(street|st|road|rd|avenue|ave|lane|drive|close|court|square|garden|gardens|town|village)\b/gu;

/** 改成小店区长治路200号: a street or a place that is not in the address, so that no number alone is meant. */
export const namesOtherPlace = (said: string, known: string): boolean =>
  [...hanNames(said).filter(({ text }) => text.length === SHORTEST), ...latinNames(said)].some(
    ({ text }) => !known.includes(text),
  );

/** The one name of the address that the message denies, beside one that differs from it by a sign or a word. */
export function soundsAlike(said: string, known: string): Swap | undefined {
  const found = [...hanNames(known), ...latinNames(known)].flatMap((part): Alike[] => {
    const to = said.includes(part.text) ? otherNamed(said, part) : undefined;
    return to ? [{ at: part.at, length: part.text.length, from: to, text: part.text }] : [];
  });
  // 园北路 for 园南路 says the same as 桃园北路 for 桃园南路.
  const byResult = new Map(found.map((one) => [resultOf(said, known, one), one]));
  const [one, ...others] = byResult.values();
  if (!one || others.length > 0) return undefined;
  const was = wordOn(
    said,
    found.flatMap(({ text }) => allPlaces(said, text)),
  );
  const to = wordOn(
    said,
    found.flatMap(({ from }) => allPlaces(said, said.slice(from.start, from.end))),
  );
  return isInstead(to, was) ? one : undefined;
}

interface Alike extends Swap {
  readonly text: string;
}

const allPlaces = (said: string, text: string): Place[] =>
  [...said.matchAll(new RegExp(text, 'gu'))].map(({ index }) => ({ start: index, end: index + text.length }));

const resultOf = (said: string, known: string, { at, length, from }: Swap): string =>
  known.slice(0, at) + said.slice(from.start, from.end) + known.slice(at + length);

interface Part {
  readonly text: string;
  readonly at: number;
  readonly isLatin: boolean;
}

const hanNames = (known: string): Part[] =>
  [...known.matchAll(ENDS)].flatMap(({ index }) =>
    LENGTHS.flatMap((length) => {
      const at = index + 1 - length;
      const text = known.slice(Math.max(0, at), index + 1);
      return at >= 0 && HAN.test(text) ? [{ text, at, isLatin: false }] : [];
    }),
  );

const HAN = /^\p{Script=Han}+$/u;

const latinNames = (known: string): Part[] =>
  [...known.matchAll(LATIN_NAME)].map(({ 0: text, index }) => ({ text, at: index, isLatin: true }));

function otherNamed(said: string, part: Part): { start: number; end: number } | undefined {
  const around = part.isLatin
    ? latinNames(said).filter(({ text }) => isSameKind(text, part.text))
    : windows(said, part.text.length).filter(({ text }) => isOneOff(text, part.text));
  const others = around.filter(({ text }) => !text.includes(part.text) && !part.text.includes(text));
  const [one, ...more] = [...new Map(others.map((each) => [each.text, each])).values()];
  return one && more.length === 0 ? { start: one.at, end: one.at + one.text.length } : undefined;
}

/** All runs of signs of about this length that end like a name. */
const windows = (said: string, length: number): Part[] =>
  [length - 1, length, length + 1].flatMap((long) =>
    Array.from({ length: Math.max(0, said.length - long + 1) }, (_, at) => ({
      text: said.slice(at, at + long),
      at,
      isLatin: false,
    })).filter(({ text }) => HAN.test(text) && END.test(text)),
  );

/** One sign is another, or one more or less stands there: 麓山路, 麓山南路. */
function isOneOff(one: string, other: string): boolean {
  if (one.length === other.length) return [...one].filter((sign, i) => sign !== other[i]).length === 1;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return (
    [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short) && one.at(-1) === other.at(-1)
  );
}

/** Ashford Street, Ashton Street. */
const isSameKind = (one: string, other: string): boolean => one.split(' ').at(-1) === other.split(' ').at(-1);
