import { NUMBER, readNumber, THOUSAND } from '../../../nlu/rules/lexer/numbers.ts';
import { findClocks, isSameClock } from './clock.ts';
import { measures } from './measures.ts';
import { findPrices } from './prices.ts';
import { agree, type Quantity } from './quantity.ts';

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
    `(?<!周|星期|礼拜|第)(?!零两个)(?<number>${NUMBER}|\\b(?:a|an|one)(?=[ -](?:${longest(latin)})\\b))(?:[ -]?(?:of a|an?)\\b)?[多余来几]?` +
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
  const clocks = findClocks(text);
  const found = [...text.matchAll(quantityPattern())]
    .flatMap((match) => quantityOf(match, text))
    .filter(({ from, to }) => !clocks.some((one) => one.from < to && from < one.to));
  return [
    ...summed(ranged(found.filter(isNoPart(text)), text), text).map((one) => ({
      ...one,
      ...overIn(one, text),
    })),
    ...clocks,
    ...findPrices(text),
    ...ranksIn(text),
    ...timesIn(text),
    ...dozensIn(text),
    ...monthsIn(text),
  ].sort((one, other) => one.from - other.from);
}

/** 二十多个, 四两多, more than twenty. */
function overIn({ from, to }: Quantity, text: string): { isOver?: boolean } {
  const isOver =
    /[多余来几]/u.test(text.slice(from, to)) || /\b(?:over|more than|above) $/i.test(text.slice(0, from));
  return isOver ? { isOver } : {};
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
  if (value === undefined) return [];
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
  const isLoose = !counter && !hao && /^\p{Script=Han}$/u.test(number);
  return [{ ...place, dimension: counter ? 'count' : 'plain', value: value / THOUSAND, isLoose }];
}

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

/** The numerals of a dozen and of a price count nothing by themselves. */
function isNoPart(text: string): (one: Quantity) => boolean {
  const whole = [...dozensIn(text), ...findPrices(text)];
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
  return [
    ...said,
    ...productsOf(fact, said),
    ...listed(fact),
    ...pairsOf(fact, said),
    ...strengthsOf(fact, said),
    ...sumsOf(fact, said),
  ];
}

/** 1 kg + 100 g. */
const sumsOf = (fact: string, said: readonly Quantity[]): Quantity[] =>
  said.flatMap((one, i) => {
    const next = said[i + 1];
    const isSum = next?.dimension === one.dimension && /^\s*[+加]\s*$/u.test(fact.slice(one.to, next.from));
    return isSum ? [{ ...one, value: one.value + next.value }] : [];
  });

/** Four pairs are eight. */
const pairsOf = (fact: string, said: readonly Quantity[]): Quantity[] =>
  said
    .filter(({ from, to }) => /[对双]$/u.test(fact.slice(from, to)) || /^ pairs?\b/i.test(fact.slice(to)))
    .map((one) => ({ ...one, dimension: 'count', value: one.value * 2 }));

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
  // 20 sachets of 25 g.
  if (!/[×x*每]|\beach\b|\bper\b|\b[a-z]+ of \d|^(?:规格|包装|装|pack|box|bag|weight|unit)/i.test(fact))
    return [];
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
    (one) =>
      (one.value === said.value && agree(said.dimension, one.dimension)) ||
      isSameClock(said, one) ||
      isSameMonths(said, one) ||
      isLittleMore(one, said),
  );
}

/** 22 are 二十多, 220 g are 四两多: more, and less than one more of the last place that was said. */
function isLittleMore(one: Quantity, { value, size = 1, isOver, dimension }: Quantity): boolean {
  if (!isOver || !agree(dimension, one.dimension)) return false;
  const said = value / size;
  let place = 1;
  while (said % (place * 10) === 0 && place < said) place *= 10;
  return one.value > value && one.value < value + place * size;
}

/** People count a month as thirty days, and half of one as fifteen. */
const DAYS_OF_MONTH = 30;
const MINUTES_OF_DAY = 24 * 60;
const MOST_MONTHS = 6;

const isSameMonths = (one: Quantity, other: Quantity): boolean =>
  isMonthsInDays(one, other) || isMonthsInDays(other, one);

const isMonthsInDays = (one: Quantity, other: Quantity): boolean =>
  one.dimension === 'months' &&
  other.dimension === 'minutes' &&
  !one.isOver &&
  !other.isOver &&
  one.value <= MOST_MONTHS &&
  one.value * DAYS_OF_MONTH * MINUTES_OF_DAY === other.value;
