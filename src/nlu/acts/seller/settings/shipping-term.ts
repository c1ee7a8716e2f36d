import { findActMood, isUnmeant } from '../../../clauses/act-mood.ts';
import { lex } from '../../../lexer/lexer.ts';
import { isQuantity, type Quantity } from '../../../lexer/tokens.ts';
import { normalizeText } from '../../../text/text.ts';
import { phrasePattern, phrasePatterns, plainWords } from '../../phrases.ts';
import { settingWords } from './setting-lexicon.ts';

/** On what terms a shop sends and hands over, beside its fee. Fen. */
export type ShippingTerm =
  /** 0 lifts it. */
  | { readonly is: 'minimum'; readonly amount: number }
  | { readonly is: 'not-free' }
  | { readonly is: 'way-off'; readonly way: 'express' | 'courier' | 'pickup' }
  /** Sent everywhere but to the places that are named. */
  | { readonly is: 'all-but' }
  | { readonly is: 'home-fee'; readonly home: number; readonly abroad: number }
  /** 山西5块，别处10块: to the places that are named, and everywhere else. */
  | { readonly is: 'place-fee'; readonly here: number; readonly elsewhere: number }
  /** So much more to the places that are named; `fee`: what is paid elsewhere, where that was said too. */
  | { readonly is: 'surcharge'; readonly more: number; readonly fee: number | undefined }
  /** When goods can be fetched, as it was typed. */
  | { readonly is: 'hours'; readonly hours: string };

const said = phrasePatterns(settingWords.terms);
const feeNamed = phrasePattern(settingWords.fee.named);

const lifts = [
  ['noPickup', 'pickup'],
  ['noCourier', 'courier'],
  ['noExpress', 'express'],
] as const;

export function readShippingTerm(message: string): ShippingTerm | undefined {
  const words = plainWords(message);
  const sums = sumsIn(message);
  if (sums === undefined) return undefined;
  const [sum, other, third] = sums;
  if (sum === undefined) return withoutSum(message, words);
  if (other === undefined && saysRuleEnds(message)) return { is: 'not-free' };
  if (third !== undefined) return undefined;
  if (other !== undefined)
    return said.home.test(words) && said.abroad.test(words)
      ? homeFee(words, sum.fen, other.fen)
      : (feeAndMore(message, sum, other) ?? placeFee(message, sum, other));
  // 核桃一斤不到18不卖: of what one of them costs.
  if (isMinimum(words)) return forOne.test(words) ? undefined : { is: 'minimum', amount: sum.fen };
  return said.more.test(words) &&
    !said.notFree.test(words) &&
    !said.minimum.test(words) &&
    FOR_PLACES.test(words)
    ? { is: 'surcharge', more: sum.fen, fee: undefined }
    : undefined;
}

const forOne = phrasePattern(settingWords.terms.forOne);

/** Whether places are named is known where the provinces are. */
const FOR_PLACES = /^(?!.*(?:涨|补货|库存|剩))/u;

/** 满137包邮取消: the sum is that of the rule that ends. */
export function saysRuleEnds(message: string): boolean {
  const [found] = said.ruleEnds.exec(plainWords(message)) ?? [];
  return found !== undefined && !found.includes('额') && isMeant(message, said.ruleEnds);
}

/** Said by the seller, of the shop, and not taken back; from another day on is meant too, and shown first. */
function isMeant(message: string, term: RegExp): boolean {
  const mood = findActMood(message, term);
  return mood === undefined || mood === 'later';
}

/** 以后不包邮了, 满99包邮取消: no amount is sent for free any more; and not 明天不包邮. */
export function endsFreeShipping(message: string): boolean {
  const words = plainWords(message);
  return said.fromNowOn.test(words) && isNoMoreFree(message, words);
}

/** 偏远地区不包邮, 客人说不包邮: of some alone, or not of this shop. */
const isNoMoreFree = (message: string, words: string): boolean =>
  said.notFree.test(words) && !said.notFreePart.test(words) && isMeant(message, said.notFree);

const notFree = phrasePattern(settingWords.terms.notFree, 'g');

/** 满额包邮取消，邮费12块: without the words of what ends, of which 满 would make 12 a limit. */
export const withoutFreeRule = (plain: string): string => plain.replace(notFree, ' ');

function withoutSum(message: string, words: string): ShippingTerm | undefined {
  const states = (name: keyof typeof said): boolean => said[name].test(words) && isMeant(message, said[name]);
  if (states('lifted')) return { is: 'minimum', amount: 0 };
  if (said.notFree.test(words)) return isNoMoreFree(message, words) ? { is: 'not-free' } : undefined;
  const lifted = lifts.find(([name]) => states(name));
  if (lifted) return { is: 'way-off', way: lifted[1] };
  return said.but.test(words) ? { is: 'all-but' } : undefined;
}

const isMinimum = (words: string): boolean =>
  said.minimum.test(words) || (said.under.test(words) && said.refused.test(words));

const homeFee = (words: string, first: number, second: number): ShippingTerm => {
  const isHomeFirst = words.search(said.home) < words.search(said.abroad);
  return isHomeFirst
    ? { is: 'home-fee', home: first, abroad: second }
    : { is: 'home-fee', home: second, abroad: first };
};

/** The sum behind 别处 is that of all others, where parcels are spoken of and goods are not. */
function placeFee(message: string, first: Sum, second: Sum): ShippingTerm | undefined {
  const { plain } = lex(message).text;
  const others = [plain.slice(0, first.start), plain.slice(first.end, second.start)].map(
    (before) => said.others.test(before) || said.abroad.test(before),
  );
  if (others[0] === others[1] || !(feeNamed.test(plain) || SENDS.test(plain))) return undefined;
  const [elsewhere, here] = others[0] ? [first, second] : [second, first];
  return { is: 'place-fee', here: here.fen, elsewhere: elsewhere.fen };
}

const SENDS = /[发寄邮送收]|\bcharge|\b(?:ship|send|post|deliver)/u;

/** 邮费一律6块，云南贵州再加5块: one of two sums comes on top of the other. */
function feeAndMore(message: string, first: Sum, second: Sum): ShippingTerm | undefined {
  const { plain } = lex(message).text;
  const isMore = [
    said.more.test(plain.slice(0, first.start)) || MORE_BEHIND.test(plain.slice(first.end)),
    said.more.test(plain.slice(first.end, second.start).replace(MORE_BEHIND, '')) ||
      MORE_BEHIND.test(plain.slice(second.end)),
  ];
  if (!feeNamed.test(plain) || said.minimum.test(plain) || isMore[0] === isMore[1]) return undefined;
  const [more, fee] = isMore[0] ? [first, second] : [second, first];
  return { is: 'surcharge', more: more.fen, fee: fee.fen };
}

/** 6 more for Tibet. */
const MORE_BEHIND = /^\s*(?:more|extra)\b/u;

interface Sum {
  readonly fen: number;
  readonly start: number;
  readonly end: number;
}

/** The sums of a message; nothing where it names amounts of goods. */
function sumsIn(message: string): Sum[] | undefined {
  const quantities = lex(message)
    .tokens.filter(isQuantity)
    .filter((one) => !isOrder(one));
  // 自提 holds 提, a unit.
  if (quantities.some((one) => (one.is === 'amount' && !one.amount.isOne) || one.is === 'unit'))
    return undefined;
  return quantities.flatMap((one) => {
    const amount = one.is === 'money' ? one.fen : one.is === 'number' ? tenth(one.value) : undefined;
    return amount === undefined ? [] : [{ fen: amount, start: one.start, end: one.end }];
  });
}

const tenth = (thousandths: number | undefined): number | undefined =>
  thousandths === undefined ? undefined : thousandths / 10;

/** 一单, 每单. */
const isOrder = (one: Quantity): boolean =>
  (one.is === 'unit' || (one.is === 'amount' && one.amount.isOne)) &&
  /[单件票个]$|order|parcel/u.test(one.text);

const limitWords = phrasePattern(settingWords.terms.limit, 'g');
/** As it stands in words without apostrophes. */
const limitAct = phrasePattern(
  [...settingWords.terms.limitCue, ...settingWords.terms.limit].map((one) => one.replace(/['’]/gu, '')),
);
const limitLifted = new RegExp(said.limitLifted, 'gu');
const limitCues = phrasePattern(settingWords.terms.limitCue, 'g');

/** 核桃别限购10斤, 客人说不包邮了: a limit, or the end of free shipping, that nobody sets. */
export const isUnmeantTerm = (message: string): boolean =>
  isUnmeant(findActMood(message, limitAct)) || isUnmeant(findActMood(message, said.notFree));

/**
 * 核桃限购一人10斤: the goods and how much of them, without the words of the limit; 核桃不限购: the goods and 不限. Nothing where no limit
 * is set or lifted.
 */
export function readLimitWords(message: string): string | undefined {
  const { plain } = normalizeText(message);
  const isAsked = /[?？吗]|怎么|how\b/iu.test(plain);
  if (isAsked || said.limitNot.test(plainWords(plain))) return undefined;
  if (said.limitLifted.test(plain) && findActMood(message, said.limitLifted) === undefined)
    return /\d/u.test(plain) ? undefined : `${plain.replace(limitLifted, ' ').trim()} 不限`;
  const isOne = plain.match(limitCues)?.length === 1;
  return isOne && findActMood(message, limitAct) === undefined
    ? plain.replace(limitWords, ' ').trim()
    : undefined;
}

const DAYS =
  '(?:每天|天天|平时|周末|周[一二三四五六日天](?:到|至)周[一二三四五六日天]|每?周[一二三四五六日天])?';
const PART = '(?:早上|早晨|清早|上午|中午|下午|傍晚|晚上|早|晚)?';
const CLOCK = '(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})(?:点钟|点半|点|[:：]\\d{2})';
const HAN_HOURS = `${DAYS}${PART}${CLOCK}(?:\\s*(?:到|至|[-~—])\\s*${PART}${CLOCK}|(?:以后|之后|以前|之前|后|前))`;
const TIME = '\\d{1,2}(?::\\d{2})?\\s*(?:am|pm)';
const ENGLISH_HOURS = `(?:from |between )?\\d{1,2}(?::\\d{2})?\\s*(?:am|pm)?\\s*(?:to|and|until|-)\\s*${TIME}|(?:after|before|until) ${TIME}`;
const HOURS = new RegExp(`${HAN_HOURS}|${ENGLISH_HOURS}`, 'iu');

/** 下午三点到五点来取: when goods can be fetched, as it was typed; nothing where nobody fetches anything. */
export function findFetchHours(message: string): string | undefined {
  const { said: typed, plain } = normalizeText(message);
  if (!said.fetch.test(plain)) return undefined;
  const found = HOURS.exec(plain);
  return found ? typed.slice(found.index, found.index + found[0].length).trim() : undefined;
}
