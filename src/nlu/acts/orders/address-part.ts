import { lexicon } from '../lexicon.ts';
import { phrasePattern, plainWords } from '../phrases.ts';

const denied = phrasePattern([...lexicon.part.mistaken, ...lexicon.part.addressPart]);

/** 98号才对, not flat 3: something that stands there is not right. Of what it is said, the address itself must tell. */
export const deniesAddressPart = (message: string): boolean => denied.test(plainWords(message));
