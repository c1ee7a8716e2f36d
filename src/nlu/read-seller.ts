import { nothing } from './candidates/assemble-seller.ts';
import { automata, proposalsFor } from './candidates/candidates.ts';
import { type SellerCandidate, sellerCandidates } from './candidates/propose-seller.ts';
import { openOffer } from './choose/ask.ts';
import { choose } from './choose/chooser.ts';
import { rulesForSeller, sameOffer } from './choose/second-opinion.ts';
import { withHeldContent } from './choose/seller/held-content.ts';
import { openWhereInner } from './choose/seller/inner-content.ts';
import { isBound, leavesLoss, leavesPart, sumsOthers } from './choose/seller/joined-amounts.ts';
import { factsOfOffer, offerKey, statesNumbers } from './choose/seller/judge-seller.ts';
import { isSomebodysOrder } from './choose/seller/others-orders.ts';
import { isPackSize } from './choose/seller/pack-size.ts';
import { openWhereSeveral } from './choose/seller/several-goods.ts';
import { lex } from './lexer/lexer.ts';
import type { Lexed } from './lexer/tokens.ts';
import { findGoods, type Known } from './model/goods.ts';
import type { Learned } from './model/learned.ts';
import type { SellerReading } from './reading.ts';

const MAX_LENGTH = 2_000;

/** Reads a seller's message with what was learned; `known` finds names of goods in it. */
export function readSellerWith(learned: Learned, message: string, known: Known): SellerReading {
  const said = message.slice(0, MAX_LENGTH);
  const lexed = lex(said);
  const marks = findGoods(lexed, known);
  const rules = rulesForSeller(said);
  if (isPriceAlone(lexed)) return { ...rules, price: onlySum(lexed) ?? rules.price };
  const proposals = proposalsFor(learned, automata.seller, lexed, marks);
  const candidates = sellerCandidates(lexed, proposals);
  const facts = (one: SellerCandidate) => factsOfOffer(lexed, marks, rules, one);
  const chosen = choose(candidates, learned.ranking, facts, offerKey);
  if (!chosen) return { kind: 'other', ...nothing };
  if (isSomebodysOrder(lexed)) return { kind: 'other', ...nothing };
  const best = withHeldContent(lexed, chosen.best);
  if (isPackSize(lexed, best)) return withoutPackSize(best.reading);
  if (isBareStock(lexed, best)) return openStock(best.reading);
  if (
    isBound(lexed, best) ||
    leavesPart(lexed, best) ||
    leavesLoss(lexed, best) ||
    sumsOthers(lexed, marks, best)
  )
    return withoutStock(best.reading);
  if (isSplitStock(lexed, best)) return splitStock(best.reading, rules);
  // Nothing was wrong where the rules say the very same, or where it was counted anew.
  const isAgreed = sameOffer(best.reading, rules) || best !== chosen.best;
  const isSure = isAgreed || chosen.share >= learned.sure || !statesNumbers(best);
  const reading = isSure ? openWhereInner(lexed, best) : openOffer(best.reading, chosen.rival?.reading);
  return openWhereSeveral(lexed, marks, reading);
}

/** 8块: nothing to learn from but the money; what it is for is asked. */
const isPriceAlone = ({ tokens }: Lexed): boolean =>
  tokens.some(({ is }) => is === 'money') && tokens.every(({ is }) => is === 'money' || is === 'sign');

/** 1块25, which the rules do not know; nothing where several sums are said. */
function onlySum({ tokens }: Lexed): number | undefined {
  const [sum, ...others] = tokens.filter(({ is }) => is === 'money');
  return sum?.is === 'money' && others.length === 0 && !sum.isForeign ? sum.fen : undefined;
}

/** 核桃30斤: goods and an amount, and no word that says whether it is left, sold or new. */
function isBareStock({ tokens }: Lexed, { reading, tags }: SellerCandidate): boolean {
  if (reading.kind !== 'stock' || reading.stock === null) return false;
  return tokens.every(({ is, text }, i) =>
    is === 'word' ? tags[i] === 'B' || tags[i] === 'I' : !/^[-+=]/.test(text),
  );
}

/** What is sure stays: its price. */
const withoutStock = (reading: SellerReading): SellerReading => ({
  ...reading,
  measure: reading.price === null ? null : reading.measure,
  stock: null,
  ambiguous: [...new Set([...reading.ambiguous, 'stock'])],
});

/** 核桃还有1公斤装的 says nothing of how much there is; a price beside it stays. */
const withoutPackSize = (reading: SellerReading): SellerReading =>
  reading.kind === 'stock' ? { kind: 'other', ...nothing, title: reading.title } : withoutStock(reading);

const openStock = (reading: SellerReading): SellerReading => ({
  ...reading,
  measure: null,
  stock: null,
  packs: [],
  ambiguous: ['stock'],
});

/** 半斤装有30袋，一斤装20袋; 各20瓶: which pack is so many of? Of 500毫升瓶装，24瓶一箱 it is known. */
function isSplitStock({ tokens }: Lexed, { reading, tags }: SellerCandidate): boolean {
  const stock = tags.findIndex((tag) => tag === 'SET' || tag === 'ADD' || tag === 'SUB');
  const token = tokens[stock];
  if (reading.stock === null || reading.packs.length < 2 || token?.is !== 'amount') return false;
  const isNested = tokens.some(
    (one, i) => tags[i] === 'CONT' && one.is === 'amount' && one.amount.unit.isContainer,
  );
  return tokens[stock - 1]?.text === '各' || (token.amount.unit.isContainer && !isNested);
}

/** The rules know some ways of saying it; else it is asked. */
function splitStock(reading: SellerReading, rules: SellerReading): SellerReading {
  const isSame = reading.price === rules.price && reading.packs.join() === rules.packs.join();
  if (isSame && rules.stock) return { ...reading, stock: rules.stock };
  return withoutStock(reading);
}
