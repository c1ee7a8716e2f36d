import { inStandardWords } from '../acts/dialects.ts';
import type { WordLists } from './word-lists.ts';

const PART = /<[a-z]+>|\p{Script=Han}|[a-z]+/gu;
const SLOT = /<[a-z]+>/gu;
const ENGLISH_ENDING = /(?<=[a-z]{3})(?:ing|ed|s)$/u;

/**
 * What a shape is compared by: its signs, words and slots, alone and in pairs; which slots it has; and which lists of the
 * lexicon know some of its words, so that what the rules know need not be learned again.
 */
export function shapeFeatures(masked: string, lists: WordLists): string[] {
  const plain = inStandardWords(masked.toLowerCase());
  const parts = ['^', ...(plain.match(PART) ?? []).map((part) => part.replace(ENGLISH_ENDING, '')), '$'];
  const pairs = parts.slice(1).map((part, i) => `${parts[i]} ${part}`);
  const counts = Map.groupBy(plain.match(SLOT) ?? [], (slot) => slot);
  const slots = [...counts].map(([slot, { length }]) => `#${slot}${Math.min(length, 2)}`);
  const known = [...lists.in(plain.replace(SLOT, ' '))].map((name) => `@${name}`);
  return [...parts.slice(1, -1), ...pairs, ...slots, `#${[...counts.keys()].sort().join('')}`, ...known];
}
