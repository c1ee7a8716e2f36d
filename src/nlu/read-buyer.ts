import { automata, type Models, proposalsFor } from './candidates.ts';
import { type Known, knownWith } from './goods.ts';
import { lex } from './lexer.ts';
import { type BuyerCandidate, buyerCandidates } from './propose-buyer.ts';
import type { BuyerReading, Recipient } from './reading.ts';
import { withoutRecipient } from './recipient-part.ts';
import type { Lexed } from './tokens.ts';
import { type Problem, problemsInOrder } from './verify-buyer.ts';

/** Longer messages are no orders; the reader stays quick whatever comes. */
const MAX_LENGTH = 2_000;
const noTitles = knownWith([]);

/** Reads a buyer's message with given models. */
export function readBuyerWith(models: Models, message: string, known: Known = noTitles): BuyerReading {
  const { recipient, rest } = withoutRecipient(message.slice(0, MAX_LENGTH));
  const lexed = lex(rest);
  const [best] = judged(lexed, buyerCandidates(lexed, proposalsFor(models, automata.buyer, lexed, known)));
  return readingOf(best, recipient);
}

export interface Judged {
  readonly candidate: BuyerCandidate;
  readonly problems: readonly Problem[];
  readonly score: number;
}

/** Candidates with what speaks against them, the most plausible first. */
export function judged(lexed: Lexed, candidates: readonly BuyerCandidate[]): Judged[] {
  return candidates
    .map((candidate) => {
      const problems = candidate.kind === 'order' ? problemsInOrder(lexed, candidate) : [];
      return { candidate, problems, score: candidate.score - problems.reduce((sum, { weight }) => sum + weight, 0) };
    })
    .sort((one, other) => other.score - one.score);
}

function readingOf(best: Judged | undefined, recipient: Recipient | null): BuyerReading {
  if (!best) return { kind: recipient ? 'order' : 'other', lines: [], recipient, ambiguous: [] };
  const { kind, lines, isVague } = best.candidate;
  const really = kind === 'other' && recipient ? 'order' : kind;
  return { kind: really, lines, recipient, ambiguous: isVague && kind === 'order' ? ['quantity'] : [] };
}
