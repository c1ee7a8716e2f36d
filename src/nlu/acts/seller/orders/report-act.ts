import { DAY_MS, toLocal, zoneDay } from '../../../datetime/zone.ts';
import type { WhenContext } from '../../../datetime.ts';
import { lex } from '../../../lexer/lexer.ts';
import { readNumber } from '../../../rules/lexer/numbers.ts';
import { phrasePattern, phrasePatterns, plainWords } from '../../phrases.ts';
import { sellerLexicon } from '../seller-lexicon.ts';

const { asked, ofOrders, total, ...said } = phrasePatterns(sellerLexicon.reports);
const dated = phrasePattern([...Object.values(sellerLexicon.periods).flat(), ...sellerLexicon.today]);
const questions = ['waiting', 'followers', 'rated', 'best', 'buyers', 'left'] as const;

/** What a seller asks to be told of the shop, beside takings. */
export type ReportAct = (typeof questions)[number];

/** Longer than that is a story. */
const MAX_LENGTH = 60;

/** 还有多少核桃, 谁在等红枣, how many followers do I have; nothing where something is told, with an amount or a price. */
export function readReport(message: string): ReportAct | undefined {
  const words = plainWords(message);
  if (message.length > MAX_LENGTH) return undefined;
  if (said.buyers.test(words)) return 'buyers';
  if (!asked.test(words)) return undefined;
  const isTold = lex(message).tokens.some(
    (token) =>
      token.is === 'money' ||
      (token.is === 'amount' && token.amount.base !== undefined && !token.amount.isOne),
  );
  return isTold || ofOrders.test(words) ? undefined : questions.find((one) => said[one].test(words));
}

/** Days of a report, as `2026-11-01`. */
export interface ReportDays {
  readonly first: string;
  readonly last: string;
}

const HAN = '[一二三四五六七八九十]{1,3}';
const N = `(?:\\d{1,3}|${HAN})`;
const RECENT = new RegExp(
  `(?:最近|近|过去|这|前)\\s*(${N}|两|几)\\s*(天|周|个?星期|个?礼拜|个?月)|\\b(?:last|past|recent) (\\d{1,3}|two|three|few) (days|weeks|months)`,
  'u',
);
const MONTH_DAY = new RegExp(`(?:(${N})\\s*月\\s*)?(${N})\\s*[号日]`, 'gu');
const WHOLE_MONTH = new RegExp(`(${N})\\s*月(?:份|整月|一?个?月)?(?![\\d一二三四五六七八九十])`, 'u');
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ENGLISH_DAY = new RegExp(
  `\\b(${MONTHS.join('|')})[a-z]*\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b|\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTHS.join('|')})`,
  'gu',
);
const ENGLISH_MONTH = new RegExp(`\\b(?:in|of|for|during) (${MONTHS.join('|')})[a-z]*\\b(?! \\d)`, 'u');

/** 11月1号到10号, 最近30天, 前天, 今年, 10月: days that are past, or today; nothing where none is named so. */
export function readReportDays(message: string, { now, timeZone }: WhenContext): ReportDays | undefined {
  const words = plainWords(message);
  const today = zoneDay(toLocal(now, timeZone));
  const back = (days: number): number => today - days * DAY_MS;
  if (/大前天/u.test(words)) return span(back(3), back(3));
  if (/前天|day before yesterday/u.test(words)) return span(back(2), back(2));
  const year = new Date(today).getUTCFullYear();
  if (/去年|last year/u.test(words)) return span(Date.UTC(year - 1, 0, 1), Date.UTC(year - 1, 11, 31));
  if (/国庆|national day|golden week/u.test(words)) return holiday(year, today);
  const recent = RECENT.exec(words);
  if (recent) return recentDays(recent, today);
  const days = namedDays(words, today);
  const [first, last] = days;
  if (first !== undefined) return days.length > 2 ? undefined : span(first, last ?? first);
  const month = namedMonth(words);
  if (month !== undefined) return wholeMonth(month, today);
  const isYear = /今年|this year|year to date/u.test(words) || (total.test(words) && !dated.test(words));
  return isYear ? span(Date.UTC(year, 0, 1), today) : undefined;
}

const iso = (day: number): string => new Date(day).toISOString().slice(0, 10);
const span = (first: number, last: number): ReportDays =>
  first <= last ? { first: iso(first), last: iso(last) } : { first: iso(last), last: iso(first) };

function holiday(year: number, today: number): ReportDays {
  const of = Date.UTC(year, 9, 1) <= today ? year : year - 1;
  return span(Date.UTC(of, 9, 1), Date.UTC(of, 9, 7));
}

const LENGTHS: Readonly<Record<string, number>> = { two: 2, three: 3, few: 3, 两: 2, 几: 3 };

function recentDays(
  [, han = '', unit = '', english = '', units = '']: RegExpExecArray,
  today: number,
): ReportDays {
  const count = numeral(han || english);
  const length = /周|星期|礼拜|week/u.test(unit + units) ? 7 : /月|month/u.test(unit + units) ? 30 : 1;
  return span(today - (count * length - 1) * DAY_MS, today);
}

const numeral = (text: string): number =>
  LENGTHS[text] ?? (/^\d+$/.test(text) ? Number(text) : (readNumber(text) ?? 1_000) / 1_000);

/** The last such day that is not ahead: 5号, on the third, is last month's. */
function namedDays(words: string, today: number): number[] {
  const now = new Date(today);
  let month: number | undefined;
  const han = [...words.matchAll(MONTH_DAY)].map(([, said, day = '']) => {
    month = said === undefined ? month : numeral(said) - 1;
    return month === undefined ? ofMonth(now, numeral(day)) : ofYear(now, month, numeral(day));
  });
  const english = [...words.matchAll(ENGLISH_DAY)].map(([, before, day, dayFirst, behind]) =>
    ofYear(now, MONTHS.indexOf(before ?? behind ?? ''), Number(day ?? dayFirst)),
  );
  return [...han, ...english];
}

function ofMonth(now: Date, day: number): number {
  const isAhead = day > now.getUTCDate();
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - (isAhead ? 1 : 0), day);
}

function ofYear(now: Date, month: number, day: number): number {
  const at = Date.UTC(now.getUTCFullYear(), month, day);
  return at > now.getTime() ? Date.UTC(now.getUTCFullYear() - 1, month, day) : at;
}

function namedMonth(words: string): number | undefined {
  const english = ENGLISH_MONTH.exec(words)?.[1];
  if (english) return MONTHS.indexOf(english);
  const found = WHOLE_MONTH.exec(words.replace(/[上这本]个?月|个月/gu, ' '))?.[1];
  const month = found === undefined ? undefined : numeral(found);
  return month !== undefined && month >= 1 && month <= 12 ? month - 1 : undefined;
}

function wholeMonth(month: number, today: number): ReportDays {
  const now = new Date(today);
  const year = month > now.getUTCMonth() ? now.getUTCFullYear() - 1 : now.getUTCFullYear();
  const last = Date.UTC(year, month + 1, 0);
  return span(Date.UTC(year, month, 1), Math.min(last, today));
}
