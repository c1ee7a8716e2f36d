import { readData } from '../../shop/values/data-file.ts';
import { isNoEnglishItem, isNoItem } from '../items/no-goods.ts';
import { asidesFile } from '../text/lexicon.ts';
import { splitWords } from '../text/words.ts';
import { numberAt, THOUSAND } from './numbers.ts';
import type { Found } from './tokens.ts';
import { unitAt } from './units.ts';

const file = readData('lexicon/asides.yaml', asidesFile);
const spans = splitWords(file.spans.map((word) => [word, true] as const));
const weekdays = splitWords(file.weekdays.map((word) => [word, true] as const));
const borders = splitWords(file.borders.map((word) => [word, true] as const));
const codes = splitWords(file.codes.map((word) => [word, word] as const));

const CLOCK = /\d{1,2}:\d{2}(?::\d{2})?(?:\s*(?:am|pm)(?![a-z]))?/y;
const DATE = /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}[日号]?|\d{1,2}月\d{1,2}[日号]?/y;
/** Whole names: apricots 44 is no day of April. */
const MONTHS = [
  ...['jan(?:uary)?', 'feb(?:ruary)?', 'mar(?:ch)?', 'apr(?:il)?', 'may', 'june?', 'july?', 'aug(?:ust)?'],
  ...['sep(?:t(?:ember)?)?', 'oct(?:ober)?', 'nov(?:ember)?', 'dec(?:ember)?'],
];
const MONTH_NAME = new RegExp(`(?:${MONTHS.join('|')})\\.? \\d{1,2}(?:st|nd|rd|th)?(?![\\da-z])`, 'y');
const LINK = /https?:\/\/[^\s,;]+/y;
const PHONE = /(?:\(?\+?86\)?[- ]?)?1[3-9](?:[- .]?\d){9}(?!\d)/y;
const LONG = /[a-z]{1,3}-?\d{4,}(?!\d)|0\d{2,3}-\d{7,8}(?!\d)|\d{8,}/y;
const ORDER_NUMBER = /(?:订单号?|单号|尾号)\s?:?\s?[a-z]*-?\d+/y;
/** No one can order: that one is no can. */
const ALWAYS = /24\/7|no one(?![a-z])/y;
const SHARE = /百分之/y;
const LETTER_CODE = /[a-wyz]-?\d{1,3}(?![\da-z]|-\d)/y;
const ENGLISH_CODE = new RegExp(
  `(?:(?:${file.englishCodes.join('|').replaceAll('.', '\\.')})\\.? ?#?|#|链接\\s?)(\\d{1,3})(?!\\d|\\.\\d)`,
  'y',
);
const ORDINAL = /第/y;
const MENTION = /@[^\s,;:]+/y;

const matchAt = (pattern: RegExp, plain: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(plain);
};

/** What looks like a number and is no amount: links, phones, dates, times, spans, shares, codes. */
export function asideAt(plain: string, at: number): Found | undefined {
  const isAfterLetter = /[a-z\d]/.test(plain[at - 1] ?? '');
  const fixed = isAfterLetter ? undefined : fixedAt(plain, at);
  if (fixed !== undefined) return { is: 'aside', end: fixed };
  return (isAfterLetter ? undefined : codeAt(plain, at)) ?? countedAt(plain, at);
}

function fixedAt(plain: string, at: number): number | undefined {
  for (const pattern of [ALWAYS, LINK, MENTION, ORDER_NUMBER, PHONE, DATE, CLOCK, LONG, MONTH_NAME]) {
    const found = matchAt(pattern, plain, at);
    if (found) return at + found[0].length;
  }
  const day = weekdays.at(plain, at);
  return day && at + day.word.length;
}

/** A1, #3, no. 3, link 3. */
function codeAt(plain: string, at: number): Found | undefined {
  const english = matchAt(ENGLISH_CODE, plain, at);
  const behind = at + (english?.[0].length ?? 0);
  if (english && isNoEnglishItem(plain, at, behind)) return { is: 'aside', end: behind };
  if (english) return { is: 'code', item: Number(english[1]), end: behind };
  const letter = matchAt(LETTER_CODE, plain, at);
  return letter ? { is: 'code', item: undefined, end: at + letter[0].length } : undefined;
}

/** 3号, 第二个, 三天, 7点半, 八折, 10%, 百分之十. */
function countedAt(plain: string, at: number): Found | undefined {
  const start = matchAt(ORDINAL, plain, at) ? at + 1 : matchAt(SHARE, plain, at) ? at + 3 : at;
  const number = numberAt(plain, start);
  if (!number) return undefined;
  if (start === at + 3) return { is: 'aside', end: number.end };
  const behind = plain[number.end] === ' ' || plain[number.end] === '-' ? number.end + 1 : number.end;
  const code = codes.at(plain, number.end);
  if (code && number.value !== undefined) {
    const [item, end] = [number.value / THOUSAND, number.end + code.word.length];
    return isNoItem(plain, at, end, item) ? { is: 'aside', end } : { is: 'code', item, end };
  }
  const span = spanAt(plain, behind);
  const unit = unitAt(plain, behind);
  if (start === at + 1) return { is: 'aside', end: unit ? behind + unit.word.length : number.end };
  if (!span || (unit && unit.word.length > span.word.length)) return undefined;
  return { is: 'aside', end: hourEnd(plain, behind + span.word.length, span.word) };
}

/** 十年陈: with the longest word that is no part of another. */
function spanAt(plain: string, at: number): { readonly word: string } | undefined {
  const span = spans.at(plain, at);
  const isBorder = span && (borders.at(plain, at)?.word.length ?? 0) > span.word.length;
  return isBorder ? { word: span.word.slice(0, 1) } : span;
}

/** 7点半, 八点二十. */
function hourEnd(plain: string, end: number, span: string): number {
  if (span !== '点') return end;
  const minutes = numberAt(plain, end);
  return minutes && !unitAt(plain, minutes.end) ? minutes.end : end;
}
