import { automata, type Models, proposalsFor } from './candidates.ts';
import { type Known, knownWith } from './goods.ts';
import { lex } from './lexer.ts';
import { type SellerCandidate, sellerCandidates } from './propose-seller.ts';
import type { SellerReading } from './reading.ts';
import type { Lexed } from './tokens.ts';
import { nothing } from './assemble-seller.ts';
import { problemsInOffer } from './verify-seller.ts';
import type { Problem } from './verify-buyer.ts';

const MAX_LENGTH = 2_000;
const noTitles = knownWith([]);

/** Reads a seller's message with given models. */
export function readSellerWith(models: Models, message: string, known: Known = noTitles): SellerReading {
  const lexed = lex(message.slice(0, MAX_LENGTH));
  const [best] = judgedOffers(lexed, sellerCandidates(lexed, proposalsFor(models, automata.seller, lexed, known)));
  return best?.candidate.reading ?? { kind: 'other', ...nothing };
}

export interface JudgedOffer {
  readonly candidate: SellerCandidate;
  readonly problems: readonly Problem[];
  readonly score: number;
}

export function judgedOffers(lexed: Lexed, candidates: readonly SellerCandidate[]): JudgedOffer[] {
  return candidates
    .map((candidate) => {
      const problems = problemsInOffer(lexed, candidate);
      return { candidate, problems, score: candidate.score - problems.reduce((sum, { weight }) => sum + weight, 0) };
    })
    .sort((one, other) => other.score - one.score);
}
