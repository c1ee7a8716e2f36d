import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const folder = new URL('../../../data/lexicon/', import.meta.url);

const words = z.string().transform((text) => text.split(/\s+/).filter(Boolean));
const phrases = z.string().transform((text) => text.split(/\s*,\s*/).filter(Boolean));
const source = { source: z.string().min(1), date: z.iso.date() };

const recipientFile = z.strictObject({
  ...source,
  labels: z.strictObject({
    name: words,
    phone: words,
    address: words,
    strict: z.strictObject({ name: words, phone: words, address: words }),
    postcode: words,
    chain: words,
    other: words,
  }),
  englishLabels: z.strictObject({ name: phrases, phone: phrases, address: phrases, postcode: phrases }),
  leads: z.strictObject({ name: words, address: words, place: words, kin: words, before: words }),
  courtesy: z.string().transform((text) => text.split(/\s*,\s*|(?<=\p{Script=Han})\s+/u).filter(Boolean)),
  titles: words,
  compoundSurnames: words,
  surnames: z.string().transform((text) => text.replace(/\s/g, '')),
  marks: words,
  sale: z.strictObject({ strong: words, weak: words }),
  talk: words,
  correction: words,
  spare: words,
  nations: words,
  notNames: words,
  english: z.strictObject({ marks: words, titles: words, kin: words, before: words, places: words }),
});

const placesFile = z.strictObject({
  ...source,
  places: z.record(z.string(), z.record(z.string(), words)),
});

type Places = z.output<typeof placesFile>['places'];

const load = <T extends z.ZodType>(name: string, schema: T): z.output<T> =>
  schema.parse(parse(readFileSync(new URL(name, folder), 'utf8')));

export const lexicon = load('recipient.yaml', recipientFile);
/** Province → city → its counties. Takes some 40 ms: loaded when the first message comes. */
export const loadPlaces = (): Places => load('places.yaml', placesFile).places;

/** An alternation of words, the longest first, for a regular expression. */
export function alternation(list: readonly string[]): string {
  const escaped = [...list]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return `(?:${escaped.join('|')})`;
}
