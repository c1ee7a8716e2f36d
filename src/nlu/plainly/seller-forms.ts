import { areKept, learnOrRead } from '../guess/kept-weights.ts';
import { type Learning, learnOnce } from '../guess/learning.ts';
import type { Words } from '../text/words.ts';
import { loadForms } from './forms.ts';
import { learnPlainSpeaker, type PlainSentence, type PlainSpeaker } from './say-plainly.ts';
import { type Names, namesAsWords } from './slots.ts';

const KEPT = 'seller-forms';

export const learnedSellerForms = learnOnce(
  function* (): Learning<PlainSpeaker> {
    const forms = loadForms('lexicon/plain-seller.yaml');
    yield;
    return yield* learnPlainSpeaker(forms, (learn) => learnOrRead(KEPT, learn));
  },
  () => areKept(KEPT),
);

let known: { readonly names: readonly string[]; readonly words: Words<true> } | undefined;

/** What a seller's message may stand for; `places` are the shop's names of provinces. */
export function saySellerPlainly(
  places: readonly string[],
): (message: string, names: Names) => readonly PlainSentence[] {
  known = known?.names === places ? known : { names: places, words: namesAsWords(places) };
  const { words } = known;
  return (message, names) => learnedSellerForms()(message, { places: words, ...names });
}
