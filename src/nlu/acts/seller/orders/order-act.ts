import { parseNumeral } from '../../../datetime/numerals.ts';
import { lex } from '../../../lexer/lexer.ts';
import { normalizeText } from '../../../text/text.ts';
import { splitClauses } from '../../clauses.ts';
import { saidForList } from '../../otherwise.ts';
import { phrasePatterns, plainWords } from '../../phrases.ts';
import { sellerLexicon } from '../seller-lexicon.ts';
import { isElsewhere, isSure } from './order-doubt.ts';
import { isNotYet, isPostponed, readOrderOwner } from './order-owner.ts';
import { readReason } from './order-reason.ts';

/** What a seller says is done, or is to be done, with orders. */
export type OrderVerb =
  | 'accept'
  | 'decline'
  | 'ship'
  | 'weigh'
  | 'delivered'
  | 'money'
  /** It goes out another day: its buyer is to know. */
  | 'later'
  | 'where'
  | 'count'
  | 'look';

/** Which orders are meant. Empty `numbers`, no place in the list and not all: whatever is on the table. */
export interface OrderAct {
  readonly does: OrderVerb;
  /** As people say them: `A-0317`. */
  readonly numbers: readonly string[];
  /** 第3单: its place in the list of open orders, from 1. */
  readonly nth?: number | undefined;
  readonly isAll: boolean;
  readonly isThis: boolean;
  /** The one that came last. */
  readonly isNewest: boolean;
  /** The message without the orders' numbers: a tracking number stands in it. */
  readonly rest: string;
  /** What was said behind the deed: why. */
  readonly why: string;
  /** 昨天12个订单都寄了: how many there are said to be. */
  readonly counted: number | undefined;
  /** Whose order, or of what, where somebody or something is named. */
  readonly owner: string | undefined;
}

/** The order numbers of a message, as they are written on orders. */
export const findOrderNumbers = (message: string): readonly string[] =>
  (normalizeText(message).plain.match(NUMBER) ?? []).map(formatted);

/** The first of them. */
export const findOrderNumber = (message: string): string | undefined => findOrderNumbers(message)[0];

const {
  all,
  this: these,
  newest,
  question,
  opening,
  parcel,
  aside,
  search,
  searchFill,
  notTaken,
  takenAll,
  askedOf,
  askedFill,
  ...deeds
} = phrasePatterns(sellerLexicon.orders);
/** 发霉了没法吃 asks nothing; 接了没办法 may. */
const notAsked = new RegExp(`(?<![接发寄收])${deeds.notAsked.source}`, 'gu');
const counted = new RegExp(deeds.count.source, 'gu');
const numbered = [
  ['ship', deeds.shipNumbered],
  ['decline', deeds.declineNumbered],
  ['money', deeds.moneyNumbered],
  ['weigh', deeds.weighNumbered],
  ['accept', deeds.acceptNumbered],
] as const;
/** 还没付: what has not been done. */
const UNDONE = /没|未|还不|不了|唔|\b(?:can)?not\b|\b(?:can|won|don|doesn|didn|hasn|haven)t\b|\bnt\b|n't/u;
const NUMBER = /(?<![a-z\d])[a-z]{1,2}(?: ?- ?\d{1,4}|\d{4})(?![\d-]|[a-z])/giu;
const NTH =
  /第\s*(\d{1,2}|[一二三四五六七八九十])\s*(?:个|单|笔|份)?(?:订?单)?|order (?:no\.? ?|#)(\d{1,2})\b/iu;
const DIGITS = '一二三四五六七八九十';
/** A parcel's number, not to be taken for words. */
const PARCEL = /[a-z]{0,4}\d[\d -]{7,}/iu;
const CODES = /[a-z]{0,4}[\d -]{8,}/giu;

/** 第二单, A-0317, 这单: the message is about that order, whatever else it might mean. */
export const isPointedOrder = ({ numbers, nth, isThis, isNewest, owner }: OrderAct): boolean =>
  numbers.length > 0 || nth !== undefined || isThis || isNewest || owner !== undefined;

/** Who it was and where it goes is asked in more words than a deed takes. */
const MOST_ASKED = 80;

/** A longer message without an order's number is about something else; Latin words are longer. */
const isBrief = (words: string): boolean => words.length <= (/\p{Script=Han}/u.test(words) ? 26 : 44);

/** 称了, weighed: no name of goods. */
export const isWeighWord = (words: string): boolean => deeds.weigh.test(plainWords(words));

/** Orders handled by words; nothing where the message is about something else. */
export function readOrderActs(message: string): readonly OrderAct[] {
  const { plain } = normalizeText(message);
  const found = [...plain.matchAll(NUMBER)];
  const starts = found.map(({ index }) => index);
  const pieces = starts.map((start, i) => message.slice(start, starts[i + 1] ?? message.length));
  const each = pieces.map((piece) => readOne(piece, true));
  // A-0317 发了 SF1…，A-0318 发了 SF2…: each has its own deed.
  if (each.length > 1 && each.every((act) => act !== undefined && act.does !== 'look')) return each;
  const owned = found.length === 0 ? ofSeveral(message) : undefined;
  if (owned) return owned;
  const one = readOne(message, found.length > 0);
  return one ? [one] : [];
}

/** 榛蘑那单接了，猴头菇那单明天再说: of several orders by whose they are, each has its own deed, or none yet. */
function ofSeveral(message: string): readonly OrderAct[] | undefined {
  const clauses: string[] = [];
  for (const clause of splitClauses(message)) {
    // 面那单不接，面没了: what stands behind belongs to it.
    const isMore = clauses.length > 0 && readOrderOwner(clause) === undefined;
    clauses.push(isMore ? `${clauses.pop()}，${clause}` : clause);
  }
  if (clauses.filter((clause) => readOrderOwner(clause) !== undefined).length < 2) return undefined;
  return clauses
    .filter((clause) => !isPostponed(clause))
    .flatMap((clause) => readOne(clause, false) ?? [])
    .filter(({ does }) => does !== 'look');
}

function readOne(message: string, isNumbered: true): OrderAct;
function readOne(message: string, isNumbered: boolean): OrderAct | undefined;
function readOne(message: string, isNumbered: boolean): OrderAct | undefined {
  const { plain } = normalizeText(message);
  const numbers = [...plain.matchAll(NUMBER)].map(([all]) => formatted(all));
  const rest = message.replace(NUMBER, ' ').trim();
  const words = plainWords(rest.replace(CODES, ' '));
  const nth = NTH.exec(plain);
  const which = {
    numbers,
    nth: nth ? place(nth[1] ?? nth[2] ?? '') : undefined,
    counted: countIn(plain),
    isAll: all.test(words),
    isThis: these.test(words),
    isNewest: newest.test(words),
    rest,
    why: '',
    owner: isNumbered ? undefined : readOrderOwner(message),
  };
  const isOne = isNumbered || which.nth !== undefined || which.isThis || which.isNewest;
  const isOwned = which.owner !== undefined;
  const isPointed = isOne || isOwned;
  const found = [deedIn(words, isOne, PARCEL.test(rest)), ownedDeed(words, isOwned)].flatMap(
    (one) => one ?? [],
  );
  const does = found.find((deed) => isSure(deed, rest));
  // 刚刚有人买走6只土鸡: told, and no question how many orders there are.
  if (does === 'count' && statesAmount(message)) return undefined;
  // 取消刚才的修改, take them off: of goods.
  if ((does === 'decline' || does === 'accept') && !isNumbered && aside.test(words)) return undefined;
  if (does === 'accept' && !isPointed && isElsewhere(message)) return undefined;
  const isAsked = (which.isThis && question.test(words)) || (isPointed && found.length > 0);
  const isLeft = isPointed && (isNotYet(words) || (isOwned && !does && isPostponed(words)));
  if (isLeft) return { does: 'look', ...which };
  if (!does) return isNumbered || isAsked ? { does: 'look', ...which } : undefined;
  const why = does === 'decline' ? readReason(rest) : behindDeed(rest);
  const mayTell = isBrief(words) || (does === 'where' && words.length <= MOST_ASKED);
  return isPointed || mayTell ? { does, ...which, why } : undefined;
}

/** 取消, 不要了: enough of an order whose owner is named. */
const ownedDeed = (words: string, isOwned: boolean): OrderVerb | undefined =>
  isOwned && deeds.declineOwned.test(words) ? 'decline' : undefined;

const COUNTED =
  /(?<![a-z\d第-])(\d{1,3}|[两二三四五六七八九十]{1,3}) ?个?(?:订单|单(?![子号]))|(?<![\w-])(\d{1,3}) orders\b/u;

function countIn(plain: string): number | undefined {
  const [, han, latin] = COUNTED.exec(plain) ?? [];
  const said = han ?? latin;
  return said === undefined ? undefined : parseNumeral(said);
}

const behindDeed = (rest: string): string =>
  rest
    .split(/[,，;；。:：\s]+/u)
    .slice(1)
    .join(' ')
    .trim();

const verbs = [
  'where',
  'count',
  'decline',
  'accept',
  'weigh',
  'delivered',
  'money',
  'later',
  'ship',
] as const;

/** 别发了，她打电话来说不要了; don't send it: what its buyer says is no question, and nothing goes out. */
function isCallingOff(words: string): boolean {
  const found = deeds.notShip.exec(words);
  if (!found || deeds.notShipYet.test(words.slice(found.index))) return false;
  return !/^[a-z]/u.test(found[0]) || deeds.notShipOff.test(words);
}

function deedIn(all: string, isPointed: boolean, isParcel: boolean): OrderVerb | undefined {
  const words = all.replace(notAsked, ' ');
  if (isPointed && isCallingOff(words) && !question.test(words)) return 'decline';
  const first = verbs.find((deed) => deeds[deed].test(saidForList('seller', deed, words)));
  // 把没接的都接上: which of them, and no question how many there are.
  const uncounted = words.replace(counted, ' ');
  const isTaken =
    first === 'count' && deeds.accept.test(uncounted) && takenAll.test(uncounted) && !isRefusing(uncounted);
  const found = isTaken ? 'accept' : first;
  // 不发了, of no order; don't send it yet.
  if (found === 'ship' && deeds.notShip.test(words)) return isPointed ? 'look' : undefined;
  const fewer = isPointed ? fewerWords(words) : undefined;
  // 单号SF…, 走的中通 7531…: a parcel's number says what was done.
  const isSent = isParcel && (isPointed || deeds.shipNumbered.test(words));
  const does = found ?? fewer ?? (isSent ? 'ship' : undefined);
  if (does === 'later' && isParcel) return 'ship';
  // 后天再发: of a parcel; without one it is said of the shop.
  if (does === 'later' && !isPointed && !parcel.test(words)) return undefined;
  // 谁买的: of the one order there is; 地址是…, without an order, is about something else.
  if (does === 'where') return isPointed || deeds.who.test(words) ? does : undefined;
  if (!does || does === 'count') return does;
  const isAsked = question.test(words) || opening.exec(words)?.index === 0;
  // 接了，发了 SF…: what is sent is taken on with it.
  if (does === 'accept' && !isAsked && deeds.ship.test(words) && isParcel) return 'ship';
  if (!isAsked) return does;
  return isPointed ? 'look' : undefined;
}

/** 没接的先别接了, 没接的都接了没: nothing is taken on. */
const isRefusing = (words: string): boolean => notTaken.test(words) || /没$/u.test(words);

const statesAmount = (message: string): boolean =>
  lex(message).tokens.some(
    (token) => token.is === 'amount' && token.amount.base !== undefined && !BARE_UNIT.test(token.text),
  );

/** 打包: a unit, without a number. */
const BARE_UNIT = /^[^\d零一二两俩三仨四五六七八九十廿百千半几a-z]+$/u;

/** 接, 付了: enough of an order that is named. */
const fewerWords = (words: string): OrderVerb | undefined =>
  numbered.find(
    ([deed, pattern]) =>
      pattern.test(saidForList('seller', `${deed}Numbered`, words)) &&
      (deed === 'decline' || !UNDONE.test(words)),
  )?.[0];

const place = (text: string): number => (/\d/.test(text) ? Number(text) : DIGITS.indexOf(text) + 1);

function formatted(text: string): string {
  const [, letters = '', digits = ''] = /^([a-z]+)\D*(\d+)$/i.exec(text.replace(/\s/g, '')) ?? [];
  return `${letters.toUpperCase()}-${digits.padStart(4, '0')}`;
}

const searchWords = new RegExp(search.source, 'gu');
const fillWords = new RegExp(searchFill.source, 'gu');

/** 王芳的订单, 太原那边谁买了, `orders from Harbin`: what is left beside the words for orders names whose they are. */
export function readOrderSearch(message: string): string | undefined {
  const words = plainWords(message);
  if (!isBrief(words) || !search.test(words)) return undefined;
  const whom = words.replace(searchWords, ' ').replace(fillWords, ' ').replace(/\s+/gu, ' ').trim();
  return [...whom].length < 2 || /\d/u.test(whom) ? undefined : whom;
}
