import { findCueClasses } from '../clauses/cues.ts';
import { isQuantity, type Lexed } from '../lexer/tokens.ts';

const ORDERING = new Set(['QL', 'QR', 'EL', 'ER', 'C']);
const MENDS = new Set(['wrong', 'change']);

/**
 * 核桃2斤，再想想，3斤: somebody mends what was said, and the amount behind that is not the one that was taken. The last
 * word counts; where it was not understood, it is asked.
 */
export function missesLastWord(lexed: Lexed, tags: readonly string[]): boolean {
  const classes = findCueClasses(lexed);
  const mend = lexed.tokens.findLastIndex(({ text }, i) => MENDS.has(classes[i] ?? '') || text === '→');
  if (mend < 0) return false;
  const amounts = lexed.tokens.flatMap((token, i) => (isQuantity(token) && token.is !== 'money' ? [i] : []));
  const [before, behind] = [amounts.filter((i) => i < mend), amounts.filter((i) => i > mend)];
  const isTaken = (i: number): boolean => ORDERING.has(tags[i] ?? '');
  return before.some(isTaken) && behind.length > 0 && !behind.some(isTaken);
}
