import { readBuyer } from '../read.ts';
import { keepsAddress, readAct } from './act.ts';
import { splitClauses } from './parts.ts';
import { plainWords } from './phrases.ts';

/** Shorter than that is no statement: 好的, 嗯呢. */
const LEAST_SIGNS = 4;

/** The clauses of an order that say nothing of goods, amounts or where it goes, and do nothing else. */
export const unusedClauses = (message: string): readonly string[] => {
  const clauses = splitClauses(message);
  return clauses.length < 2 ? [] : clauses.filter(isUnused);
};

function isUnused(clause: string): boolean {
  const words = plainWords(clause);
  if (words.length < LEAST_SIGNS || /\d/.test(words) || readAct(clause) || keepsAddress(clause)) return false;
  const { kind, lines, recipient } = readBuyer(clause);
  return kind === 'other' && lines.length === 0 && !recipient;
}
