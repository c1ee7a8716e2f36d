import { z } from 'zod';
import { readDataFile } from '../../shop/values/data-file.ts';

const words = z.string().transform((text) => text.split(/\s+/).filter(Boolean));
const phrases = z.string().transform((text) => text.split(/\s*,\s*/).filter(Boolean));

const recipientShape = {
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
  before: z.strictObject({ talk: phrases, place: phrases, wants: phrases, places: phrases }),
  titles: words,
  compoundSurnames: words,
  surnames: z.string().transform((text) => text.replace(/\s/g, '')),
  marks: words,
  sale: z.strictObject({ strong: words, weak: words }),
  wants: words,
  wantsBehind: words,
  talk: words,
  correction: words,
  spare: words,
  nations: words,
  notNames: words,
  part: z.strictObject({
    ...{ deniedAfter: phrases, deniedBefore: phrases, heldAfter: phrases, heldBefore: phrases },
    ...{ between: phrases, named: phrases, ways: phrases, beside: phrases },
  }),
  english: z.strictObject({
    ...{
      marks: words,
      titles: words,
      kin: words,
      whose: words,
      whosePlaces: words,
      before: words,
      places: words,
    },
  }),
};

const placesShape = { places: z.record(z.string(), z.record(z.string(), words)) };

type Places = z.output<typeof placesShape.places>;

export const lexicon = readDataFile('lexicon/recipient.yaml', recipientShape);
/** Province → city → its counties. Takes some 40 ms: loaded when the first message comes. */
export const loadPlaces = (): Places => readDataFile('lexicon/places.yaml', placesShape).places;

/** An alternation of words, the longest first, for a regular expression. */
export function alternation(list: readonly string[]): string {
  const escaped = [...list]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return `(?:${escaped.join('|')})`;
}
