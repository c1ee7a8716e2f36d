import { LunarDay, LunarMonth, SolarDay } from 'tyme4ts';
import { parseNumeral } from './numerals.ts';

// Days of the farmers' calendar: 腊月二十三, 正月初八, 大年三十. Where they fall is reckoned by tyme4ts: the calendar of
// ICU (Intl) has the new year of 2027 a day too late, since the new moon comes four minutes before midnight.

/** A day of the lunar calendar. Months count from 1; `last` is the last of its month; without a month it is of any. */
interface NamedLunarDay {
  readonly month: number | undefined;
  readonly day: number | 'last';
}

const MONTHS: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };
const NUMBER = '[一二三四五六七八九十]{1,3}';
/** 初八, 廿三, 二十三, 23. */
const DAY = `初\\s?(?<first>[一二三四五六七八九十]|\\d{1,2})|(?<later>廿[一二三四五六七八九]?|${NUMBER}|\\d{1,2})`;
const RULES: readonly { readonly pattern: RegExp; readonly read: (groups: Groups) => NamedLunarDay }[] = [
  { pattern: /除夕|大?年三十|年三十儿?/u, read: () => ({ month: 12, day: 'last' }) },
  {
    pattern: /(?:大年|年)初\s?(?<first>[一二三四五六七八九十]|\d{1,2})/u,
    read: ({ first }) => ({ month: 1, day: parseNumeral(first ?? '') }),
  },
  {
    pattern: new RegExp(`(?<month>[正冬腊])月(?:${DAY})`, 'u'),
    read: ({ month = '', first, later }) => ({
      month: MONTHS[month],
      day: parseNumeral(first ?? later ?? ''),
    }),
  },
  {
    pattern: new RegExp(`(?:农历|阴历)(?<month>${NUMBER}|\\d{1,2})月(?:${DAY})`, 'u'),
    read: ({ month = '', first, later }) => ({
      month: parseNumeral(month),
      day: parseNumeral(first ?? later ?? ''),
    }),
  },
  {
    pattern: new RegExp(`(?<month>${NUMBER})月初(?<first>[一二三四五六七八九十])`, 'u'),
    read: ({ month = '', first = '' }) => ({ month: parseNumeral(month), day: parseNumeral(first) }),
  },
  {
    pattern: /(?<![\d月年])初(?<first>[一二三四五六七八九十])/u,
    read: ({ first = '' }) => ({ month: undefined, day: parseNumeral(first) }),
  },
];

type Groups = Readonly<Record<string, string | undefined>>;

/** The next such day from `today` on, as its midnight in UTC; nothing where none is named. */
export function findLunarDay(words: string, today: number): number | undefined {
  for (const { pattern, read } of RULES) {
    const found = pattern.exec(words);
    if (found) return nextLunarDay(read(found.groups ?? {}), today);
  }
  return undefined;
}

/** The next day of that name, as its midnight in UTC; nothing where there is no such day. A leap month is none of the twelve. */
export function nextLunarDay({ month, day }: NamedLunarDay, today: number): number | undefined {
  const date = new Date(today);
  const now = SolarDay.fromYmd(
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
  ).getLunarDay();
  const months = month === undefined ? TWELVE : [month];
  return [now.getYear(), now.getYear() + 1]
    .flatMap((year) => months.flatMap((one) => midnightOf(year, one, day) ?? []))
    .find((at) => at >= today);
}

const TWELVE = Array.from({ length: 12 }, (_, i) => i + 1);

function midnightOf(year: number, month: number, day: number | 'last'): number | undefined {
  if (month < 1 || month > 12) return undefined;
  const days = LunarMonth.fromYm(year, month).getDayCount();
  // 腊月三十 is new year's eve, also in a year whose twelfth month has 29 days.
  const wanted = day === 'last' || (month === 12 && day === 30) ? days : day;
  if (wanted < 1 || wanted > days) return undefined;
  const solar = LunarDay.fromYmd(year, month, wanted).getSolarDay();
  return Date.UTC(solar.getYear(), solar.getMonth() - 1, solar.getDay());
}
