import { z } from 'zod';
import { readDataFile } from '../values/data-file.ts';

export const categories = [
  'nuts',
  'grains',
  'honey',
  'fruit',
  'eggs',
  'vegetables',
  'pantry',
  'other',
] as const;

export type Category = (typeof categories)[number];

const { shelves } = readDataFile('categories.yaml', {
  shelves: z.partialRecord(z.enum(categories), z.array(z.string().min(1))),
});

interface ShelfWord {
  readonly category: Category;
  readonly word: string;
}

const words: readonly ShelfWord[] = categories.flatMap((category) =>
  (shelves[category] ?? []).map((word) => ({ category, word })),
);

/** Where a product of this title stands; a title in Chinese comes before its English. */
export function detectCategory(title: string): Category {
  const text = title.toLowerCase();
  const chinese = text.replace(/[^\p{Script=Han}]+/gu, ' ').trim();
  return headWord(chinese)?.category ?? headWord(text)?.category ?? 'other';
}

/** What a thing is stands at the end of its name. */
function headWord(text: string): ShelfWord | undefined {
  const found = words.flatMap((one) => {
    const at = findWord(text, one.word);
    return at < 0 ? [] : [{ ...one, end: at + one.word.length }];
  });
  return found.sort((one, other) => other.end - one.end || other.word.length - one.word.length)[0];
}

/** An English word begins where a word does: a date is no candidate. */
function findWord(text: string, word: string): number {
  if (!/^[a-z ]+$/.test(word)) return text.lastIndexOf(word);
  const at = [...text.matchAll(new RegExp(`\\b${word}`, 'g'))].at(-1)?.index;
  return at ?? -1;
}
