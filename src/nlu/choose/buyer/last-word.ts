import { findCueClasses, findCues } from '../../clauses/cues.ts';
import { isQuantity, type Lexed, type Token } from '../../lexer/tokens.ts';
import { orderWords } from './order-words.ts';

const ORDERING = new Set(['QL', 'QR', 'EL', 'ER', 'C']);
const NAMING = new Set(['B', 'I']);
const MENDS = new Set(['wrong', 'change']);
const WRONG = new Set(['wrong']);

/**
 * 核桃2斤，再想想，3斤: somebody mends what was said, and the amount behind that is not the one that was taken. The last
 * word counts; where it was not understood, it is asked.
 */
export function missesLastWord(lexed: Lexed, tags: readonly string[]): boolean {
  const mend = findMend(lexed, MENDS);
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

function findMend(lexed: Lexed, mending: ReadonlySet<string>): number {
  const classes = findCueClasses(lexed);
  return lexed.tokens.findLastIndex(
    ({ start, text }, i) =>
      mending.has(classes[i] ?? '') ||
      text === '→' ||
      orderWords.giveUp.at(lexed.text.plain, start) !== undefined,
  );
}

/** 一盒6个的，不对，8个一盒的，还是5盒: another amount of the same unit stands behind the mend, and was left. */
export function leavesMended(lexed: Lexed, tags: readonly string[]): boolean {
  const { tokens } = lexed;
  const mend = findMend(lexed, WRONG);
  const cues = findCues(lexed);
  // 是三斤不是十三斤, 20枚写成200枚: what stands right behind such a word is not meant.
  const isMended = (i: number): boolean =>
    i > mend &&
    tokens.slice(mend, i).some(({ is }) => is === 'sign') &&
    !cues[i]?.some((cue) => cue === 'negated<');
  const isLeft = (token: Token, i: number, taken: Token): boolean =>
    isMended(i) &&
    tags[i] === 'X' &&
    token.is === 'amount' &&
    taken.is === 'amount' &&
    token.amount.unit.word === taken.amount.unit.word &&
    token.amount.base !== taken.amount.base;
  return tokens.some(
    (taken, j) =>
      j < mend && ORDERING.has(tags[j] ?? '') && tokens.some((token, i) => isLeft(token, i, taken)),
  );
}
