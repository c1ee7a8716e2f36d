import { NUMBER, readNumber, THOUSAND } from '../../nlu/rules/numbers.ts';
import { measures } from './measures.ts';

/**
 * A number of a text with what it counts. `plain` has no unit; `date` is a year, month or day. A lone Chinese numeral
 * without a unit may be part of a word (五常): such a number is `loose`.
 */
export interface Quantity {
  readonly from: number;
  readonly to: number;
  readonly dimension: string;
  readonly value: number;
  readonly isLoose: boolean;
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const SHORT_MONTHS = MONTHS.map((month) => month.slice(0, 3));

let pattern: RegExp | undefined;

/** Number, what stands between, unit: 2.5 kg, 四十多箱, half a litre, twice. */
function quantityPattern(): RegExp {
  const { units, counters } = measures();
  const han = [...units.keys()].filter((name) => !/^[a-z]/.test(name));
  const latin = [...units.keys()].filter((name) => /^[a-z]/.test(name));
  const longest = (names: readonly string[]): string =>
    [...names].sort((one, other) => other.length - one.length).join('|');
  pattern ??= new RegExp(
    `(?<!周|星期|礼拜)(?<number>${NUMBER}|\\b(?:a|an|one)(?=[ -](?:${longest(latin)})\\b))(?:[ -]?(?:of a|an?))?[多余来几]?` +
      `(?:(?<han>${longest(han)})(?<half>半)?|[ -]?(?<latin>${longest(latin)})s?(?:[ -]old)?(?![a-z])|(?<counter>${counters.join('|')})|(?<month>月份?)|(?<hao>号))?`,
    'giu',
  );
  return pattern;
}

/** All quantities of a plain text. */
export function findQuantities(text: string): Quantity[] {
  const found = [...text.matchAll(quantityPattern())].flatMap((match) => quantityOf(match, text));
  return [
    ...found.filter(isNoDozen(text)),
    ...ranksIn(text),
    ...timesIn(text),
    ...dozensIn(text),
    ...monthsIn(text),
  ].sort((one, other) => one.from - other.from);
}

function quantityOf(match: RegExpExecArray, text: string): Quantity[] {
  const { number = '', han, half, latin, counter, month, hao } = match.groups ?? {};
  const value = /^an?$/i.test(number) ? THOUSAND : readNumber(number.toLowerCase());
  if (value === undefined) return [];
  const place = { from: match.index, to: match.index + match[0].length };
  if (month) return [{ ...place, dimension: 'date', value: value / THOUSAND, isLoose: false }];
  const unit = measures().units.get(han ?? latin ?? '');
  const isYear = han === '年' && /^(?:19|20)\d\d$/.test(number);
  const isDay = (han === '日' || hao) && /月份?\s*$/.test(text.slice(0, match.index));
  if (isYear || isDay) return [{ ...place, dimension: 'date', value: value / THOUSAND, isLoose: false }];
  if (unit) {
    const more = half ? THOUSAND / 2 : 0;
    return [
      { ...place, dimension: unit.dimension, value: ((value + more) * unit.size) / THOUSAND, isLoose: false },
    ];
  }
  const isLoose = !counter && !hao && /^\p{Script=Han}$/u.test(number);
  return [{ ...place, dimension: counter ? 'count' : 'plain', value: value / THOUSAND, isLoose }];
}

/** 头路 is not 二路. */
const ranksIn = (text: string): Quantity[] =>
  [...text.matchAll(/(?<rank>头|首|第?[一二三四五])(?=[路等]\p{Script=Han})/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    dimension: 'rank',
    value: Math.max(1, '头一二三四五'.indexOf(match[0].replace(/^第|首/u, ''))),
    isLoose: false,
  }));

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
  /(?<number>\b(?:half(?: a)?|one|an?|two|three|four|five|six|\d{1,3})|[一两半三四五六])[ -]?(?:dozens?\b|打(?!(?![一共装每的放卖])\p{Script=Han}))/giu;
const HALF_A_DOZEN = 6;

/** 一打, two dozen. */
function dozensIn(text: string): Quantity[] {
  return [...text.matchAll(DOZEN)].flatMap((match) => {
    const number = match.groups?.number?.toLowerCase() ?? '';
    const many = /^an?$/.test(number) ? THOUSAND : readNumber(number);
    const value = /^half|^半/.test(number) ? HALF_A_DOZEN : ((many ?? 0) / THOUSAND) * 2 * HALF_A_DOZEN;
    return [
      { from: match.index, to: match.index + match[0].length, dimension: 'count', value, isLoose: false },
    ];
  });
}

/** The numeral of a dozen counts nothing by itself. */
function isNoDozen(text: string): (one: Quantity) => boolean {
  const dozens = dozensIn(text);
  return ({ from, to }) => !dozens.some((dozen) => from < dozen.to && dozen.from < to);
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

/** What quantities a fact gives: those that stand in it, their products (4 × 200 g), and how many things it lists. */
export function findGivenQuantities(fact: string): Quantity[] {
  const said = findQuantities(fact);
  return [...said, ...productsOf(fact, said), ...listed(fact)];
}

function productsOf(fact: string, said: readonly Quantity[]): Quantity[] {
  if (!/[×x*每]|\beach\b|\bper\b|^(?:规格|包装|装|pack|box|bag|weight|unit)/i.test(fact)) return [];
  const counts = said.filter(({ dimension }) => dimension === 'count' || dimension === 'plain');
  const measured = said.filter(({ dimension }) => dimension === 'grams' || dimension === 'millilitres');
  return measured.flatMap((one) => counts.map(({ value }) => ({ ...one, value: one.value * value })));
}

function listed(fact: string): Quantity[] {
  if (!/、|^(?:配料|原料|用料|ingredients?)\s*:/i.test(fact)) return [];
  const items = fact
    .replace(/^[^:]*:/, '')
    .split(/、|,\s*|\band\b|和/)
    .filter((item) => item.trim() !== '');
  return items.length < 2
    ? []
    : [{ from: 0, to: 0, dimension: 'count', value: items.length, isLoose: false }];
}

/** Whether a fact gives the quantity. One of anything needs no fact. */
export function isGiven(said: Quantity, given: readonly Quantity[]): boolean {
  if (said.value === 1 && (said.dimension === 'plain' || said.dimension === 'count')) return true;
  return given.some(({ dimension, value }) => value === said.value && agree(said.dimension, dimension));
}

function agree(said: string, given: string): boolean {
  if (said === given) return true;
  if (said === 'plain') return given === 'count' || given === 'date' || given === 'yuan';
  // 18块 are pieces or yuan.
  if (said === 'count' && given === 'yuan') return true;
  return (said === 'count' || said === 'date' || said === 'yuan') && given === 'plain';
}
