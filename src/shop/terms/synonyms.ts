import { z } from 'zod';
import { readDataFile } from '../values/data-file.ts';
import { type Category, categories } from './categories.ts';

const words = z.array(z.string().min(1));

const file = readDataFile('synonyms.yaml', {
  groups: z.array(words.min(2)),
  shelves: z.partialRecord(z.enum(categories), words),
});

/** Words for the same thing: each finds products named by another. */
export const synonymGroups: readonly (readonly string[])[] = file.groups;

/** Words for a whole shelf: they name no product. */
export const shelfTerms: Readonly<Partial<Record<Category, readonly string[]>>> = file.shelves;
