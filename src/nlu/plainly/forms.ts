import { z } from 'zod';
import { readDataFile } from '../../shop/values/data-file.ts';
import { phrases } from '../acts/lexicon.ts';
import { phrasePattern } from '../acts/phrases.ts';
import type { Taking } from './fill.ts';
import { slotKinds } from './slots.ts';

/** What a form does: it only tells or shows, or it changes something. */
const effects = ['tells', 'changes'] as const;

/** What some messages mean, said in one short plain sentence. */
export interface Form extends Taking {
  readonly name: string;
  readonly does: (typeof effects)[number];
  /** What must be open for it to mean anything: the card of a buyer's order. */
  readonly on?: 'card' | undefined;
  /** The sentence in each language, the first that can be filled; `{…}` is a slot. */
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly examples: readonly string[];
}

const lines = z.string().transform((text) =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean),
);

const formShape = z.strictObject({
  does: z.enum(effects),
  on: z.enum(['card']).optional(),
  zh: lines,
  en: lines,
  spare: z.array(z.enum(slotKinds)).default([]),
  whole: z.boolean().default(false),
  short: z.boolean().default(false),
  beside: phrases.optional(),
  behind: phrases.optional(),
  near: phrases.optional(),
  instead: phrases.optional(),
  examples: lines,
});

export interface Forms {
  /** Files of the lexicon whose lists tell messages apart. */
  readonly lists: readonly string[];
  readonly forms: readonly Form[];
  /** What is none of them, by what it is: said of nothing that is to be done, or read by others. */
  readonly others: Readonly<Record<string, readonly string[]>>;
}

/** Reads the plain forms of one side. */
export function loadForms(file: string): Forms {
  const { lists, forms, others } = readDataFile(file, {
    lists: phrases,
    forms: z.record(z.string(), formShape),
    others: z.record(z.string(), lines),
  });
  const pattern = (list: readonly string[] | undefined) => list && phrasePattern(list);
  return {
    lists,
    forms: Object.entries(forms).map(([name, { beside, behind, instead, near, ...form }]) => ({
      ...form,
      name,
      beside: pattern(beside),
      behind: pattern(behind),
      near: pattern(near),
      instead: pattern(instead),
    })),
    others,
  };
}
