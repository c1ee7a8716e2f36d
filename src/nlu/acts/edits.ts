import { splitClauses } from './parts.ts';

const AND = /\s+(?:and|then|plus|but)\s+/iu;
const LEAD = /^(?:然后|再就是|还有|顺便|另外|and|then|also)\s*/iu;

/** The changes of a message, a clause each: drop the soybeans and make the apples 8 kg. */
export const splitEdits = (message: string): readonly string[] =>
  splitClauses(message)
    .flatMap((clause) => clause.split(AND))
    .map((clause) => clause.replace(LEAD, '').trim())
    .filter(Boolean);
