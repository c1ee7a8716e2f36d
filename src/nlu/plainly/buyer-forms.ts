import { areKept, learnOrRead } from '../guess/kept-weights.ts';
import { type Learning, learnOnce } from '../guess/learning.ts';
import { loadForms } from './forms.ts';
import { learnPlainSpeaker, type PlainSpeaker } from './say-plainly.ts';

const KEPT = 'buyer-forms';

export const learnedBuyerForms = learnOnce(
  function* (): Learning<PlainSpeaker> {
    const forms = loadForms('lexicon/plain-buyer.yaml');
    yield;
    return yield* learnPlainSpeaker(forms, (learn) => learnOrRead(KEPT, learn));
  },
  () => areKept(KEPT),
);

/** What a buyer's message may stand for. */
export const sayBuyerPlainly: PlainSpeaker = Object.assign(
  (...said: Parameters<PlainSpeaker>) => learnedBuyerForms()(...said),
  { mayName: (...said: Parameters<PlainSpeaker>) => learnedBuyerForms().mayName(...said) },
);
