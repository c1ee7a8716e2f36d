import { automata, proposalsFor } from './candidates/candidates.ts';
import { type BuyerCandidate, buyerCandidates } from './candidates/propose-buyer.ts';
import { openLines } from './choose/ask.ts';
import { leavesFirst, leavesOwner, leavesShare } from './choose/buyer/another-owner.ts';
import { asMeant } from './choose/buyer/as-meant.ts';
import { withDecided } from './choose/buyer/decided-amount.ts';
import { withEachOfRow } from './choose/buyer/each-of.ts';
import { leavesFigure, takesGivenUp } from './choose/buyer/given-up.ts';
import { factsOfOrder, orderKey, statesAmounts } from './choose/buyer/judge-buyer.ts';
import { withKindsOfWhole } from './choose/buyer/kinds-of-whole.ts';
import { leavesMended, missesLastWord } from './choose/buyer/last-word.ts';
import { withNameBefore } from './choose/buyer/name-before.ts';
import { takesPast } from './choose/buyer/past-amounts.ts';
import { isPlainOrder } from './choose/buyer/plain-order.ts';
import { withSum } from './choose/buyer/sum-said.ts';
import { withSupposed } from './choose/buyer/supposed.ts';
import { problemsInOrder } from './choose/buyer/verify-buyer.ts';
import { type Chosen, choose, type Facts } from './choose/chooser.ts';
import { rulesForBuyer, sameOrder } from './choose/second-opinion.ts';
import { findCueClasses } from './clauses/cues.ts';
import { spellOutItems } from './items/spell-out.ts';
import { lex } from './lexer/lexer.ts';
import type { Lexed } from './lexer/tokens.ts';
import { findGoods, type Known, type Mark } from './model/goods.ts';
import type { Learned } from './model/learned.ts';
import { mendedLines } from './plain/mended-order.ts';
import { withWholeList } from './plain/whole-list.ts';
import type { BuyerLine, BuyerReading, Recipient } from './reading.ts';
import { withoutRecipient } from './recipient/pieces/part.ts';

/** Longer messages are no orders; the reader stays quick whatever comes. */
const MAX_LENGTH = 2_000;

/** Reads a buyer's message with what was learned; `known` finds names of goods in it, `hasFocus`: goods are on screen. */
export function readBuyerWith(
  learned: Learned,
  message: string,
  known: Known,
  hasFocus = false,
): BuyerReading {
  const said = message.slice(0, MAX_LENGTH);
  const { recipient, rest, isUnsure } = withoutRecipient(said);
  const spelled = spellOutItems(rest);
  const lexed = lex(spelled);
  const marks = findGoods(lexed, known);
  const rules = rulesForBuyer(rest === said ? spelled : spellOutItems(said));
  const proposals = proposalsFor(learned, automata.buyer, lexed, marks);
  const candidates = buyerCandidates(lexed, proposals);
  const factsOf = (one: BuyerCandidate): Facts => {
    const facts = factsOfOrder(lexed, marks, rules, one);
    // 再来两斤 with goods on screen says all that is needed.
    return hasFocus ? { ...facts, 'nameless lines': 0 } : facts;
  };
  const chosen = choose(candidates, learned.ranking, factsOf, orderKey);
  const reading = withGiven(
    lexed,
    readingOf(lexed, marks, chosen, chosen ? isSure(learned, lexed, marks, rules, chosen) : true, recipient),
  );
  const plain = { ...lexed, marks, known };
  const mended = mendedLines(plain);
  const listed = mended
    ? orderOf(mended, recipient)
    : asMeant(plain, withWholeList(lexed, marks, known, reading));
  // Goods on screen may be meant as well.
  const named = hasFocus ? listed : withNameBefore(lexed, marks, listed);
  const meant = withSupposed(
    lexed,
    withSum(lexed, withKindsOfWhole(lexed, withDecided(lexed, marks, withEachOfRow(lexed, marks, named)))),
  );
  const kept = recipient ? withoutOneOf(lexed, meant) : meant;
  return isUnsure ? { ...kept, ambiguous: [...kept.ambiguous, 'address'] } : kept;
}

/** 电话换一个，换成139…: beside whom goods go to, one of something that nobody has named is no goods. */
function withoutOneOf({ tokens }: Lexed, reading: BuyerReading): BuyerReading {
  const amounts = tokens.flatMap((token) => (token.is === 'amount' ? [token.amount] : []));
  const isVague =
    amounts.length > 0 &&
    amounts.every(({ isOne, unit }) => isOne && unit.measure === 'COUNT' && !unit.isContainer);
  const isNameless = reading.lines.every(({ product }) => product === '');
  return isVague && isNameless ? { ...reading, lines: [], ambiguous: [] } : reading;
}

const orderOf = (lines: readonly BuyerLine[], recipient: Recipient | null): BuyerReading => ({
  kind: 'order',
  lines,
  recipient,
  ambiguous: lines.some(({ quantity, measure }) => quantity === null && measure !== null) ? ['quantity'] : [],
});

/** 换这个地址：…: whom goods go to is given; asked is only what has a word of asking. */
function withGiven(lexed: Lexed, reading: BuyerReading): BuyerReading {
  const isAsked =
    findCueClasses(lexed).some((name) => ASKING.has(name)) || lexed.tokens.some(({ text }) => text === '?');
  return reading.kind === 'question' && reading.recipient && !isAsked
    ? { ...reading, kind: 'order' }
    : reading;
}

const ASKING = new Set(['ask', 'what', 'howmuch', 'how', 'where', 'when', 'howmany']);

/** Nothing was wrong where the rules say the very same. */
const isSure = (
  { sure }: Learned,
  lexed: Lexed,
  marks: readonly Mark[],
  rules: BuyerReading,
  { best, share }: Chosen<BuyerCandidate>,
): boolean =>
  sameOrder(best, rules) ||
  (share >= sure - lessFor(lexed, marks, best) && !missesLastWord(lexed, best.tags));

/** How much smaller a share is enough: less the more of the message an order explains. */
function lessFor(lexed: Lexed, marks: readonly Mark[], best: BuyerCandidate): number {
  if (problemsInOrder(lexed, best).length > 0) return 0;
  return isPlainOrder(lexed, marks, best) ? LESS.plain : LESS.explained;
}

const LESS = { explained: 0.05, plain: 0.15 };

/** Something that a buyer said of an amount was left, whoever read it: of one that is given up, or was bought before. */
const isMisread = (lexed: Lexed, marks: readonly Mark[], best: BuyerCandidate): boolean =>
  takesGivenUp(lexed, best) ||
  takesPast(lexed, best.tags) ||
  leavesFigure(lexed, best) ||
  leavesOwner(lexed, marks, best.tags) ||
  leavesShare(lexed, best.tags) ||
  leavesFirst(lexed, best.tags) ||
  leavesMended(lexed, best.tags);

/** 12345678 asks nothing, nor does a wish in English: let me settle up with the courier. */
const asksNothing = ({ text }: Lexed, kind: string): boolean =>
  !/\p{L}/u.test(text.plain) || (kind === 'question' && WISHING.test(text.plain));

const WISHING = /^(?:let me|i(?: a|'?)ll|i will|i'd rather|i would rather)\b[^?]*$/u;

function readingOf(
  lexed: Lexed,
  marks: readonly Mark[],
  chosen: Chosen<BuyerCandidate> | undefined,
  isCertain: boolean,
  recipient: Recipient | null,
): BuyerReading {
  if (!chosen) return { kind: recipient ? 'order' : 'other', lines: [], recipient, ambiguous: [] };
  const { kind, lines, isVague } = chosen.best;
  if (statesAmounts(chosen.best) && isMisread(lexed, marks, chosen.best))
    return { kind, lines: openLines(lines, undefined), recipient, ambiguous: ['quantity'] };
  const really = kind === 'other' && recipient ? 'order' : asksNothing(lexed, kind) ? 'other' : kind;
  if (statesAmounts(chosen.best) && !isCertain)
    return { kind, lines: openLines(lines, chosen.rival?.lines), recipient, ambiguous: ['quantity'] };
  return { kind: really, lines, recipient, ambiguous: isVague && kind === 'order' ? ['quantity'] : [] };
}
