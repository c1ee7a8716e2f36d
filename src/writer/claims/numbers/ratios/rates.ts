import type { Span } from '../../phrases.ts';
import { findQuantities } from '../quantities.ts';
import { isSomewhatMore, type Quantity } from '../quantity.ts';

const SPANS = ['year', 'month', 'week', 'day', 'hour'] as const;
type TimeSpan = (typeof SPANS)[number];

const CHINESE: Readonly<Record<string, TimeSpan>> = {
  年: 'year',
  月: 'month',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  天: 'day',
  日: 'day',
  小时: 'hour',
};
const NAMES = Object.keys(CHINESE).join('|');
const RATE = new RegExp(
  `(?:每一?|一)个?(?<zh>${NAMES})|\\b(?:an?|per|each|every|one) (?<en>${SPANS.join('|')})\\b`,
  'giu',
);

/** The spans of time for each of which a text says something: twice a year, 每年两次, 一年翻晒两回. */
const ratesIn = (text: string): { from: number; to: number; span: TimeSpan }[] =>
  [...text.matchAll(RATE)].flatMap(({ index, 0: words, groups = {} }) => {
    const span = groups.en ? SPANS.find((one) => one === groups.en?.toLowerCase()) : CHINESE[groups.zh ?? ''];
    return span ? [{ from: index, to: index + words.length, span }] : [];
  });

/** What a fact counts in each span of time. */
export interface Rate {
  readonly span: TimeSpan;
  readonly values: readonly number[];
}

/** 每年翻晒两次; what happens on Tuesdays and Fridays happens twice a week. */
export function readRates(fact: string): Rate[] {
  const values = findQuantities(fact.normalize('NFKC')).map(({ value }) => value);
  const days = countWeekdays(fact);
  return [
    ...ratesIn(fact).map(({ span }) => ({ span, values })),
    ...(days > 1 ? [{ span: 'week', values: [days] } as const] : []),
  ];
}

/** How many days of the week a fact names one by one. */
export const countWeekdays = (fact: string): number =>
  new Set([...fact.matchAll(WEEKDAY)].map(([, chinese, english]) => chinese ?? english?.toLowerCase())).size;

/** A range of them (`周一到周五`, `Monday to Friday`) names more days than stand in it. */
const WEEKDAY =
  /(?<![到至~–-])(?:周|星期|礼拜)([一二三四五六日天])(?!\s*[到至~–-])|(?<!(?:to|through) )\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b(?! (?:to|through) )/giu;

/**
 * Whether a number only says for how long something is counted that the clause counts as the facts do, or is what is
 * counted then: 一年两回, beside 每年两次; 一礼拜二十来个, of three a day. How long goods keep is no rate.
 */
export function isRate(
  one: Quantity,
  text: string,
  all: readonly Quantity[],
  given: readonly Rate[],
): boolean {
  return ratesIn(text).some((rate) => {
    const values = given.flatMap((fact) => inSpan(fact, rate.span));
    const isBeside = (other: Span): boolean =>
      !/[,。;!?\n]/u.test(text.slice(Math.min(rate.to, other.to), Math.max(rate.from, other.from)));
    const isTime = rate.from < one.to && one.from < rate.to;
    return isTime
      ? all.some((other) => other.dimension !== one.dimension && isOneOf(other, values) && isBeside(other))
      : one.dimension === 'count' && isOneOf(one, values) && isBeside(one);
  });
}

/** How many of the days of each span; a month is counted as thirty. */
const DAYS: Readonly<Record<TimeSpan, number>> = { year: 360, month: 30, week: 7, day: 1, hour: 1 / 24 };

/** What is done three times a day is done twenty-one times a week. */
const inSpan = ({ span, values }: Rate, wanted: TimeSpan): readonly number[] =>
  DAYS[span] <= DAYS[wanted] && span !== 'hour'
    ? values.map((value) => (value * DAYS[wanted]) / DAYS[span])
    : [];

const isOneOf = ({ value, isOver }: Quantity, values: readonly number[]): boolean =>
  values.some((one) => one === value || (isOver === true && isSomewhatMore(one, value)));
