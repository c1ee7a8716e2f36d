import { loadForms } from './forms.ts';
import { createPlainSpeaker, type PlainSpeaker } from './say-plainly.ts';

let made: PlainSpeaker | undefined;

/** What a buyer's message may stand for. Learned when the first message comes. */
export const sayBuyerPlainly: PlainSpeaker = (message, names) => {
  made ??= createPlainSpeaker(loadForms('lexicon/plain-buyer.yaml'));
  return made(message, names);
};
