import { DAY_MS } from '../../../datetime/zone.ts';
import { parseDay, type WhenContext } from '../../../datetime.ts';
import { plainWords } from '../../phrases.ts';
import { findHoliday, findToday, readDays } from './rest-act.ts';
import { saleWords as said } from './sale-lexicon.ts';

// From which day to which a price counts, as far as it is said.

export interface SalePart {
  readonly text: string;
  /** Said of the time behind the sale. */
  readonly isUsual: boolean;
}

const after = (day: Date, days: number): Date => new Date(day.getTime() + days * DAY_MS);

/** What no calendar knows by these words: 截止12月15日 would be about a harvest. */
const DEADLINES = /截止到?|截至|为止|\boffer\b|\bends?\b|\bis valid\b/gu;
const plainDay = (text: string, when: WhenContext): Date | undefined =>
  parseDay(text.replace(DEADLINES, ' '), when) ?? parseDay(endOf(text), when);

/** What stands behind the last word that leads to a day: apples at 40 a box until Friday. */
function endOf(text: string): string {
  const last = [...plainWords(text).matchAll(new RegExp(said.to.source, 'gu'))].at(-1);
  return last ? plainWords(text).slice(last.index + last[0].length) : '';
}

/** The day that is named as the end, else that before the usual price is back, else how long it lasts. */
export function lastDay(parts: readonly SalePart[], when: WhenContext): Date | undefined {
  const sale = parts.filter(({ isUsual }) => !isUsual).map(({ text }) => text);
  const today = findToday(when);
  const named = sale.flatMap((text) => plainDay(text, when) ?? wordedDay(text, today) ?? []);
  const last = named.reduce<Date | undefined>((end, day) => (end && end > day ? end : day), undefined);
  if (last) return last;
  const days = sale.map((text) => readDays(plainWords(text))).find((count) => count !== undefined);
  if (days !== undefined) return after(today, days - 1);
  const back = parts.filter(({ isUsual }) => isUsual).flatMap(({ text }) => plainDay(text, when) ?? []);
  // 周日恢复: it costs more on that day already; 过了周日恢复: not yet.
  const isPast = parts.some(({ text, isUsual }) => isUsual && isAfterDay(text, when));
  return back[0] && after(back[0], isPast ? 0 : -1);
}

/** 过了周日, 周日以后, after Sunday; 三天以后 counts from today, and is none. */
function isAfterDay(text: string, when: WhenContext): boolean {
  const plain = plainWords(text).replace(said.thereafter, ' ');
  if (readDays(plain) !== undefined) return false;
  const [before, behind] = around(plain, said.past);
  const [ended] = around(plain, said.pastBehind);
  return (
    (before !== undefined && parseDay(behind ?? '', when) !== undefined) ||
    (ended !== undefined && parseDay(ended, when) !== undefined)
  );
}

/** What stands before the first of such words, and what behind it. */
function around(plain: string, pattern: RegExp): [string?, string?] {
  const found = pattern.exec(plain);
  return found ? [plain.slice(0, found.index), plain.slice(found.index + found[0].length)] : [];
}

/** 周五开始15块卖到周日: a price counts as soon as it is agreed to, so that one that begins later is none. */
export const beginsLater = (parts: readonly SalePart[], when: WhenContext): boolean =>
  parts.some(({ text, isUsual }) => !isUsual && startsLater(plainWords(text), when));

function startsLater(plain: string, when: WhenContext): boolean {
  const isLater = (text: string | undefined): boolean => {
    const day = text === undefined ? undefined : parseDay(text, when);
    return day !== undefined && day > findToday(when);
  };
  const [first, second] = around(plain, said.to);
  // 下周一到下周五.
  if (isLater(first) && second !== undefined && parseDay(second, when)) return true;
  const [, from] = around(plain, said.from);
  if (isLater(from && (around(from, said.to)[0] ?? from)) && !isTo(plain, from)) return true;
  if (isLater(around(plain, said.fromBehind)[0]) || said.later.test(plain)) return true;
  // 周五特价15: of that day alone.
  return first === undefined && !said.last.test(plain) && isLater(plain);
}

/** 从现在到周五 begins now. */
const isTo = (plain: string, from: string | undefined): boolean =>
  from !== undefined && said.today.test(from) && plain !== from;

/** A day that is said and is not today. */
export function namesOtherDay(message: string, when: WhenContext): boolean {
  const day = plainDay(message, when) ?? wordedDay(message, findToday(when));
  return day !== undefined && day.getTime() !== findToday(when).getTime();
}

/** 周末, 月底, 春节前, 今天. */
function wordedDay(text: string, today: Date): Date | undefined {
  const plain = plainWords(text);
  if (said.monthEnd.test(plain))
    return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 0));
  if (said.week.test(plain)) return after(today, (7 - today.getUTCDay()) % 7);
  const holiday = findHoliday(plain, today);
  if (holiday instanceof Date) return holiday;
  return said.today.test(plain) ? today : undefined;
}
