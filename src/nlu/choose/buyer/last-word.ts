import { findCueClasses } from '../../clauses/cues.ts';
import { isQuantity, type Lexed, type Token } from '../../lexer/tokens.ts';
import { orderWords } from './order-words.ts';

const ORDERING = new Set(['QL', 'QR', 'EL', 'ER', 'C']);
const NAMING = new Set(['B', 'I']);
const MENDS = new Set(['wrong', 'change']);

/**
 * 核桃2斤，再想想，3斤: somebody mends what was said, and the amount behind that is not the one that was taken. The last
 * word counts; where it was not understood, it is asked.
 */
export function missesLastWord(lexed: Lexed, tags: readonly string[]): boolean {
  const classes = findCueClasses(lexed);
  const isMend = ({ start, text }: Token, i: number): boolean =>
    MENDS.has(classes[i] ?? '') ||
    text === '→' ||
    orderWords.giveUp.at(lexed.text.plain, start) !== undefined;
  const mend = lexed.tokens.findLastIndex(isMend);
  if (mend < 0) return false;
  const amounts = lexed.tokens.flatMap((token, i) => (isQuantity(token) && token.is !== 'money' ? [i] : []));
  const numbers = lexed.tokens.flatMap(({ is }, i) => (is === 'code' ? [i] : []));
  const misses = (places: readonly number[], isTaken: (i: number) => boolean): boolean =>
    places.some((i) => i < mend && isTaken(i)) &&
    places.some((i) => i > mend) &&
    !places.some((i) => i > mend && isTaken(i));
  return (
    misses(amounts, (i) => ORDERING.has(tags[i] ?? '')) || misses(numbers, (i) => NAMING.has(tags[i] ?? ''))
  );
}
