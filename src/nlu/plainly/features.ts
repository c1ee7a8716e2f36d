import { inStandardWords } from '../acts/dialects.ts';

const PART = /<[a-z]+>|\p{Script=Han}|[a-z]+/gu;

/** What a shape is compared by: its signs, words and slots, alone, in pairs and in threes. */
export function shapeFeatures(masked: string): string[] {
  const parts = ['^', ...(inStandardWords(masked.toLowerCase()).match(PART) ?? []), '$'];
  const pairs = parts.slice(1).map((part, i) => `${parts[i]} ${part}`);
  const threes = parts.slice(2).map((part, i) => `${parts[i]} ${parts[i + 1]} ${part}`);
  return [...parts.slice(1, -1), ...pairs, ...threes];
}
