import { NUMBER, readNumber, THOUSAND } from '../../../nlu/rules/lexer/numbers.ts';
import { isSaidToBe } from './bounds.ts';
import { findClocks } from './clock.ts';
import { findFew, readBoth, withHigher } from './few.ts';
import { findFractions } from './fractions.ts';
import { findLengths } from './lengths.ts';
import { measures } from './measures.ts';
import { findPrices } from './prices.ts';
import type { Quantity } from './quantity.ts';

export const MONTHS =
  'january february march april may june july august september october november december'.split(' ');
const SHORT_MONTHS = MONTHS.map((month) => month.slice(0, 3));

let pattern: RegExp | undefined;

/** Number, what stands between, unit: 2.5 kg, 四十多箱, half a litre, twice, 一个半小时. */
function quantityPattern(): RegExp {
  pattern ??= readPattern();
  return pattern;
}

function readPattern(): RegExp {
  const { units, counters } = measures();
  const han = [...units.keys()].filter((name) => !/^[a-z]/.test(name));
  const latin = [...units.keys()].filter((name) => /^[a-z]/.test(name));
  const longest = (names: readonly string[]): string =>
    [...names].sort((one, other) => other.length - one.length).join('|');
  return new RegExp(
    `(?<!(?<!一个?)(?:周|星期|礼拜)|第)(?!零两个)(?<number>${NUMBER}|\\b(?:a|an|one)(?=[ -](?:${longest(latin)})\\b))(?:[ -]?(?:of a|an?)\\b)?[多余来几]?(?:[小大整](?=[袋包瓶罐盒块把捆]))?` +
      `(?:个半(?<longer>小时|钟头|月|星期|礼拜)|(?: (?=%))?(?<han>${longest(han)})(?<half>半)?(?:多(?:一?点)?(?!\\p{Script=Han}))?|[ -]?(?:(?:full|whole|solid|straight) )?(?<latin>${longest(latin)})s?(?<more> and a half)?(?:[ -]old)?(?![a-z])|(?<counter>${counters.join('|')})|(?<month>月份?)|(?<hao>号))?`,
    'giu',
  );
}

/** A text is checked clause by clause against the same facts, whose numbers are asked for each time. */
const kept = new Map<string, readonly Quantity[]>();
const MOST_KEPT = 500;

/** All quantities of a plain text. */
export function findQuantities(text: string): readonly Quantity[] {
  const known = kept.get(text);
  if (known) return known;
  const found = readQuantities(text);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, found);
  return found;
}

function readQuantities(text: string): Quantity[] {
  const few = findFew(text);
  return readCounted(withHigher(text, few))
    .flatMap((one) => readBoth(one, few))
    .map((one) => ({ ...one, ...nearnessIn(one, text) }))
    .sort((one, other) => one.from - other.from);
}

function readCounted(text: string): Quantity[] {
  const clocks = findClocks(text);
  const whole = [
    ...clocks,
    ...findPrices(text),
    ...dozensIn(text),
    ...findFractions(text),
    ...findLengths(text),
  ];
  const rest = whole.reduce((left, { from, to }) => blanked(left, from, to), text);
  const found = [...rest.matchAll(quantityPattern())].flatMap((match) => quantityOf(match, text));
  return [
    ...summed(ranged(found, text), text),
    ...whole,
    ...ranksIn(text),
    ...timesIn(text),
    ...monthsIn(text),
  ];
}

/** A sign that belongs to no number, so that 一两 is read behind the price of 七块五一两. */
const blanked = (text: string, from: number, to: number): string =>
  text.slice(0, from) + '_'.repeat(to - from) + text.slice(to);

/** 二十多个, 四两多, more than twenty; about twenty. */
function nearnessIn(one: Quantity, text: string): { isOver?: boolean; isAbout?: boolean } {
  const isMore =
    /[多余来几]/u.test(text.slice(one.from, one.to)) ||
    /\b(?:over|more than|above) $/i.test(text.slice(0, one.from));
  if (isMore) return { isOver: true };
  return isSaidToBe('about', text, one) ? { isAbout: true } : {};
}

/** 30到40克, 20 x 30 cm: the first number counts what the second does. Four times 250 g are four things. */
function ranged(found: readonly Quantity[], text: string): Quantity[] {
  return found.map((one, i) => {
    const next = found[i + 1];
    if (one.dimension !== 'plain' || !next || next.dimension === 'plain') return one;
    const joins = next.dimension === 'metres' ? /^[到至~–乘×x*-]$|^ (?:to|by|x) $/ : /^[到至~–-]$|^ to $/;
    if (!joins.test(text.slice(one.to, next.from))) return one;
    const value = one.value * (next.size ?? 1);
    return { ...one, to: next.from, dimension: next.dimension, value, isLoose: false };
  });
}

/** 三斤二两, 一年零两个月: what is counted in a large unit and the rest in a smaller one is one quantity. */
function summed(found: readonly Quantity[], text: string): Quantity[] {
  const all: Quantity[] = [];
  for (const one of found) {
    const last = all.at(-1);
    const isRest = last !== undefined && isRestOf(last, one, text);
    if (isRest) all[all.length - 1] = { ...one, from: last.from, value: last.value + one.value };
    else all.push(one);
  }
  return all;
}

const isRestOf = (whole: Quantity, one: Quantity, text: string): boolean =>
  whole.size !== undefined &&
  one.size !== undefined &&
  whole.dimension === one.dimension &&
  whole.size > one.size &&
  one.value < whole.size &&
  /^(?:[零又]| (?:and )?)?$/.test(text.slice(whole.to, one.from));

function quantityOf(match: RegExpExecArray, text: string): Quantity[] {
  const { number = '', longer, half, more: andHalf, latin, counter, month, hao } = match.groups ?? {};
  const han = longer ? `个${longer}` : match.groups?.han;
  const value = /^an?$/i.test(number) ? THOUSAND : readNumber(number.toLowerCase());
  if (value === undefined || isUrging(match)) return [];
  const place = { from: match.index, to: match.index + match[0].length };
  if (month) return [{ ...place, dimension: 'date', value: value / THOUSAND, isLoose: false }];
  const unit = measures().units.get((han ?? latin ?? '').toLowerCase());
  const isYear = han === '年' && /^(?:19|20)\d\d$/.test(number);
  const isDay =
    (han === '日' || hao) && /月份?\s*(?:\d{1,2}[日号]?[至到~–-])?$/.test(text.slice(0, match.index));
  if (isYear || isDay) return [{ ...place, dimension: 'date', value: value / THOUSAND, isLoose: false }];
  if (unit) {
    const more = longer || half || andHalf ? THOUSAND / 2 : 0;
    return [
      {
        ...place,
        ...{ dimension: unit.dimension, value: ((value + more) * unit.size) / THOUSAND },
        ...{ size: unit.size, isLoose: false },
      },
    ];
  }
  if (!counter && /(?:零下|minus )$/i.test(text.slice(0, match.index)))
    return [{ ...place, dimension: 'degrees', value: value / THOUSAND, isLoose: false }];
  if (/^[俩仨]$/u.test(number))
    return [{ ...place, dimension: 'count', value: value / THOUSAND, isLoose: false }];
  const isLoose = !counter && !hao && /^\p{Script=Han}$/u.test(number);
  return [{ ...place, dimension: counter ? 'count' : 'plain', value: value / THOUSAND, isLoose }];
}

/** 千万别洗 urges, and counts nothing. */
const isUrging = ({ 0: words }: RegExpExecArray): boolean => words === '千万';

/** 头路 is not 二路. */
const ranksIn = (text: string): Quantity[] =>
  [...text.matchAll(RANK)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    dimension: 'rank',
    value: rankOf(match[0]),
    isLoose: false,
  }));

const RANK =
  /(?:头|首|第?[一二三四五])(?=[路等]\p{Script=Han})|[一二三四五](?=级)|\b(?:first|second|third)(?=[ -](?:grade|class|prize|rate)\b)|(?<=\b(?:grade|class): ?)(?:first|second|third|[1-3])\b/giu;
const RANKS = ['first', 'second', 'third'];

function rankOf(word: string): number {
  const english = RANKS.indexOf(word.toLowerCase());
  return english >= 0
    ? english + 1
    : Number(word) || Math.max(1, '头一二三四五'.indexOf(word.replace(/^第|首/u, '')));
}

const TIMES: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 };

const timesIn = (text: string): Quantity[] =>
  [...text.matchAll(/\b(?:once|twice|thrice)\b/gi)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    dimension: 'count',
    value: TIMES[match[0].toLowerCase()] ?? 1,
    isLoose: false,
  }));

const DOZEN =
  /(?<number>\b(?:half(?: a)?|one|an?|two|three|four|five|six|\d{1,3})|[一两半三四五六])[ -]?(?:dozens?\b|打(?!(?![一共装每的放卖半])\p{Script=Han}))(?<half>半)?/giu;
const HALF_A_DOZEN = 6;

/** 一打, two dozen. */
function dozensIn(text: string): Quantity[] {
  return [...text.matchAll(DOZEN)].flatMap((match) => {
    const number = match.groups?.number?.toLowerCase() ?? '';
    const many = /^an?$/.test(number) ? THOUSAND : readNumber(number);
    const more = match.groups?.half ? HALF_A_DOZEN : 0;
    const value = /^half|^半/.test(number)
      ? HALF_A_DOZEN
      : ((many ?? 0) / THOUSAND) * 2 * HALF_A_DOZEN + more;
    return [
      { from: match.index, to: match.index + match[0].length, dimension: 'count', value, isLoose: false },
    ];
  });
}

/** Months by name; `may` only beside a number, for it is a verb as well. */
function monthsIn(text: string): Quantity[] {
  const name = new RegExp(`\\b(?:last )?(?<month>${[...MONTHS, ...SHORT_MONTHS].join('|')})\\b`, 'gi');
  return [...text.matchAll(name)].flatMap((match) => {
    const word = match.groups?.month?.toLowerCase() ?? '';
    const around = text.slice(Math.max(0, match.index - 4), match.index + match[0].length + 5);
    if (word === 'may' && !/\d|\bin may\b/i.test(around)) return [];
    const value = SHORT_MONTHS.indexOf(word.slice(0, 3)) + 1;
    return [
      { from: match.index, to: match.index + match[0].length, dimension: 'date', value, isLoose: false },
    ];
  });
}
