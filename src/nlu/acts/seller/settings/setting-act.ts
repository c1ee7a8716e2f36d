import { parseDay, type WhenContext } from '../../../datetime.ts';
import { lex } from '../../../lexer/lexer.ts';
import { isQuantity, type Quantity } from '../../../lexer/tokens.ts';
import { readNumber } from '../../../rules/lexer/numbers.ts';
import { splitClauses } from '../../clauses.ts';
import { isLonger, phrasePattern, phrasePatterns, plainWords } from '../../phrases.ts';
import { findOrderNumber } from '../orders/order-act.ts';
import { saysNoRest } from './rest-act.ts';
import { settingWords as words } from './setting-lexicon.ts';
import {
  endsFreeShipping,
  findFetchHours,
  readShippingTerm,
  type ShippingTerm,
  saysRuleEnds,
  withoutFreeRule,
} from './shipping-term.ts';
import { readTwoFees, type TwoFees } from './two-fees.ts';
import { readWeightFee, type WeightFee } from './weight-fee.ts';

const fee = phrasePatterns(words.fee);
const areas = phrasePatterns(words.areas);
const dayOff = phrasePattern(words.days.off);
const resumed = phrasePattern(words.days.resumed);
const pickup = phrasePatterns(words.pickup);
const shopName = phrasePatterns(words.name);
const asked = phrasePattern(words.asked);

/** What a seller says the shop is to do. It is shown as it was understood, and confirmed before it counts. */
export type SettingAct =
  /** Fen; what was not said is undefined. */
  | {
      readonly is: 'fee';
      readonly way: 'express' | 'courier';
      readonly fee: number | undefined;
      readonly freeFrom: number | undefined;
      /** 以后不包邮了，运费12块: no amount is sent for free any more. */
      readonly endsFree?: true;
    }
  | ShippingTerm
  | WeightFee
  | TwoFees
  /** Of the places that the message names. */
  | { readonly is: 'areas'; readonly isShipped: boolean }
  /** To the places that are named and nowhere else; `isHome`: to the village's own province. */
  | { readonly is: 'only-areas'; readonly isHome: boolean }
  /** UTC midnights. */
  | { readonly is: 'days'; readonly days: readonly Date[] }
  /** `isAhead`: the place stands before the word for fetching. */
  | { readonly is: 'pickup'; readonly place: string; readonly isAhead?: boolean }
  | { readonly is: 'name'; readonly name: string };

/** The settings that a message states, the likeliest first: where one cannot be meant, the next is tried. */
export function readSettings(message: string, when: WhenContext): readonly SettingAct[] {
  const said = plainWords(message);
  if (isLonger(message, 80) || /[?？]/.test(message)) return [];
  const name = readShopName(message);
  if (name) return [name];
  if (asked.test(said)) return [];
  const pickedUp = readPickup(message);
  const charged = readFee(message);
  // 自己来拿，不收邮钱: of those who come, and of no others.
  const fees = pickedUp?.is === 'pickup' && charged?.is === 'fee' && charged.fee === 0 ? undefined : charged;
  const found = [
    readWeightFee(message),
    readShippingTerm(message),
    readTwoFees(message),
    fees,
    readAreas(message, said),
    readDays(message, said, when),
    pickedUp,
  ];
  return found.filter((one) => one !== undefined);
}

/** 邮费统一收6块，买够68就不收了: a fee, and from where on there is none. 以后都包邮: none at all. */
function readFee(message: string): SettingAct | undefined {
  const { text, tokens } = lex(withDigits(message));
  const sums = tokens.filter(isQuantity).filter((token) => !isOrderUnit(token));
  if (!fee.named.test(text.plain) || sums.length > MOST_SUMS) return undefined;
  const way = fee.courier.test(text.plain) ? 'courier' : 'express';
  if (sums.length === 0) {
    const isFree = fee.allFree.test(text.plain);
    return isFree ? { is: 'fee', way, fee: 0, freeFrom: undefined } : undefined;
  }
  let said: { fee?: number; freeFrom?: number } = {};
  for (const [i, sum] of sums.entries()) {
    const before = text.plain.slice(sums[i - 1]?.end ?? 0, sum.start);
    const behind = text.plain.slice(sum.end, sums[i + 1]?.start);
    const amount = fenFrom(sum);
    if (amount === undefined) return undefined;
    const isFrom =
      isThreshold(withoutFreeRule(before)) || fee.fromBehind.test(behind) || FREE_BEHIND.test(behind);
    const role = isFrom ? 'freeFrom' : 'fee';
    if (said[role] !== undefined && said[role] !== amount) return undefined;
    said = { ...said, [role]: amount };
  }
  const isFreeSaid = fee.free.test(text.plain) || fee.below.test(text.plain);
  if (said.freeFrom !== undefined && !isFreeSaid) return undefined;
  const isOver = saysRuleEnds(message);
  const freeFrom = isOver ? undefined : said.freeFrom;
  const endsFree = isOver || (freeFrom === undefined && endsFreeShipping(message));
  return { is: 'fee', way, fee: said.fee, freeFrom, ...(endsFree && { endsFree }) };
}

/** 满58包邮，没满58收5块: the limit may be said twice. */
const MOST_SUMS = 3;
/** 58包邮. */
const FREE_BEHIND = /^\s*(?:就|全)?(?:包邮|免邮|免运费)/u;

/** 满58, 不够58: so much decides. 不满收5块: that it was not reached does not make 5 a limit. */
const isThreshold = (before: string): boolean =>
  fee.from.test(before.replace(belowAlone, ' ')) || belowHere.test(before);

const belowAlone = phrasePattern(words.fee.below, 'g');
const belowHere = new RegExp(`${phrasePattern(words.fee.below).source}\\s*[¥$]?\\s*$`, 'u');

/** 买够八十八: sums in Han signs without a unit. */
const withDigits = (message: string): string =>
  message.replace(HAN_NUMBER, (run) => {
    const value = readNumber(run);
    return value === undefined ? run : String(value / 1_000);
  });

const HAN_NUMBER = /[一二两三四五六七八九十百零]{2,}(?=[\p{Script=Han}，,。！!\s]|$)/gu;

/** 每单, 一单: what the fee is for. */
const isOrderUnit = (token: Quantity): boolean =>
  (token.is === 'unit' || (token.is === 'amount' && token.amount.isOne)) && ORDER_UNIT.test(token.text);

const ORDER_UNIT = /[单件票]$|order|parcel/u;

function fenFrom(sum: Quantity): number | undefined {
  if (sum.is === 'money') return sum.fen;
  return sum.is === 'number' && sum.value !== undefined ? sum.value / 10 : undefined;
}

const onlyTo = phrasePattern(words.only.cue);
const home = phrasePattern(words.terms.home);

function readAreas(message: string, said: string): SettingAct | undefined {
  // 山西只收5块: a fee, and nothing is kept from others.
  const isFee = lex(message).tokens.some(({ is }) => is === 'money');
  if (!isFee && onlyTo.test(said)) return { is: 'only-areas', isHome: home.test(said) };
  if (areas.away.test(said)) return { is: 'areas', isShipped: false };
  return areas.again.test(said) ? { is: 'areas', isShipped: true } : undefined;
}

/** 周二我去走亲戚，那天不发货; 周三周四歇: each part that names a day; 周五再寄 names none of them. */
function readDays(typed: string, all: string, when: WhenContext): SettingAct | undefined {
  // A-0013 今天发不了，明天发: that order is late, and the shop is open.
  const isOpen = saysNoRest(all) || findOrderNumber(typed) !== undefined;
  if (!dayOff.test(all) || isOpen) return undefined;
  const isResumed = resumed.test(all);
  const clauses = isResumed ? splitClauses(typed).filter((one) => !resumed.test(plainWords(one))) : [];
  const message = isResumed ? clauses.join('，') : typed;
  const said = isResumed ? plainWords(message) : all;
  if (!dayOff.test(said)) return undefined;
  const whole = parseDay(message, when) ?? parseDay(said.replace(dayOff, ' '), when);
  const days = whole
    ? [whole]
    : splitClauses(message)
        .flatMap((clause) => clause.split(LISTED))
        .flatMap((part) => parseDay(part, when) ?? []);
  return days.length > 0 ? { is: 'days', days } : undefined;
}

const LISTED =
  /[、和跟与]|\band\b|(?<=[一二三四五六日天])(?=(?:下|这|本)?(?:周|星期|礼拜)[一二三四五六日天])/u;

/** 自己来取的话到村口老槐树下找我: where. */
function readPickup(typed: string): SettingAct | undefined {
  const hours = findFetchHours(typed);
  const message = hours ? typed.replace(hours, ' ') : typed;
  const { said, plain } = lex(message).text;
  const cue = pickup.cue.exec(plain);
  if (!cue) return hours ? { is: 'hours', hours } : undefined;
  const from = cue.index + cue[0].length;
  const at = pickup.at.exec(plain.slice(from));
  const ahead = at ? undefined : placeAhead(said, plain, cue.index);
  if (ahead) return { is: 'pickup', place: hours ? `${ahead}，${hours}` : ahead, isAhead: true };
  if (!at) return hours ? { is: 'hours', hours } : undefined;
  const start = from + at.index + at[0].length;
  const [clause = ''] = said.slice(start).split(/[,，。;；!！]/u);
  const end = pickup.end.exec(clause.toLowerCase());
  const place = clause.slice(0, end?.index).trim();
  if ([...place].length < 2) return hours ? { is: 'hours', hours } : undefined;
  return { is: 'pickup', place: hours ? `${place}，${hours}` : place };
}

/** 来河沿儿老磨坊自己取也中: what stands between the word of coming and the cue, in one clause. */
function placeAhead(said: string, plain: string, end: number): string | undefined {
  if (!pickup.open.test(plain)) return undefined;
  const from = Math.max(...[...plain.slice(0, end).matchAll(CLAUSE_ENDS)].map(({ index }) => index + 1), 0);
  const come = pickup.come.exec(plain.slice(from, end));
  const place = come && withoutEnd(said.slice(from + come.index + come[0].length, end).trim());
  return place && [...place].length >= 2 && [...place].length <= LONGEST_PLACE ? place : undefined;
}

/** 小学东边第三家可以: the place alone. */
function withoutEnd(place: string): string {
  const last = [...place.matchAll(aheadEnd)].at(-1);
  const isLast = last && last.index + last[0].length === place.length && last.index > 0;
  return isLast ? withoutEnd(place.slice(0, last.index)) : place;
}

const aheadEnd = phrasePattern(words.pickup.aheadEnd, 'g');
const CLAUSE_ENDS = /[,，。;；!！]/gu;
const LONGEST_PLACE = 20;

const MARKS = /^[\s「“"'：:]+|[\s」”"'。.!！吧了啊]+$/gu;

/** 以后叫老刘家果园. */
const CALLED =
  /^(?:以后|今后|往后|我们|我家|俺家|咱们)*(?:就)?(?:改叫|改名叫|叫)(.{2,12}(?:园|店|铺|铺子|农场|合作社|农庄))$/u;

/** 我家店名改成老田头果园: the new name. */
function readShopName(message: string): SettingAct | undefined {
  const { said, plain } = lex(message).text;
  const cue = shopName.cue.exec(plain);
  const to = cue && shopName.to.exec(plain.slice(cue.index + cue[0].length));
  const called = CALLED.exec(plain);
  if (!cue && called) return { is: 'name', name: said.slice(said.length - (called[1] ?? '').length) };
  // 店 and 改成 stand close together: 店里的核桃改成16 is about walnuts.
  if (!cue || !to || to.index > 4) return undefined;
  const name = said.slice(cue.index + cue[0].length + to.index + to[0].length).replace(MARKS, '');
  const isName = [...name].length >= 2 && [...name].length <= 20 && !/[\d,，。;；]/u.test(name);
  return isName ? { is: 'name', name } : undefined;
}
