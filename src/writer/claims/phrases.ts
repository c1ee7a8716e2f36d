import type { EnglishToken } from './english.ts';
import { vocabulary } from './vocabulary.ts';

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A phrase of the glossary, found in a text. */
export interface Phrase extends Span {
  readonly meanings: ReadonlySet<number>;
}

const LONGEST_CHINESE = 12;
/** In words. */
const LONGEST_ENGLISH = 7;

/** Phrases of at least two characters or words, the longest first, without overlaps. */
export function findPhrases(text: string, english: readonly EnglishToken[]): Phrase[] {
  return [...chinesePhrases(text), ...englishPhrases(text, english)];
}

function chinesePhrases(text: string): Phrase[] {
  const found: Phrase[] = [];
  for (let from = 0; from < text.length; from += 1) {
    if (!/\p{Script=Han}/u.test(text[from] ?? '')) continue;
    for (let length = LONGEST_CHINESE; length >= 2; length -= 1) {
      const meanings = vocabulary().meanings.get(text.slice(from, from + length));
      if (!meanings || from + length > text.length) continue;
      found.push({ from, to: from + length, meanings });
      from += length - 1;
      break;
    }
  }
  return found;
}

function englishPhrases(text: string, words: readonly EnglishToken[]): Phrase[] {
  const found: Phrase[] = [];
  for (let first = 0; first < words.length; first += 1) {
    const phrase = longestEnglish(text, words, first, 2);
    if (!phrase) continue;
    found.push(phrase);
    first += phrase.words - 1;
  }
  return found;
}

/** The shorter phrases within a phrase. */
export function findInnerPhrases(
  text: string,
  english: readonly EnglishToken[],
  { from, to }: Span,
): Phrase[] {
  const words = english.filter((one) => one.from >= from && one.to <= to);
  return words.flatMap((_, first) =>
    words.slice(first + 1).flatMap((_end, more): Phrase[] => {
      const part = words.slice(first, first + more + 2);
      const [start, end] = [part[0], part.at(-1)];
      if (!start || !end || part.length === words.length || !isTogether(text, part)) return [];
      const meanings = vocabulary().meanings.get(part.map(({ stem }) => stem).join(' '));
      return meanings ? [{ from: start.from, to: end.to, meanings }] : [];
    }),
  );
}

/** The longest phrase of at least `least` words that begins with word `first`. */
export function longestEnglish(
  text: string,
  words: readonly EnglishToken[],
  first: number,
  least: number,
  isFit: (meanings: ReadonlySet<number>) => boolean = () => true,
): (Phrase & { readonly words: number }) | undefined {
  for (let length = LONGEST_ENGLISH; length >= least; length -= 1) {
    const part = words.slice(first, first + length);
    const [start, end] = [part[0], part.at(-1)];
    if (part.length < length || !start || !end || !isTogether(text, part)) continue;
    const meanings = vocabulary().meanings.get(part.map(({ stem }) => stem).join(' '));
    if (meanings && isFit(meanings)) return { from: start.from, to: end.to, meanings, words: length };
  }
  return undefined;
}

const isTogether = (text: string, words: readonly EnglishToken[]): boolean =>
  words.every(({ from }, i) => i === 0 || /^[\s-]*$/.test(text.slice(words[i - 1]?.to ?? 0, from)));

const LONGEST_PLAIN = 10;

/** Where a text only greets, invites or leads to what it says. */
export function findPlain(text: string, chinese: readonly Span[], english: readonly EnglishToken[]): Span[] {
  return [...plainChinese(text, chinese), ...plainEnglish(text, english)];
}

/** Two signs only as a word: 注意 in 不注意. */
function plainChinese(text: string, words: readonly Span[]): Span[] {
  const found: Span[] = [];
  const starts = new Set(words.map(({ from }) => from));
  const ends = new Set(words.map(({ to }) => to));
  for (let from = 0; from < text.length; from += 1)
    for (let length = LONGEST_PLAIN; length >= 2; length -= 1) {
      const to = from + length;
      if (to > text.length || !vocabulary().plain.has(text.slice(from, to))) continue;
      if (length === 2 && !(starts.has(from) && ends.has(to))) continue;
      found.push({ from, to });
      from = to - 1;
      break;
    }
  return found;
}

function plainEnglish(text: string, words: readonly EnglishToken[]): Span[] {
  const found: Span[] = [];
  for (let first = 0; first < words.length; first += 1)
    for (let length = LONGEST_PLAIN; length >= 1; length -= 1) {
      const part = words.slice(first, first + length);
      const [start, end] = [part[0], part.at(-1)];
      if (part.length < length || !start || !end || !isTogether(text, part)) continue;
      if (!vocabulary().plain.has(part.map(({ stem }) => stem).join(' '))) continue;
      found.push({ from: start.from, to: end.to });
      first += length - 1;
      break;
    }
  return found;
}

/** The sentences of a text. */
export function toSentences(text: string): Span[] {
  const ends = [...text.matchAll(/[。!?;\n]+|\.(?!\d)/gu)].map(({ index, 0: mark }) => ({
    from: index,
    to: index + mark.length,
  }));
  return [{ from: 0, to: 0 }, ...ends].map(({ to }, i) => ({ from: to, to: ends[i]?.from ?? text.length }));
}

/** Splits a text into clauses at its punctuation, except within a number, a time of day and `p.m.`. */
export function toClauses(text: string): Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(
    /(?:[,。!?;、\n]|:(?!\d\d))+(?!\d{3}(?!\d))|(?<!\b[ap](?:\.m)?)\.(?!\d)/giu,
  )) {
    found.push({ from, to: match.index });
    from = match.index + match[0].length;
  }
  return [...found, { from, to: text.length }];
}
