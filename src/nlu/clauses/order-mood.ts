import { readData } from '../../shop/values/data-file.ts';
import { phrasePatterns } from '../acts/phrases.ts';
import type { Lexed, Token } from '../lexer/tokens.ts';
import type { Mark } from '../model/goods.ts';
import { moodsFile } from '../text/lexicon.ts';

// 3号20斤邮费多少 and 5号两袋昨天到的 have goods and amounts like an order, and order nothing.

/**
 * What a message does that looks like an order; `amiss`: it tells that something is wrong with one that was made, `unsent`: that
 * one is not wanted any more.
 */
export type OrderMood = 'asked' | 'told' | 'amiss' | 'unsent';

const { source: _source, date: _date, ...lists } = readData('lexicon/moods.yaml', moodsFile);
const pattern = phrasePatterns(lists);
const wantsNot = new RegExp(pattern.wantsNot, 'gu');
const ENDS = new RegExp(`${pattern.endsAsking.source}[啊呀哦哈嘞哩呐嘛的]?\\s*$`, 'u');
const LEAD = '(?:(?:hi|hello|hey|so|and|but|also|ok|okay|sorry|please|boss|um|oh|well|quick question) )*';
const OPENS = new RegExp(`^\\s*${LEAD}${pattern.opensAsking.source}`, 'u');
/** 甜不甜, 有没有. */
const REPEATED = /(\p{Script=Han})[不没]\1/u;
/** 甜的还是酸的; 还是要两斤 puts something right. */
const CHOICE = /(?<=\S)还是(?![要来那拿就老]|一样|上次|原来|照)(?=\S)/;
const AMISS = new RegExp(`(?<!${pattern.fear.source})${pattern.amiss.source}`, 'u');
const fillers = new RegExp(pattern.fillers, 'gu');
/** 打几折, 减多少; 来几斤, 十几斤 and 好几箱 are vague amounts. */
const HOW_MANY = /(?<!(?<!出)来|[要拿买称整搞再好十百我俺])(?:几(?![乎号十百])|多少(?![来都])|几多|好多)/;
const EITHER = /\bor\b|还是|或者?/;

interface Clause {
  /** In plain signs, without apostrophes. */
  readonly said: string;
  /** Goods or an amount stand in it. */
  readonly holds: boolean;
  /** An amount does. */
  readonly counts: boolean;
  readonly isAsked: boolean;
}

/** How an order's shape is meant; nothing where it may well order. */
export function findOrderMood({ text, tokens }: Lexed, marks: readonly Mark[]): OrderMood | undefined {
  const clauses = toClauses(text.plain, tokens, marks);
  if (isUnsent(clauses)) return 'unsent';
  const holding = clauses.filter(({ holds }) => holds);
  const isWanted = clauses.some((clause) => wants(clause.said) && !asks(clause));
  const counted = clauses.filter(({ counts }) => counts);
  if (!isWanted && ((counted.length > 0 ? counted : holding).every(asks) || asksWhich(clauses)))
    return 'asked';
  return clauses.some(({ said }) => wants(said)) ? undefined : toldIn(clauses);
}

/** 那两瓶醋不必寄了, where nothing else is wanted. */
const isUnsent = (clauses: readonly Clause[]): boolean =>
  clauses.some(({ holds }) => holds) &&
  clauses.every(({ said, holds }) => !holds || pattern.unsent.test(said)) &&
  !clauses.some(({ said }) => wants(said.replace(pattern.unsent, ' ')));

/** Which is sweeter, #1 or #2. */
const asksWhich = (clauses: readonly Clause[]): boolean =>
  clauses.some((one) => !one.holds && asks(one)) &&
  clauses.every(({ said, holds }) => !holds || (EITHER.test(said) && !wants(said)));

function toldIn(clauses: readonly Clause[]): OrderMood | undefined {
  // 5号两袋，上次那袋破了 tells of another one.
  const here = clauses.filter(({ said, holds }) => holds || !pattern.otherTime.test(said));
  if (here.some(({ said }) => AMISS.test(said))) return 'amiss';
  const isTold = here.some(
    ({ said, holds }) => pattern.told.test(said) || (holds && pattern.past.test(said)),
  );
  if (isTold) return 'told';
  const isBefore = clauses.some(({ said, holds }) => holds && pattern.before.test(said));
  return isBefore && clauses.some(({ said }) => pattern.verdict.test(said)) ? 'told' : undefined;
}

export const wants = (said: string): boolean =>
  pattern.wantsNow.test(said) || pattern.wants.test(said.replace(wantsNot, ' '));

/** A clause asks where all of it is a question, or where it asks of a fee, a price, or what is in it. */
function asks({ said, isAsked }: Clause): boolean {
  if (pattern.wantsNow.test(said)) return false;
  if (asksFact(said, isAsked)) return true;
  const parts = said.split(/(?<=\p{Script=Han})\s+/u);
  const isOpen =
    isAsked ||
    ENDS.test(said) ||
    pattern.askWords.test(said) ||
    OPENS.test(said) ||
    REPEATED.test(said) ||
    CHOICE.test(said);
  // 3号两斤 甜不甜: what stands before the blank is an order.
  const isApart = parts.length > 1 && !asksPlainly(parts[0] ?? '');
  return isOpen && !isApart && !wants(said) && !pattern.polite.test(said) && !pattern.delivers.test(said);
}

const asksPlainly = (said: string): boolean =>
  ENDS.test(said) || pattern.askWords.test(said) || REPEATED.test(said);

function asksFact(said: string, isAsked: boolean): boolean {
  if (pattern.vague.test(said)) return false;
  if (pattern.price.test(said) || pattern.content.test(said) || HOW_MANY.test(said)) return true;
  return pattern.fee.test(said) && (isAsked || pattern.asks.test(said) || ENDS.test(said));
}

const BREAK = /[,;!?:…]|\.(?!\d)|(?<=\s)-(?=\s)/g;

function toClauses(plain: string, tokens: readonly Token[], marks: readonly Mark[]): Clause[] {
  const ends = [...plain.matchAll(BREAK)].map(({ index }) => index).filter((at) => !isWithin(tokens, at));
  const cuts = [-1, ...ends, plain.length];
  return cuts.slice(1).map((end, i) => {
    const start = (cuts[i] ?? 0) + 1;
    const isIn = (token: Token): boolean => token.start >= start && token.end <= end;
    return {
      said: plain.slice(start, end).replace(/['’]/g, '').replace(fillers, ' '),
      holds: tokens.some((token, place) => isIn(token) && isOfOrder(token, marks[place])),
      counts: tokens.some((token) => isIn(token) && isCounting(token)),
      isAsked: plain[end] === '?',
    };
  });
}

/** no. 3: its dot ends no clause. */
const isWithin = (tokens: readonly Token[], at: number): boolean =>
  tokens.some(({ is, start, end }) => is !== 'sign' && start <= at && at < end);

const isCounting = (token: Token): boolean =>
  token.is === 'number' || (token.is === 'amount' && token.text !== token.amount.unit.word);

const isOfOrder = (token: Token, mark: Mark | undefined): boolean =>
  token.is === 'code' || isCounting(token) || Boolean(mark);
