import type { Quantity } from './quantity.ts';

/** Facts that say when the goods came to be, and not until when they keep. */
const ORIGIN =
  /[采收挖摘捞酿榨磨晒产做腌割剥炒熏打下季]|pick|harvest|dug|dig|made|make|mill|brew|press|caught|catch|season|gather|produc|smok|dri|cur|distil|born|laid/iu;
const UNTIL = /保质|到期|有效|最佳|expir|best before|use by|keep/iu;

const SEASONS = [
  ['冬', '冬天'],
  ['春', '春天'],
  ['夏', '夏天'],
  ['秋', '秋天'],
] as const;
/** The years that have names of their own, from this one back. */
const YEARS = ['今年', '去年', '前年'];
const TENTHS = [['初', '月初', '上旬'], ['中旬'], ['底', '月底', '末', '月末', '下旬']];
const LAST_OF_MONTH = 20;
const TENTH = 10;

/** Words for the dates of a fact: 2025年9月 is 去年, 秋天, 去年秋天. */
export function dateWords(fact: string, quantities: readonly Quantity[], year: number): string[] {
  const dates = quantities.filter((one) => one.dimension === 'date' || isBareYear(one, fact));
  const years = dates.filter(({ value }) => value >= 1900).map(({ value }) => YEARS[year - value] ?? '');
  const months = dates.filter(isMonth(fact));
  if (months.length > 0 && UNTIL.test(fact)) return [];
  const seasons = ORIGIN.test(fact)
    ? months.flatMap(({ value }) => SEASONS[Math.floor((value % 12) / 3)] ?? [])
    : [];
  const days =
    months.length === 1 ? quantities.filter((one) => isDay(fact, one) && !months.includes(one)) : [];
  const tenths = days.flatMap(({ value }) => TENTHS[Math.min(2, Math.floor((value - 1) / TENTH))] ?? []);
  const joined = years.flatMap((name) => seasons.map((season) => name + season));
  return [...years, ...seasons, ...joined, ...tenths].filter(Boolean);
}

const isBareYear = ({ dimension, value }: Quantity, fact: string): boolean =>
  dimension === 'plain' && value >= 1990 && value <= 2100 && /[a-z]/i.test(fact);

const isMonth =
  (fact: string) =>
  ({ from, to, dimension, value }: Quantity): boolean =>
    dimension === 'date' && value >= 1 && value <= 12 && /月|[a-z]/i.test(fact.slice(from, to));

const isDay = (fact: string, { from, to, value, dimension }: Quantity): boolean =>
  Number.isInteger(value) &&
  value >= 1 &&
  value <= LAST_OF_MONTH + TENTH + 1 &&
  (dimension === 'date' ? !/年/.test(fact.slice(from, to)) : dimension === 'plain');
