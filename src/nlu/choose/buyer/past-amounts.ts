import { findCues } from '../../clauses/cues.ts';
import type { Lexed, Token } from '../../lexer/tokens.ts';

const ORDERING = new Set(['QL', 'QR', 'EL', 'ER']);

/**
 * 那就五包好了，上次只买两包: what was bought before was taken for what is wanted, and the amount of another clause was
 * left. It is asked.
 */
export function takesPast(lexed: Lexed, tags: readonly string[]): boolean {
  const cues = findCues(lexed);
  const isPast = (i: number): boolean => cues[i]?.includes('past<') ?? false;
  /** 从三斤改成五斤: the amount before is what it was. */
  const isMended = (i: number): boolean => cues[i]?.includes('corrected>') ?? false;
  const isTaken = (i: number): boolean => ORDERING.has(tags[i] ?? '');
  const { tokens } = lexed;
  return tokens.some(
    (token, i) =>
      isTaken(i) &&
      isPast(i) &&
      tokens.some((other, j) => tags[j] === 'X' && !isPast(j) && !isMended(j) && isSameMeasure(token, other)),
  );
}

const isSameMeasure = (one: Token, other: Token): boolean =>
  one.is === 'amount' && other.is === 'amount' && one.amount.unit.measure === other.amount.unit.measure;
