import { NUMBER, readNumber, THOUSAND } from '../../nlu/rules/lexer/numbers.ts';
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
  /** Of its unit, in base units of the dimension. */
  readonly size?: number;
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
    `(?<!周|星期|礼拜|第)(?!零两个)(?<number>${NUMBER}|\\b(?:a|an|one)(?=[ -](?:${longest(latin)})\\b))(?:[ -]?(?:of a|an?)\\b)?[多余来几]?` +
      `(?:(?: (?=%))?(?<han>${longest(han)})(?<half>半)?|[ -]?(?<latin>${longest(latin)})s?(?:[ -]old)?(?![a-z])|(?<counter>${counters.join('|')})|(?<month>月份?)|(?<hao>号))?`,
    'giu',
  );
  return pattern;
}

/** All quantities of a plain text. */
export function findQuantities(text: string): Quantity[] {
  const found = [...text.matchAll(quantityPattern())].flatMap((match) => quantityOf(match, text));
  return [
    ...summed(ranged(found.filter(isNoPart(text)), text), text),
    ...priceIn(text),
    ...ranksIn(text),
    ...timesIn(text),
    ...dozensIn(text),
    ...monthsIn(text),
  ].sort((one, other) => one.from - other.from);
}

/** 30到40克: the first number counts what the second does. */
function ranged(found: readonly Quantity[], text: string): Quantity[] {
  return found.map((one, i) => {
    const next = found[i + 1];
    const isRange =
      one.dimension === 'plain' && next && /^[到至~–-]$|^ to $/.test(text.slice(one.to, next.from));
    if (!isRange || next.dimension === 'plain') return one;
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
  const { number = '', han, half, latin, counter, month, hao } = match.groups ?? {};
  const value = /^an?$/i.test(number) ? THOUSAND : readNumber(number.toLowerCase());
  if (value === undefined) return [];
  const place = { from: match.index, to: match.index + match[0].length };
  if (month) return [{ ...place, dimension: 'date', value: value / THOUSAND, isLoose: false }];
  const unit = measures().units.get((han ?? latin ?? '').toLowerCase());
  const isYear = han === '年' && /^(?:19|20)\d\d$/.test(number);
  const isDay =
    (han === '日' || hao) && /月份?\s*(?:\d{1,2}[日号]?[至到~–-])?$/.test(text.slice(0, match.index));
  if (isYear || isDay) return [{ ...place, dimension: 'date', value: value / THOUSAND, isLoose: false }];
  if (unit) {
    const more = half ? THOUSAND / 2 : 0;
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

/** 18块8, 十八块八毛. */
function priceIn(text: string): Quantity[] {
  return [...text.matchAll(PRICE)].map(({ index, groups = {}, 0: words }) => ({
    ...{ from: index, to: index + words.length, dimension: 'yuan', isLoose: false },
    value:
      ((readNumber(groups.yuan ?? '') ?? 0) +
        (readNumber(groups.jiao ?? groups.tenths ?? '') ?? 0) / TENTHS) /
      THOUSAND,
  }));
}

const PRICE = new RegExp(
  `(?<yuan>${NUMBER})块(?:(?<jiao>\\d)(?!\\d)|(?<tenths>[一二三四五六七八九])(?:毛|(?=[,。;!?\\s]|$)))`,
  'gu',
);
const TENTHS = 10;

/** The numerals of a dozen and of a price count nothing by themselves. */
function isNoPart(text: string): (one: Quantity) => boolean {
  const whole = [...dozensIn(text), ...priceIn(text)];
  return ({ from, to }) => !whole.some((one) => from < one.to && one.from < to);
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
  return [...said, ...productsOf(fact, said), ...listed(fact), ...strengthsOf(fact, said)];
}

/** 15度 of a liquor are 15 %. */
const strengthsOf = (fact: string, said: readonly Quantity[]): Quantity[] =>
  /酒精|alcohol|度数/i.test(fact)
    ? said.flatMap((one) =>
        ['degrees', 'percent'].includes(one.dimension)
          ? [
              { ...one, dimension: 'degrees' },
              { ...one, dimension: 'percent' },
            ]
          : [],
      )
    : [];

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
  return given.some(
    (one) => (one.value === said.value && agree(said.dimension, one.dimension)) || isHalfMonth(said, one),
  );
}

/** 半个月 are fifteen days; no other part of a month is a number of days. */
const HALF_A_MONTH = { months: 0.5, minutes: 15 * 24 * 60 };

const isHalfMonth = (one: Quantity, other: Quantity): boolean =>
  (isHalf(one, 'months') && isHalf(other, 'minutes')) || (isHalf(one, 'minutes') && isHalf(other, 'months'));

const isHalf = ({ dimension, value }: Quantity, as: keyof typeof HALF_A_MONTH): boolean =>
  dimension === as && value === HALF_A_MONTH[as];

function agree(said: string, given: string): boolean {
  if (said === given) return true;
  if (said === 'plain') return given === 'count' || given === 'date' || given === 'yuan';
  // 18块 are pieces or yuan.
  if (said === 'count' && given === 'yuan') return true;
  return (said === 'count' || said === 'date' || said === 'yuan') && given === 'plain';
}
