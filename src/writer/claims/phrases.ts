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
