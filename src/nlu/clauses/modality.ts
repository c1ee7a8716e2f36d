import type { Lexed } from '../lexer/tokens.ts';
import { findCueClasses } from './cues.ts';

/** How a name or an amount is said not to be meant: not wanted, or put right by what follows. */
export interface Modality {
  /** 不要核桃, 核桃不要了, 不是5斤. */
  isNegated(first: number, last: number): boolean;
  /** Whether words of correction stand between two places: 5斤，不对，8斤. */
  isCorrected(from: number, to: number): boolean;
}

const STOP = /[,;!?.…]/;
/** Words that may stand between a name and what denies it. */
const FILLING = /^(?:就|都|先|那|那个|的|了|也|这|太|the|that|those)$/;

export function detectModality(lexed: Lexed): Modality {
  const { tokens } = lexed;
  const classes = findCueClasses(lexed);
  const text = (i: number): string => tokens[i]?.text ?? '';
  const isStop = (i: number): boolean => i < 0 || i >= tokens.length || STOP.test(text(i));
  const skip = (i: number, step: 1 | -1): number => (FILLING.test(text(i)) ? skip(i + step, step) : i);
  const denies = (i: number): boolean => classes[i] === 'not' || (classes[i] === 'wrong' && text(i) === '不');
  const startOf = (i: number): number => (classes[i] === '+' ? startOf(i - 1) : i);
  return {
    isNegated(first, last) {
      const before = startOf(skip(first - 1, -1));
      if (denies(before) && !isStop(first - 1)) return true;
      const behind = skip(last + 1, 1);
      if (!denies(behind) || isStop(behind)) return false;
      // 苹果不要太大的 is about kinds of apples: a denial of the goods is the end of its clause.
      return [1, 2, 3, 4].some((step) => isStop(behind + step));
    },
    isCorrected(from, to) {
      for (let i = from; i < to; i += 1) if (classes[i] === 'wrong' || classes[i] === 'change') return true;
      return false;
    },
  };
}
