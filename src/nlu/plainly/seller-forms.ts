import type { Words } from '../text/words.ts';
import { learnForms } from './learned-forms.ts';
import type { PlainSentence } from './say-plainly.ts';
import { type Names, namesAsWords } from './slots.ts';

export const learnedSellerForms = learnForms('seller');

let known: { readonly names: readonly string[]; readonly words: Words<true> } | undefined;

/** What a seller's message may stand for; `places` are the shop's names of provinces. */
export function saySellerPlainly(
  places: readonly string[],
): (message: string, names: Names) => readonly PlainSentence[] {
  known = known?.names === places ? known : { names: places, words: namesAsWords(places) };
  const { words } = known;
  return (message, names) => learnedSellerForms()(message, { places: words, ...names });
}
