import { areKept, learnOrRead } from '../guess/kept-weights.ts';
import { type Learned, type Learning, learnOnce } from '../guess/learning.ts';
import { loadForms } from './forms.ts';
import { learnPlainSpeaker, type PlainSpeaker } from './say-plainly.ts';

/** What the messages of one side may stand for, by the forms of data/lexicon. */
export function learnForms(side: 'buyer' | 'seller'): Learned<PlainSpeaker> {
  const kept = `${side}-forms`;
  return learnOnce(
    function* (): Learning<PlainSpeaker> {
      const forms = loadForms(`lexicon/plain-${side}.yaml`);
      yield;
      return yield* learnPlainSpeaker(forms, (learn) => learnOrRead(kept, learn));
    },
    () => areKept(kept),
  );
}
