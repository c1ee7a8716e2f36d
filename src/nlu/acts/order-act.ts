import { normalizeText } from '../text/text.ts';
import { phrasePatterns, plainWords } from './phrases.ts';
import { sellerLexicon } from './seller-lexicon.ts';

/** What a seller says is done, or is to be done, with orders. */
export type OrderVerb =
  | 'accept'
  | 'decline'
  | 'ship'
  | 'weigh'
  | 'delivered'
  | 'money'
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
  /** The message without the orders' numbers: a tracking number stands in it. */
  readonly rest: string;
  /** What was said behind the deed: why. */
  readonly why: string;
}

/** The first order number of a message, as it is written on orders. */
export function findOrderNumber(message: string): string | undefined {
  const [first] = normalizeText(message).plain.match(NUMBER) ?? [];
  return first && formatted(first);
}

const { all, this: these, question, opening, shipNumbered, ...deeds } = phrasePatterns(sellerLexicon.orders);
const NUMBER = /(?<![a-z\d])[a-z]{1,2}(?: ?- ?\d{1,4}|\d{4})(?![\d-]|[a-z])/giu;
const NTH =
  /第\s*(\d{1,2}|[一二三四五六七八九十])\s*(?:个|单|笔|份)?(?:订?单)?|order (?:no\.? ?|#)(\d{1,2})\b/iu;
const DIGITS = '一二三四五六七八九十';
/** A parcel's number, not to be taken for words. */
const PARCEL = /[a-z]{0,4}\d[\d -]{7,}/iu;
const CODES = /[a-z]{0,4}[\d -]{8,}/giu;

/** A longer message without an order's number is about something else. */
const BARE_LENGTH = 26;

/** Orders handled by words; nothing where the message is about something else. */
export function readOrderActs(message: string): readonly OrderAct[] {
  const { plain } = normalizeText(message);
  const found = [...plain.matchAll(NUMBER)];
  const starts = found.map(({ index }) => index);
  const pieces = starts.map((start, i) => message.slice(start, starts[i + 1] ?? message.length));
  const each = pieces.map((piece) => readOne(piece, true));
  // A-0317 发了 SF1…，A-0318 发了 SF2…: each has its own deed.
  if (each.length > 1 && each.every((act) => act !== undefined && act.does !== 'look')) return each;
  const one = readOne(message, found.length > 0);
  return one ? [one] : [];
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
    isAll: all.test(words),
    isThis: these.test(words),
    rest,
    why: rest
      .split(/[,，;；。:：\s]+/)
      .slice(1)
      .join(' ')
      .trim(),
  };
  const isPointed = isNumbered || which.nth !== undefined || which.isThis;
  const does = deedIn(words, isPointed, PARCEL.test(rest));
  if (!does) return isNumbered ? { does: 'look', ...which } : undefined;
  return isPointed || words.length <= BARE_LENGTH ? { does, ...which } : undefined;
}

const verbs = ['where', 'count', 'decline', 'accept', 'weigh', 'delivered', 'money', 'ship'] as const;

function deedIn(words: string, isPointed: boolean, isParcel: boolean): OrderVerb | undefined {
  const said = verbs.find((deed) => deeds[deed].test(words));
  const does = said ?? (isPointed && shipNumbered.test(words) ? 'ship' : undefined);
  // 谁买的: of the one order there is; 地址是…, without an order, is about something else.
  if (does === 'where') return isPointed || deeds.who.test(words) ? does : undefined;
  if (!does || does === 'count') return does;
  const isAsked = question.test(words) || opening.exec(words)?.index === 0;
  // 接了，发了 SF…: what is sent is taken on with it.
  if (does === 'accept' && !isAsked && deeds.ship.test(words) && isParcel) return 'ship';
  if (!isAsked) return does;
  return isPointed ? 'look' : undefined;
}

const place = (text: string): number => (/\d/.test(text) ? Number(text) : DIGITS.indexOf(text) + 1);

function formatted(text: string): string {
  const [, letters = '', digits = ''] = /^([a-z]+)\D*(\d+)$/i.exec(text.replace(/\s/g, '')) ?? [];
  return `${letters.toUpperCase()}-${digits.padStart(4, '0')}`;
}
