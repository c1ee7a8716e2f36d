import { splitClauses } from '../../clauses.ts';
import { phrasePattern, plainWords } from '../../phrases.ts';
import { sellerLexicon } from '../seller-lexicon.ts';

const onScale = phrasePattern([...sellerLexicon.orders.weigh, ...sellerLexicon.orders.weighedAll]);

/** 他要的4斤，装完一共4斤1两: the clause that says what the scale showed, where just one with an amount does; else the message. */
export function weighedPart(message: string): string {
  const clauses = splitClauses(message).filter(
    (clause) => onScale.test(plainWords(clause)) && /[\d一二两三四五六七八九十半]/u.test(clause),
  );
  const [only, ...others] = clauses;
  return only !== undefined && others.length === 0 ? only : message;
}
