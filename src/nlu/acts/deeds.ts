import { splitClauses } from './clauses.ts';
import { tableWords } from './offers/table-lexicon.ts';
import { phrasePattern } from './phrases.ts';

const besides = phrasePattern(tableWords.besides).source;
/** A word that leads to another deed, or a gap before Han signs. */
const GAP = new RegExp(
  `\\s+(?=(?:${besides})\\s)|(?<=[^\\s,，])(?=(?:${phrasePattern(tableWords.besides.filter(isHan)).source}))|[\\s\\p{Extended_Pictographic}～~]+(?=\\p{Script=Han}{2})`,
  'iu',
);
const LEADS = new RegExp(`^(?:(?:${besides})[\\s,，把]*)+`, 'iu');

function isHan(phrase: string): boolean {
  return /\p{Script=Han}/u.test(phrase);
}

/**
 * The pieces of a message that may each do something of its own, also where no sign stands between them: 香菇脆19 顺便运费改成6块.
 * Finer than its clauses: a piece alone may be half of a deed.
 */
export const splitDeeds = (message: string): string[] =>
  splitClauses(message)
    .flatMap((clause) => clause.split(GAP))
    .map((piece) => piece.trim().replace(LEADS, '').trim())
    .filter(Boolean);
