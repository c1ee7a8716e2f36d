import { findQuantities } from './quantities.ts';
import type { Quantity } from './quantity.ts';

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
 * Whether a span of time only says for how long something is counted that the clause counts as the facts do: 一年 of
 * 一年两回, beside 每年两次. How long goods keep is no rate.
 */
export function isRate(
  one: Quantity,
  text: string,
  all: readonly Quantity[],
  given: readonly Rate[],
): boolean {
  const own = ratesIn(text).find(({ from, to }) => from < one.to && one.from < to);
  const values = given.filter(({ span }) => span === own?.span).flatMap((rate) => rate.values);
  return all.some((other) => {
    const between = text.slice(Math.min(one.to, other.to), Math.max(one.from, other.from));
    return other.dimension !== one.dimension && values.includes(other.value) && !/[,。;!?\n]/u.test(between);
  });
}
