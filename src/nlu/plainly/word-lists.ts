import { z } from 'zod';
import { readData } from '../../shop/values/data-file.ts';
import { phrasePattern, plainWords } from '../acts/phrases.ts';

/** A list of phrases of the lexicon, wherever it stands in its file. */
export interface WordList {
  readonly name: string;
  /** Whether these words, in simplified signs and lower case, hold one of its phrases. */
  has(words: string): boolean;
}

/** All lists of phrases of these files of the lexicon. */
export const loadWordLists = (files: readonly string[]): WordList[] =>
  files.flatMap((file) => listsIn(file, readData(`lexicon/${file}.yaml`, z.record(z.string(), z.unknown()))));

const PROVENANCE: ReadonlySet<string> = new Set(['source', 'date']);

function listsIn(name: string, value: unknown): WordList[] {
  if (typeof value === 'string') return listOf(name, value);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, within]) =>
    PROVENANCE.has(key) ? [] : listsIn(`${name}.${key}`, within),
  );
}

function listOf(name: string, text: string): WordList[] {
  const phrases = text
    .split(/\s*,\s*/)
    .map(plainWords)
    .filter(isTelling);
  if (phrases.length === 0) return [];
  const pattern = phrasePattern(phrases);
  return [{ name, has: (words) => pattern.test(words) }];
}

/** A single letter is in any word. */
const isTelling = (phrase: string): boolean => phrase.length > 1 || /\p{Script=Han}/u.test(phrase);
