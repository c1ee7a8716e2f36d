import { courtesy, pattern } from '../../act-patterns.ts';
import { splitClauses } from '../../clauses.ts';
import { lexicon } from '../../lexicon.ts';
import { phrasePattern, plainWords } from '../../phrases.ts';

const AND = /\s+(?:and|then|plus|but)\s+/iu;
const LEAD = /^(?:然后|再就是|还有|顺便|另外|and|then|also)\s*/iu;

/** The changes of a message, a clause each: drop the soybeans and make the apples 8 kg. */
export const splitEdits = (message: string): readonly string[] =>
  splitClauses(message)
    .flatMap((clause) => clause.split(AND))
    .map((clause) => clause.replace(LEAD, '').trim())
    .filter(Boolean);

const empty = phrasePattern(
  [...lexicon.part.correction, ...lexicon.part.softener, ...lexicon.part.this, ...lexicon.part.filler],
  'g',
);

/** 更正, hmm actually: a clause that only leads to what is changed. */
export const leadsOnly = (clause: string): boolean =>
  plainWords(clause).replace(courtesy, ' ').replace(empty, ' ').trim() === '';

/** 其余不变, the rest is fine: of what a clause names nothing changes. */
export const leavesAsItIs = (clause: string): boolean => pattern.unchanged.test(plainWords(clause));
