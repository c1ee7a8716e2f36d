import { normalizeText } from '../text/text.ts';

// Phrases of the lexicon, as patterns to be found in messages.

/** In lower case and simplified signs, one blank between words, without punctuation. */
export const plainWords = (text: string): string =>
  normalizeText(text)
    .plain.replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}.]+|\.(?!\d)/gu, ' ')
    .trim();

export const packed = (text: string): string => text.replace(/\s+/g, '');

const isHan = (phrase: string): boolean => /\p{Script=Han}/u.test(phrase);

/** The phrases, the longest first; Latin ones only as whole words. `…` is a gap of up to twelve signs. */
export function phrasePattern(list: readonly string[], flags = ''): RegExp {
  const escaped = [...new Set(list)]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/…/g, '.{0,12}?'))
    .map((phrase) => (isHan(phrase) ? phrase : `\\b${phrase}\\b`));
  return new RegExp(`(?:${escaped.join('|')})`, `u${flags}`);
}

/** One pattern for each list of phrases. */
export const phrasePatterns = <Name extends string>(
  lists: Readonly<Record<Name, readonly string[]>>,
): Readonly<Record<Name, RegExp>> =>
  Object.fromEntries(
    Object.entries<readonly string[]>(lists).map(([name, list]) => [name, phrasePattern(list)]),
  ) as Record<Name, RegExp>;

/** Whether the last of the phrases in `text` is what it ends with. */
export function endsWithPhrase(pattern: RegExp, text: string): boolean {
  const last = [...text.matchAll(new RegExp(pattern.source, 'gu'))].at(-1);
  return last !== undefined && last.index + last[0].length === text.length;
}

/** Which list has the whole of what was said, or each of its parts: 对，就这样. */
export function findWhole<Name extends string>(
  lists: Readonly<Record<Name, readonly string[]>>,
): (said: string, courtesy: RegExp) => Name | undefined {
  const sets = Object.entries<readonly string[]>(lists).map(
    ([name, list]) => [name as Name, new Set(list.map(packed))] as const,
  );
  return (said, courtesy) => {
    const wholes = [packed(said), packed(said.replace(courtesy, ''))];
    const parts = said
      .split(' ')
      .map((one) => one.replace(courtesy, ''))
      .filter(Boolean);
    const isIn = (set: ReadonlySet<string>): boolean =>
      wholes.some((whole) => set.has(whole)) || (parts.length > 0 && parts.every((one) => set.has(one)));
    return sets.find(([, set]) => isIn(set))?.[0];
  };
}

/** 对就这些没别的了下单吧: said without stops, all of it phrases of `list`, and the last one of `ends`. */
export function inOneBreath(list: readonly string[], ends: readonly string[]): (said: string) => boolean {
  const all = [...new Set(list.map(packed))].filter(isHan);
  const last = new Set(ends.map(packed));
  const isMadeOf = (said: string): boolean =>
    said === '' || all.some((one) => said.startsWith(one) && isMadeOf(said.slice(one.length)));
  return (said) => {
    const words = packed(said);
    if (words.length > BREATH) return false;
    return [...last].some((one) => words.endsWith(one) && isMadeOf(words.slice(0, -one.length)));
  };
}

const BREATH = 24;

/** Whether a message is longer than so many signs, two Latin letters for one: then it is a story. */
export const isLonger = (message: string, signs: number): boolean =>
  message.length > (/\p{Script=Han}/u.test(message) ? signs : 2 * signs);
