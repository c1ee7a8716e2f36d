import { z } from 'zod';
import { readData } from '../../shop/values/data-file.ts';
import { plainWords } from '../acts/phrases.ts';

/** Finds which lists of phrases of the lexicon know some of the words of a sentence. */
export interface WordLists {
  /** Their names. `words` are in simplified signs and lower case. */
  in(words: string): ReadonlySet<string>;
}

/** A phrase, and what stands behind it at most twelve signs later: 谁…没付. */
interface Phrase {
  readonly first: string;
  readonly more: string | undefined;
  readonly list: string;
}

/** All lists of phrases of these files of the lexicon, to be looked for in one pass. */
export function loadWordLists(files: readonly string[]): WordLists {
  const bySign = new Map<string, Phrase[]>();
  for (const phrase of files.flatMap((file) =>
    phrasesIn(file, readData(`lexicon/${file}.yaml`, z.record(z.string(), z.unknown()))),
  )) {
    const sign = phrase.first.charAt(0);
    bySign.set(sign, [...(bySign.get(sign) ?? []), phrase]);
  }
  return {
    in(words) {
      const found = new Set<string>();
      for (let at = 0; at < words.length; at += 1)
        for (const phrase of bySign.get(words.charAt(at)) ?? [])
          if (!found.has(phrase.list) && standsAt(words, at, phrase)) found.add(phrase.list);
      return found;
    },
  };
}

const GAP = 12;
const LATIN = /[a-z]/u;

function standsAt(words: string, at: number, { first, more }: Phrase): boolean {
  if (!isWholeAt(words, at, first)) return false;
  if (more === undefined) return true;
  const from = at + first.length;
  for (let next = from; next <= from + GAP; next += 1) if (isWholeAt(words, next, more)) return true;
  return false;
}

/** Latin phrases only as whole words. */
function isWholeAt(words: string, at: number, phrase: string): boolean {
  if (!words.startsWith(phrase, at)) return false;
  if (!LATIN.test(phrase)) return true;
  return !LATIN.test(words.charAt(at - 1)) && !LATIN.test(words.charAt(at + phrase.length));
}

const PROVENANCE: ReadonlySet<string> = new Set(['source', 'date']);

function phrasesIn(list: string, value: unknown): Phrase[] {
  if (typeof value === 'string') return value.split(/\s*,\s*/u).flatMap((text) => phraseOf(list, text));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, within]) =>
    PROVENANCE.has(key) ? [] : phrasesIn(`${list}.${key}`, within),
  );
}

function phraseOf(list: string, text: string): Phrase[] {
  const [first = '', more] = text.split('…').map(plainWords);
  // A single letter is in any word.
  const isTelling = first.length > 1 || /\p{Script=Han}/u.test(first);
  return isTelling ? [{ first, more: more || undefined, list }] : [];
}
