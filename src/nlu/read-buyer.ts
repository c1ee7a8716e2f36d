import { automata, proposalsFor } from './candidates/candidates.ts';
import { type BuyerCandidate, buyerCandidates } from './candidates/propose-buyer.ts';
import { openLines } from './choose/ask.ts';
import { type Chosen, choose } from './choose/chooser.ts';
import { factsOfOrder, orderKey, statesAmounts } from './choose/judge-buyer.ts';
import { rulesForBuyer, sameOrder } from './choose/second-opinion.ts';
import { lex } from './lexer/lexer.ts';
import { findGoods, type Known } from './model/goods.ts';
import type { Learned } from './model/learned.ts';
import type { BuyerReading, Recipient } from './reading.ts';
import { withoutRecipient } from './recipient/part.ts';

/** Longer messages are no orders; the reader stays quick whatever comes. */
const MAX_LENGTH = 2_000;
/** What is longer than any message that was learned from is for the rules. */
const MAX_TOKENS = 200;

/** Reads a buyer's message with what was learned; `known` finds names of goods in it. */
export function readBuyerWith(learned: Learned, message: string, known: Known): BuyerReading {
  const said = message.slice(0, MAX_LENGTH);
  const { recipient, rest, isUnsure } = withoutRecipient(said);
  const lexed = lex(rest);
  const marks = findGoods(lexed, known);
  const rules = rulesForBuyer(said);
  if (lexed.tokens.length > MAX_TOKENS) return rules;
  const proposals = proposalsFor(learned, automata.buyer, lexed, marks);
  const candidates = buyerCandidates(lexed, proposals);
  const facts = (one: BuyerCandidate) => factsOfOrder(lexed, marks, rules, one);
  const reading = readingOf(
    choose(candidates, learned.weights, facts, orderKey),
    learned.sure,
    recipient,
    rules,
  );
  return isUnsure ? { ...reading, ambiguous: [...reading.ambiguous, 'address'] } : reading;
}

function readingOf(
  chosen: Chosen<BuyerCandidate> | undefined,
  sure: number,
  recipient: Recipient | null,
  rules: BuyerReading,
): BuyerReading {
  if (!chosen) return { kind: recipient ? 'order' : 'other', lines: [], recipient, ambiguous: [] };
  const { kind, lines, isVague } = chosen.best;
  const really = kind === 'other' && recipient ? 'order' : kind;
  // Nothing was wrong where both readers say the same.
  if (statesAmounts(chosen.best) && chosen.share < sure && !sameOrder(chosen.best, rules))
    return { kind, lines: openLines(lines, chosen.rival?.lines), recipient, ambiguous: ['quantity'] };
  return { kind: really, lines, recipient, ambiguous: isVague && kind === 'order' ? ['quantity'] : [] };
}
