import { loadForms } from './forms.ts';
import { createPlainSpeaker, type PlainSpeaker } from './say-plainly.ts';

let made: PlainSpeaker | undefined;

/** What a seller's message may stand for; `places` are the shop's names of provinces. Learned when the first message comes. */
export function saySellerPlainly(places: readonly string[]): PlainSpeaker {
  made ??= createPlainSpeaker(loadForms('lexicon/plain-seller.yaml'), places);
  return made;
}
