import { z } from 'zod';
import { readDataFile } from '../../shop/values/data-file.ts';
import { phrases } from '../acts/lexicon.ts';
import { splitWords, type Words } from '../text/words.ts';

// The words by which a message puts right what was just done.

const file = readDataFile('lexicon/mends.yaml', {
  ...{
    wrong: phrases,
    weak: phrases,
    no: phrases,
    is: phrases,
    means: phrases,
    soft: phrases,
    not: phrases,
    but: phrases,
    filler: phrases,
  },
  ...{
    back: phrases,
    unchanged: phrases,
    softBack: phrases,
    reversed: phrases,
    over: phrases,
    under: phrases,
  },
  ...{ right: phrases, asks: phrases, elsewhere: phrases, around: phrases },
  fields: z.object({
    ...{ amount: phrases, price: phrases, fee: phrases, note: phrases },
    ...{ total: phrases, goods: phrases, other: phrases },
  }),
});

/** Which part of what was done a message names. */
export type MendField = keyof typeof file.fields;

const roles = [
  ...(['filler', 'soft', 'but', 'not', 'is', 'weak', 'no', 'wrong', 'means'] as const),
  ...(['under', 'over', 'reversed'] as const),
];

/** What a phrase does in a message that puts something right. */
export type MendWord =
  | { readonly is: (typeof roles)[number] }
  | { readonly is: 'field'; readonly field: MendField };

/** The phrases that stand around what is right; of one phrase in two lists the later counts. */
export const mendWords: Words<MendWord> = splitWords(
  new Map<string, MendWord>([
    ...Object.entries(file.fields).flatMap(([field, list]) =>
      list.map((one): [string, MendWord] => [one, { is: 'field', field: field as MendField }]),
    ),
    ...roles.flatMap((is) => file[is].map((one): [string, MendWord] => [one, { is }])),
  ]),
);

const wordsOf = (list: readonly string[]): Words<true> => splitWords(list.map((one) => [one, true] as const));

/** What takes all of it back, and what may stand before that. */
export const backWords = wordsOf(file.back);
export const unchangedWords = wordsOf(file.unchanged);
export const backOpenings = wordsOf([...file.softBack, ...file.filler]);
/** What may stand around a figure that is right. */
export const aroundWords = wordsOf([...file.around, ...file.is, ...file.but, ...file.filler, ...file.soft]);
/** Nothing was wrong. */
export const rightWords = wordsOf(file.right);
/** It is asked; it is of another time or person, or hangs on something. */
export const askWords = wordsOf(file.asks);
export const elsewhereWords = wordsOf(file.elsewhere);
