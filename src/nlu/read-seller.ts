import { openOffer } from './ask.ts';
import { nothing } from './assemble-seller.ts';
import { automata, proposalsFor } from './candidates.ts';
import { choose } from './chooser.ts';
import { type Known, marksIn } from './goods.ts';
import { factsOfOffer, offerKey, statesNumbers } from './judge-seller.ts';
import type { Learned } from './learned.ts';
import { lex } from './lexer.ts';
import { type SellerCandidate, sellerCandidates } from './propose-seller.ts';
import type { SellerReading } from './reading.ts';
import { rulesForSeller } from './second-opinion.ts';

const MAX_LENGTH = 2_000;

/** Reads a seller's message with what was learned; `known` finds names of goods in it. */
export function readSellerWith(learned: Learned, message: string, known: Known): SellerReading {
  const said = message.slice(0, MAX_LENGTH);
  const lexed = lex(said);
  const marks = marksIn(lexed, known);
  const rules = rulesForSeller(said);
  const candidates = sellerCandidates(lexed, proposalsFor(learned, automata.seller, lexed, marks));
  const facts = (one: SellerCandidate) => factsOfOffer(lexed, marks, rules, one);
  const chosen = choose(candidates, learned.weights, facts, offerKey);
  if (!chosen) return { kind: 'other', ...nothing };
  const isSure = chosen.share >= learned.sure || !statesNumbers(chosen.best);
  return isSure ? chosen.best.reading : openOffer(chosen.best.reading, chosen.rival?.reading);
}
