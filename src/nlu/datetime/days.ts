import { ENGLISH_NUM, NUM, parseNumeral } from './numerals.ts';
import { calendarDay, DAY_MS } from './zone.ts';

/** A day that was named: its midnight as if UTC; `undefined` where there is no such day or it could be two. */
export interface NamedDay {
  readonly at: number | undefined;
  /** 周一 and 17号 are the next to come: today too, if the hour is still ahead. */
  readonly repeats?: 'week' | 'month';
  readonly words: string;
  /** Named without a year and past by less than three months: next year's, or a slip. */
  readonly isJustPast?: true;
}

type Groups = Readonly<Record<string, string | undefined>>;
type Read = (groups: Groups, today: number) => Omit<NamedDay, 'words'>;

interface Rule {
  readonly pattern: RegExp;
  readonly read: Read;
}

const ahead =
  (days: number): Read =>
  (_, today) => ({ at: today + days * DAY_MS });

const WEEKDAY = '(?:周|星期|礼拜)\\s*(?<weekday>[一二三四五六日天末1-7])';
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const EN_DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const EN_WEEKDAY =
  '(?:(?<name>sun|mon|tue|wed|thu|fri|sat)(?:day|sday|nesday|rsday|urday)|(?<short>mon|tue|wed|thu|fri)(?:s|r|rs)?|(?<hazy>sat|sun)(?=\\.|,|\\s+(?:at|\\d|morning|afternoon|evening|night)))\\b';
const EN_MONTH = `(?<name>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?`;

/** The longest first: 大后天 is no 后天. */
const rules: readonly Rule[] = [
  {
    pattern: new RegExp(`(?:再?过)?(?<days>${NUM})天(?:以?后|之后)|再?过(?<more>${NUM})天`, 'g'),
    read: ({ days, more = '' }, today) => ahead(parseNumeral(days ?? more))({}, today),
  },
  {
    pattern: new RegExp(`\\bin (?<days>${ENGLISH_NUM}) days\\b`, 'g'),
    read: ({ days = '' }, today) => ahead(parseNumeral(days))({}, today),
  },
  { pattern: /大后[天日儿]?/g, read: ahead(3) },
  { pattern: /后[天日儿]|后(?=晚)|\b(?:the )?day after tomorrow\b/g, read: ahead(2) },
  { pattern: /明[天日儿]|明(?=[晚早晨])|\b(?:tomorrow|tmrw?|tomorow)\b/g, read: ahead(1) },
  {
    pattern: /今[天日儿]|今(?=[晚早晨夜])|\b(?:today|tonight|this (?:morning|afternoon|evening))\b/g,
    read: ahead(0),
  },
  { pattern: /\b(?<one>\d{1,2})[/.-](?<other>\d{1,2})[/.-](?<year>\d{4})\b/g, read: eitherOrder },
  {
    pattern: /(?<year>\d{4})\s*[-/.年]\s*(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})\s*[日号]?/g,
    read: calendar,
  },
  { pattern: new RegExp(`(?<month>${NUM})\\s*月\\s*(?<day>${NUM})\\s*[日号]?`, 'g'), read: calendar },
  {
    pattern:
      /(?<![\d.:-])(?<month>\d{1,2})[/.-](?<day>\d{1,2})\s*[号日]?(?=\s*(?:[早晚上下中傍]|\d{1,2}\s*[:点时]|\d{1,2}\s*[ap]m|$))(?![\d.])/g,
    read: calendar,
  },
  { pattern: new RegExp(`(?<which>下下|下|这|本|当)?个?月\\s*(?<day>${NUM})\\s*[日号]`, 'g'), read: ofMonth },
  { pattern: new RegExp(`(?<which>下下|下|这|本)?个?\\s*${WEEKDAY}`, 'g'), read: weekday },
  { pattern: new RegExp(`(?<![月\\d])(?<day>${NUM})\\s*[号日](?!链接|品|楼|店|线)`, 'g'), read: ofMonth },
  { pattern: new RegExp(`\\b(?<which>this|next|coming)?\\s*${EN_WEEKDAY}`, 'g'), read: englishWeekday },
  {
    pattern: new RegExp(
      `\\b${EN_MONTH}\\s+(?:the\\s+)?(?<day>\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\s*:\\d)(?:,?\\s+(?<year>\\d{4}))?`,
      'g',
    ),
    read: englishDate,
  },
  {
    pattern: new RegExp(
      `\\b(?:the\\s+)?(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${EN_MONTH}(?![a-z])(?:,?\\s+(?<year>\\d{4}))?`,
      'g',
    ),
    read: englishDate,
  },
  {
    pattern: /\b(?:on\s+)?the\s+(?<day>\d{1,2})(?:st|nd|rd|th)\b|\b(?<other>\d{1,2})(?:st|nd|rd|th)\b/g,
    read: ({ day, other }, today) => ofMonth({ day: day ?? other }, today),
  },
];

/** Every day that is named, and the words without them. */
export function findDays(words: string, today: number): { days: NamedDay[]; rest: string } {
  const days: NamedDay[] = [];
  let rest = words;
  for (const { pattern, read } of rules)
    rest = rest.replace(pattern, (all: string, ...more: unknown[]) => {
      const groups = more.at(-1);
      days.push({ ...read(isGroups(groups) ? groups : {}, today), words: all });
      return ' '.repeat(all.length);
    });
  return { days, rest };
}

const isGroups = (value: unknown): value is Groups => typeof value === 'object' && value !== null;

/** A day long past is next year's; one just past must be asked about. */
const LONG_PAST_MS = 90 * DAY_MS;

function calendar({ year, month = '', day = '' }: Groups, today: number): Omit<NamedDay, 'words'> {
  const thisYear = new Date(today).getUTCFullYear();
  const dayIn = (of: number): number | undefined => calendarDay(of, parseNumeral(month), parseNumeral(day));
  const at = dayIn(year ? Number(year) : thisYear);
  if (year || at === undefined || at >= today) return { at };
  return { at: dayIn(thisYear + 1), ...(today - at <= LONG_PAST_MS && { isJustPast: true }) };
}

/** 28/11/2026 and 11/28/2026 are one day; 12/11/2026 are two. */
function eitherOrder({ one = '', other = '', year = '' }: Groups, today: number): Omit<NamedDay, 'words'> {
  const asMonth = calendar({ year, month: one, day: other }, today).at;
  const asDay = calendar({ year, month: other, day: one }, today).at;
  return {
    at: asMonth === undefined || asDay === asMonth ? asDay : asDay === undefined ? asMonth : undefined,
  };
}

function ofMonth({ which = '', day = '' }: Groups, today: number): Omit<NamedDay, 'words'> {
  const date = new Date(today);
  const number = parseNumeral(day);
  const month = (ahead: number): number | undefined => {
    const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead, 1));
    return calendarDay(first.getUTCFullYear(), first.getUTCMonth() + 1, number);
  };
  if (which) return { at: month(which === '下下' ? 2 : which === '下' ? 1 : 0) };
  const next = [0, 1, 2].map(month).find((at) => at !== undefined && at >= today);
  return { at: next, repeats: 'month' };
}

const mondayOf = (today: number): number => today - ((new Date(today).getUTCDay() + 6) % 7) * DAY_MS;

function weekday({ which, weekday: sign = '' }: Groups, today: number): Omit<NamedDay, 'words'> {
  if (sign === '末') return { at: undefined };
  const number = /\d/.test(sign) ? Number(sign) - 1 : '一二三四五六日天'.indexOf(sign === '天' ? '日' : sign);
  return weekdayAt(number, which && { 下下: 2, 下: 1, 这: 0, 本: 0 }[which], today);
}

function weekdayAt(number: number, weeks: number | undefined | '', today: number): Omit<NamedDay, 'words'> {
  const monday = mondayOf(today);
  if (typeof weeks === 'number') return { at: monday + (weeks * 7 + number) * DAY_MS };
  const thisWeek = monday + number * DAY_MS;
  return { at: thisWeek >= today ? thisWeek : thisWeek + 7 * DAY_MS, repeats: 'week' };
}

/** "next" is clear only where the next to come (on a Friday: today) and that of next week are one. */
function englishWeekday({ which, name, short, hazy = '' }: Groups, today: number): Omit<NamedDay, 'words'> {
  const number = (EN_DAYS.indexOf(name ?? short ?? hazy) + 6) % 7;
  if (which === 'this') return weekdayAt(number, 0, today);
  const coming = weekdayAt(number, undefined, today);
  if (which !== 'next') return coming;
  const nextWeek = weekdayAt(number, 1, today).at;
  return { at: coming.at === nextWeek ? nextWeek : undefined };
}

function englishDate({ name = '', day = '', year }: Groups, today: number): Omit<NamedDay, 'words'> {
  const month = MONTHS.findIndex((one) => one.startsWith(name.slice(0, 3))) + 1;
  return calendar({ month: String(month), day, ...(year && { year }) }, today);
}
