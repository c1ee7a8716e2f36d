import { learnForms } from './learned-forms.ts';
import type { PlainSpeaker } from './say-plainly.ts';

export const learnedBuyerForms = learnForms('buyer');

/** What a buyer's message may stand for. */
export const sayBuyerPlainly: PlainSpeaker = Object.assign(
  (...said: Parameters<PlainSpeaker>) => learnedBuyerForms()(...said),
  { mayName: (...said: Parameters<PlainSpeaker>) => learnedBuyerForms().mayName(...said) },
);
