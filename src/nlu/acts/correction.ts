import { readBuyer } from '../read.ts';
import type { BuyerLine } from '../reading.ts';
import { splitClauses } from './clauses.ts';
import { lexicon } from './lexicon.ts';
import { phrasePattern, plainWords } from './phrases.ts';

const cue = phrasePattern(lexicon.part.correction);

/** 算了五斤够了 without what takes back. */
export const withoutCorrection = (clause: string): string => clause.replace(cue, ' ').trim();

export interface Corrected {
  readonly lines: readonly BuyerLine[];
  /** The message without what was taken back. */
  readonly rest: string;
}

/** 两斤柿饼，算了三斤吧: the last word counts. Nothing where nothing is taken back; of several lines none is chosen. */
export function readCorrection(message: string): Corrected | undefined {
  const clauses = splitClauses(message);
  const at = clauses.findIndex((clause, i) => i > 0 && cue.test(plainWords(clause)));
  const clause = clauses[at];
  // 不是，三斤: the amount may stand behind.
  const end = clause && plainWords(clause).replace(cue, '').trim() === '' ? at + 2 : at + 1;
  const words = clauses.slice(at, end).map(plainWords).join(' ');
  const amount = clause && !isAsked(message) && readAlone(words.replace(cue, ' ').trim());
  if (!amount) return undefined;
  const { lines, recipient } = readBuyer(clauses.slice(0, at).join('，'));
  const [only, ...others] = lines;
  if (!only || recipient || only.product === '' || only.quantity === null) return undefined;
  const { product: _, ...said } = amount;
  const corrected = others.length === 0 ? [{ product: only.product, ...said }] : lines.map(openLine);
  return { lines: corrected, rest: clauses.filter((_clause, i) => i < at || i >= end).join('，') };
}

const isAsked = (message: string): boolean => /[?？吗呢]\s*$/u.test(message);

const openLine = (line: BuyerLine): BuyerLine => ({ ...line, quantity: null });

/** An amount that names nothing. */
function readAlone(words: string): BuyerLine | undefined {
  const { lines, recipient } = readBuyer(words);
  const [only, ...others] = lines;
  return only && others.length === 0 && !recipient && only.product === '' && only.quantity !== null
    ? only
    : undefined;
}
