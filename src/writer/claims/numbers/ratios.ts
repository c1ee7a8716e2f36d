import type { Span } from '../phrases.ts';
import { type Amount, findAmounts, PIECE } from './amounts.ts';
import { isWithin, readBound } from './bounds.ts';
import { containerNamed, packaging } from './packaging.ts';
import type { Quantity } from './quantity.ts';

/** Two amounts of the same goods: a box and its 20 eggs, a box and its 36 yuan. */
export interface Ratio {
  readonly one: Amount;
  readonly other: Amount;
}

/** What is sold as one, where a fact gives it no name: `price: 36 yuan`. */
const PACK = 'pack';

/** What the facts say together of packs, their contents and their prices. */
export function readRatios(facts: readonly string[]): Ratio[] {
  const read = facts.map((fact) => readFact(fact.normalize('NFKC')));
  const all = read.flatMap(({ ratios }) => ratios);
  const packed = read.filter(({ isPack }) => isPack).flatMap(({ ratios }) => ratios);
  const tops = topsOf(packed.length > 0 ? packed : all);
  const [top] = tops;
  return top && tops.length === 1 ? [...all, { one: single([PACK]), other: single(top) }] : all;
}

const single = (of: readonly string[], value = 1): Amount => ({ from: 0, to: 0, of, value });

/** The containers that the facts name as one, and that nothing else holds: the case of `12 bottles in a case`. */
function topsOf(ratios: readonly Ratio[]): (readonly string[])[] {
  const sides = ratios.flatMap(({ one, other }) => [one, other]);
  const isHeld = (of: readonly string[]): boolean =>
    sides.some((side) => side.value !== 1 && isSame(side.of, of));
  const named = sides
    .filter(({ of, value }) => value === 1 && isThing(of) && !isHeld(of))
    .map(({ of }) => of);
  return named.filter((of, i) => named.findIndex((other) => isSame(of, other)) === i);
}

const isThing = (of: readonly string[]): boolean =>
  of.includes(PIECE) || of.every((name) => name !== PACK && containerNamed(name) !== undefined);

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((name) => other.includes(name));

function readFact(fact: string): { ratios: Ratio[]; isPack: boolean } {
  const [, label = '', rest = fact] = /^([^:]{1,20}):(.*)$/su.exec(fact) ?? [];
  const name = label.trim().toLowerCase();
  const isPack = packaging().packLabels.includes(name);
  const isPrice = packaging().priceLabels.includes(name);
  const container = isPack || isPrice ? undefined : containerNamed(name);
  const bare = container ?? (isPrice ? [PACK] : undefined);
  const own = isPack || isPrice ? [PACK] : container;
  const ratios = rest.split(/[,。;、](?!\d{3})/).flatMap((clause) => {
    const amounts = withoutRanges(clause).map((one) =>
      bare && isBare(one, clause) ? { ...one, of: bare } : one,
    );
    const pairs = amounts.flatMap((one, i) => {
      const next = amounts[i + 1];
      return next && isPair(one, next, clause) ? [{ one, other: next }] : [];
    });
    const alone = amounts[0];
    if (pairs.length > 0 || !own || !alone || amounts.length > 1) return pairs;
    const isPriced = alone.of.includes('yuan');
    return isPrice !== isPriced || isSame(alone.of, own) ? [] : [{ one: single(own), other: alone }];
  });
  return { ratios, isPack: isPack || container !== undefined };
}

/** 12 of `bottle: 300 ml, 12 in a case` are bottles. */
const isBare = ({ to, of }: Amount, clause: string): boolean =>
  of.includes(PIECE) && /^ (?:in|to|per|a|for)\b/.test(clause.slice(to));

/** 4到6钱 is no one amount. */
function withoutRanges(clause: string): Amount[] {
  const amounts = findAmounts(clause);
  const isRange = (one: Amount | undefined, next: Amount | undefined): boolean =>
    one !== undefined &&
    next !== undefined &&
    /^\s*(?:[到至~–-]|to|or)\s*$/.test(clause.slice(one.to, next.from));
  return amounts.filter((one, i) => !isRange(one, amounts[i + 1]) && !isRange(amounts[i - 1], one));
}

/** Amounts that stand side by side: `36元一盒`, `4 bottles to a case`. */
const isPair = (one: Amount, next: Amount, clause: string): boolean =>
  !isSame(one.of, next.of) &&
  /^(?:\s*[a-z]{0,8}){0,3}\s*[\p{Script=Han}/]{0,3}$/u.test(clause.slice(one.to, next.from));

/** How many `to` one `from` is, by what the facts say of both, or by way of others. */
function factors(from: Amount, to: Amount, ratios: readonly Ratio[]): number[] {
  const direct = stepsFrom(from, ratios).filter(({ of }) => isSame(of, to.of));
  const ways = waysOn(from, to, ratios, []);
  return direct.length > 0
    ? [
        ...direct.map(({ value }) => value),
        ...ways.filter(({ isWhole }) => isWhole).map(({ value }) => value),
      ]
    : ways.map(({ value }) => value);
}

/** What the facts set beside an amount, so many times as it is there. */
const stepsFrom = ({ of, value }: Amount, ratios: readonly Ratio[]): Amount[] =>
  ratios.flatMap(({ one, other }) => [
    ...(isSame(one.of, of) ? [{ ...other, value: (other.value * value) / one.value }] : []),
    ...(isSame(other.of, of) ? [{ ...one, value: (one.value * value) / other.value }] : []),
  ]);

const MOST_STEPS = 3;

/** Whole where no pack is divided on the way. */
function waysOn(
  from: Amount,
  to: Amount,
  ratios: readonly Ratio[],
  seen: readonly Amount[],
): { value: number; isWhole: boolean }[] {
  if (seen.length >= MOST_STEPS) return [];
  return stepsFrom(from, ratios).flatMap((next) => {
    if ([from, ...seen].some(({ of }) => isSame(of, next.of))) return [];
    if (isSame(next.of, to.of)) return seen.length === 0 ? [] : [{ value: next.value, isWhole: true }];
    const isWhole = Number.isInteger(next.value);
    return waysOn(next, to, ratios, [...seen, from]).map((way) => ({
      value: way.value,
      isWhole: way.isWhole && isWhole,
    }));
  });
}

/** Half of the smallest coin. */
const CLOSE = 0.005;

/** The places of a sentence whose amounts follow from its facts: two boxes for twice the price, the price of a jin. */
export function findDerived(sentence: string, ratios: readonly Ratio[]): Span[] {
  if (ratios.length === 0) return [];
  const amounts = findAmounts(sentence).flatMap(sensesOf);
  return amounts.flatMap((one, i) =>
    amounts
      .slice(i + 1)
      .filter((other) => other.from >= one.to && !isSame(one.of, other.of))
      .filter((other) => factors(one, other, ratios).some((value) => isSo(value, other, sentence)))
      .flatMap((other) => [one, other]),
  );
}

/**
 * Whether an amount is as much as follows from the facts, or as a bound says of it: 一斤不到两块钱. What four weigh together
 * bounds none of them: 每个都不低于一斤.
 */
function isSo(value: number, { from, to, value: said }: Amount, sentence: string): boolean {
  const bounded = readBound(sentence, { from, to });
  if (bounded && EVERY_ONE.test(sentence)) return false;
  return bounded ? isWithin(value, said, bounded.bound) : Math.abs(value - said) < CLOSE;
}

const EVERY_ONE = /[每个各]\p{Script=Han}{0,2}都|\bevery (?:one|single)\b|\beach one\b/iu;

/** 四十八块 are pieces or yuan. */
const sensesOf = (one: Amount): Amount[] =>
  one.of.includes(PIECE) && one.of.length > 1 ? one.of.map((name) => ({ ...one, of: [name] })) : [one];

/** What one pack holds in all, by way of what it holds: six bottles of 300 ml are 1.8 litres. */
export function findTotals(ratios: readonly Ratio[]): Quantity[] {
  const packs = ratios
    .flatMap(({ one, other }) => [one, other])
    .filter(({ of, value }) => value === 1 && isThing(of));
  return ['grams', 'millilitres'].flatMap((dimension) =>
    packs
      .flatMap((pack) => factors(pack, single([dimension]), ratios))
      .map((value) => ({ from: 0, to: 0, dimension, value, isLoose: false })),
  );
}
