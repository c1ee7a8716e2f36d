import { isSameClock } from './clock.ts';
import { findBareSizes } from './lengths.ts';
import { findParts } from './pairs.ts';
import { findQuantities } from './quantities.ts';
import { ABOUT, agree, isSomewhatMore, type Quantity } from './quantity.ts';

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
    ...yearsOfAge(fact, said),
    ...findParts(fact).map((one) => ({ ...one, dimension: 'percent', value: one.value * 10 })),
    ...findBareSizes(fact),
  ];
}

const MONTHS_OF_YEAR = 12;

/** 68岁: who is so old is said to be 六十八. */
export const yearsOfAge = (fact: string, said: readonly Quantity[]): Quantity[] =>
  said
    .filter(({ from, to }) => /岁$|years? old$/iu.test(fact.slice(from, to)))
    .map((one) => ({ ...one, dimension: 'count', value: one.value / MONTHS_OF_YEAR }));

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
      isNearlySame(said, one) ||
      (said.isOver === true &&
        agree(said.dimension, one.dimension) &&
        isSomewhatMore(one.value, said.value, said.size)),
  );
}

/** Ten days are about a week and a half, and 21 about twenty; but 600 g not about 620, which is told no rounder. */
function isNearlySame(said: Quantity, given: Quantity): boolean {
  if (!said.isAbout) return false;
  const isInMonths = said.dimension === 'months' && given.dimension === 'minutes';
  if (!isInMonths && !agree(said.dimension, given.dimension)) return false;
  const value = isInMonths ? said.value * DAYS_OF_MONTH * MINUTES_OF_DAY : said.value;
  const isOtherUnit = given.size !== undefined && said.size !== given.size;
  const isRounder = isOtherUnit || digitsIn(said) < digitsIn({ ...given, size: said.size ?? 1 });
  return isRounder && Math.abs(value - given.value) <= ABOUT * given.value;
}

/** How many digits of a number in its unit are not zeros at its end. */
const digitsIn = ({ value, size = 1 }: Quantity): number =>
  String(Math.round((value / size) * 1e3) / 1e3)
    .replace('.', '')
    .replace(/0+$/, '').length;

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
