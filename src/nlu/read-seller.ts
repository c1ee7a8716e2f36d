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
import type { Lexed } from './tokens.ts';

const MAX_LENGTH = 2_000;

/** Reads a seller's message with what was learned; `known` finds names of goods in it. */
export function readSellerWith(learned: Learned, message: string, known: Known): SellerReading {
  const said = message.slice(0, MAX_LENGTH);
  const lexed = lex(said);
  const marks = marksIn(lexed, known);
  const rules = rulesForSeller(said);
  // 8块, 200斤: an answer without a word is for the rules.
  if (!lexed.tokens.some(({ is }) => is === 'word')) return rules;
  const candidates = sellerCandidates(lexed, proposalsFor(learned, automata.seller, lexed, marks));
  const facts = (one: SellerCandidate) => factsOfOffer(lexed, marks, rules, one);
  const chosen = choose(candidates, learned.weights, facts, offerKey);
  if (!chosen) return { kind: 'other', ...nothing };
  if (isBareStock(lexed, chosen.best)) return openStock(chosen.best.reading);
  const isSure = chosen.share >= learned.sure || !statesNumbers(chosen.best);
  return isSure ? chosen.best.reading : openOffer(chosen.best.reading, chosen.rival?.reading);
}

/** 核桃30斤: goods and an amount, and no word that says whether it is left, sold or new. */
function isBareStock({ tokens }: Lexed, { reading, tags }: SellerCandidate): boolean {
  if (reading.kind !== 'stock' || reading.stock === null) return false;
  return tokens.every(({ is, text }, i) =>
    is === 'sign' ? !/[-+=]/.test(text) : is !== 'word' || tags[i] === 'B' || tags[i] === 'I',
  );
}

const openStock = (reading: SellerReading): SellerReading => ({
  ...reading,
  measure: null,
  stock: null,
  packs: [],
  ambiguous: ['stock'],
});
