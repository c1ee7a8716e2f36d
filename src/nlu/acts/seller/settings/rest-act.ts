import { z } from 'zod';
import { readDataFile } from '../../../../shop/values/data-file.ts';
import { findActMood } from '../../../clauses/act-mood.ts';
import { nextLunarDay } from '../../../datetime/lunar.ts';
import { DAY_MS, fromLocal, toLocal, zoneDay } from '../../../datetime/zone.ts';
import { parseDay, type WhenContext } from '../../../datetime.ts';
import { lex } from '../../../lexer/lexer.ts';
import type { Token } from '../../../lexer/tokens.ts';
import { readNumber } from '../../../rules/lexer/numbers.ts';
import { splitClauses } from '../../clauses.ts';
import { phrases } from '../../lexicon.ts';
import { isLonger, phrasePatterns, plainWords } from '../../phrases.ts';
import { findOrderNumber } from '../orders/order-act.ts';

const lexicon = readDataFile('lexicon/rests.yaml', {
  rest: z.strictObject({
    ...{ off: phrases, closed: phrases, open: phrases, again: phrases, begin: phrases },
    ...{
      until: phrases,
      asked: phrases,
      goodsOff: phrases,
      notOff: phrases,
      someDay: phrases,
      working: phrases,
    },
  }),
  holidays: z.record(z.string(), phrases),
});

const said = phrasePatterns(lexicon.rest);
const holidays = Object.entries(phrasePatterns(lexicon.holidays));

/** The household rests, and is back. */
export type RestAct =
  /** UTC midnights; `last` is the last day on which nothing is done. */
  | { readonly is: 'rest'; readonly first: Date; readonly last: Date }
  /** Nothing is sold until somebody says that it is. */
  | { readonly is: 'close' }
  | { readonly is: 'open' };

/** The longest rest that is believed, in days. */
const LONGEST = 60;

/** A rest begins so many days before or after its feast at most. */
const MOST_AROUND = 31;

/** 明后两天, 今明两天. */
const TWO_DAYS = /(今|明)天?[和跟与、,，]?(明|后)(?:两|2)?天/gu;
/** 后天和大后天. */
const TWO_AFTER = /(?<!大)后天[和跟与、,，]?大后天/gu;
/** 明天后天车进不来，这两天不发货: the days that were named, and none from today on. */
const THOSE_DAYS = /(?:这|那)(?:两|2|几|俩)天|\b(?:on )?(?:these|those)(?: two)? days\b/giu;
const ENGLISH_TWO_DAYS = /\btomorrow and the (?:day after|next day|next one)(?: that| tomorrow)?\b/giu;

const AS_USUAL = /照常|照样|照旧|正常|\bas usual\b/iu;

function withBothDays(typed: string): string {
  const named = typed
    .replace(TWO_DAYS, (_, first: string, last: string) => `${first}天到${last}天，`)
    .replace(TWO_AFTER, '后天到大后天，')
    .replace(ENGLISH_TWO_DAYS, 'tomorrow to the day after tomorrow,');
  // 我这两天休息，明天后天照常发货: those are other days.
  return named === typed || AS_USUAL.test(named) ? typed : named.replace(THOSE_DAYS, ' ');
}

/** 明天不休息: no day off. */
export const saysNoRest = (plain: string): boolean => said.notOff.test(plain);

/** 我要休息三天; 明天开始歇业，十二月五号再开; 店先关了; 我又开门了. A single day off is a setting, and none of these. */
export function readRest(typed: string, when: WhenContext): RestAct | undefined {
  const message = withBothDays(typed);
  const plain = plainWords(message);
  if (isLonger(message, 60) || /[?？]/.test(message) || said.asked.test(plain)) return undefined;
  // A-0013 今天发不了货: that order is late, and the shop is open.
  if (findOrderNumber(message) !== undefined) return undefined;
  const mood = findActMood(typed, said.off);
  if (mood === 'heard' || mood === 'others') return undefined;
  const isOff = !saysNoRest(plain) && (said.off.test(plain) || said.closed.test(plain));
  if (said.open.test(plain) && !isOff) return { is: 'open' };
  if (!isOff) return undefined;
  const range = readRange(message, plain, when);
  if (range) return range;
  const isDay = splitClauses(message).some((clause) => parseDay(clause, when));
  return said.closed.test(plain) && !isDay ? { is: 'close' } : undefined;
}

/** Some goods rest: the day from which they are sold again, where one can be told. */
export interface GoodsRest {
  readonly back: Date | undefined;
}

/** 红枣歇到下周一, 小米12月5号再卖, 红枣先歇几天; nothing where they do not rest from today on. */
export function readGoodsRest(typed: string, when: WhenContext): GoodsRest | undefined {
  const message = withBothDays(typed);
  const plain = plainWords(message);
  if (isLonger(message, 60) || /[?？]/.test(message) || said.asked.test(plain)) return undefined;
  const isOff = said.off.test(plain) || said.closed.test(plain) || said.goodsOff.test(plain);
  // take 3 yuan off the cheese: about its price.
  if (lex(message.replace(LENGTH_ANYWHERE, ' ')).tokens.some(isFigure)) return undefined;
  if (!isOff && !said.again.test(plain)) return undefined;
  const range = readRange(message, plain, when);
  const isNow = range?.is === 'rest' && range.first.getTime() === findToday(when).getTime();
  if (range?.is === 'rest' && isNow) return { back: after(range.last, 1) };
  const isDay = splitClauses(message).some((clause) => parseDay(clause, when));
  return isOff && !range && !isDay ? { back: undefined } : undefined;
}

const isFigure = (token: Token): boolean =>
  token.is === 'money' || token.is === 'number' || (token.is === 'amount' && token.amount.base !== undefined);

export const findToday = ({ now, timeZone }: WhenContext): Date => new Date(zoneDay(toLocal(now, timeZone)));

const LUNAR = 'lunar ';

/** 国庆放假七天: from its day on; `open` where it is not known which day begins it. */
export function findHoliday(plain: string, today: Date): Date | 'open' | undefined {
  const name = holidays.find(([, pattern]) => pattern.test(plain))?.[0];
  if (name === undefined || name === 'open') return name;
  const [month = 1, day = 1] = name.replace(LUNAR, '').split('-').map(Number);
  if (name.startsWith(LUNAR)) return new Date(nextLunarDay({ month, day }, today.getTime()) ?? today);
  const on = (year: number): Date => new Date(Date.UTC(year, month - 1, day));
  const thisYear = on(today.getUTCFullYear());
  return thisYear >= today ? thisYear : on(today.getUTCFullYear() + 1);
}

function readRange(message: string, plain: string, when: WhenContext): RestAct | undefined {
  const today = findToday(when);
  const days = readDays(plain);
  const clauses = splitClauses(message)
    .filter(mayRest)
    .flatMap((clause) =>
      clause.split(said.until).flatMap((part) => (days === undefined ? part : part.split(LISTED))),
    );
  const named = daysInTurn(clauses, when);
  const back = named.find(({ clause, day }) => day && said.again.test(plainWords(clause)))?.day;
  const [one, other, third] = named.flatMap(({ day }) => (day && day !== back ? [day] : []));
  if (third) return undefined;
  if (back) return other ? undefined : rest(one ?? today, after(back, -1));
  const holiday = findHoliday(plain, today);
  if (one && holiday instanceof Date && !isNear(one, holiday)) return undefined;
  if (!one && holiday === 'open') return undefined;
  const first = one ?? (holiday instanceof Date ? holiday : today);
  // 那两天: of days that no calendar knows, and not from today on.
  if (!one && !(holiday instanceof Date) && said.someDay.test(plain)) return undefined;
  if (days !== undefined) {
    const last = after(first, days - 1);
    return other && other.getTime() !== last.getTime() ? undefined : rest(first, last);
  }
  if (one && other) return rest(one, other);
  // 过年歇到正月十五: from the feast on, and not from today.
  const start = holiday instanceof Date && one && holiday <= one ? holiday : today;
  return one && said.until.test(plain) && !said.begin.test(plain) ? rest(start, one) : undefined;
}

/** 今天还能发货, in front of a rest: no day of it. */
const mayRest = (clause: string): boolean => {
  const plain = plainWords(clause);
  return !said.working.test(plain) || [said.off, said.closed, said.again].some((one) => one.test(plain));
};

/** 周三跟周四歇两天, Wednesday and Thursday */
const LISTED = /[、和跟与]|\band\b/u;

/** 腊月二十三到初八, 12月30号到3号: what ends a rest comes after what begins it. */
function daysInTurn(clauses: readonly string[], when: WhenContext) {
  let last: Date | undefined;
  return clauses.map((clause) => {
    const named = parseDay(clause, when);
    const from = named && last && named < last ? fromLocal(last.getTime(), when.timeZone) : undefined;
    const day = from ? parseDay(clause, { ...when, now: from }) : named;
    last = day ?? last;
    return { clause, day };
  });
}

/** 春节10号到20号, said in November: those of the month that the feast is in, and not of this one. */
const isNear = (day: Date, holiday: Date): boolean =>
  Math.abs(day.getTime() - holiday.getTime()) <= MOST_AROUND * DAY_MS;

const after = (day: Date, days: number): Date => new Date(day.getTime() + days * DAY_MS);

function rest(first: Date, last: Date): RestAct | undefined {
  const days = (last.getTime() - first.getTime()) / DAY_MS + 1;
  return days >= 1 && days <= LONGEST ? { is: 'rest', first, last } : undefined;
}

const LENGTH =
  /(\d{1,2}|[一二两三四五六七八九十]{1,3}|\b(?:one|two|three|four|five|six|seven|ten|a)) ?(?:个 ?)?(天|周|星期|礼拜|days?|weeks?)(?!后|以后|之后)/u;
const LENGTH_ANYWHERE = new RegExp(LENGTH.source, 'gu');
const IN_WEEKS = /周|星期|礼拜|week/u;

/** 下周, 周五周六: no length. */
const WEEK_NAMED = /(?:[下上这本]个?)(?:周|星期|礼拜)|(?:周|星期|礼拜)[一二三四五六日天]/gu;

/** 三天, 一个礼拜, `a week`: in days. */
export function readDays(plain: string): number | undefined {
  const [, number = '', unit = ''] = LENGTH.exec(plain.replace(WEEK_NAMED, ' ')) ?? [];
  const thousandths = number === 'a' ? 1_000 : readNumber(number);
  if (unit === '' || thousandths === undefined) return undefined;
  return (thousandths / 1_000) * (IN_WEEKS.test(unit) ? 7 : 1);
}
