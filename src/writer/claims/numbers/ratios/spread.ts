import { findAmounts, PIECE } from '../amounts.ts';
import { isTooExact } from '../bounds.ts';
import { allContainers } from '../packaging.ts';
import { findQuantities } from '../quantities.ts';
import type { Quantity } from '../quantity.ts';

const MEASURED = ['grams', 'millilitres'];
const IN_ALL_BEFORE = /(?:共|一共|总共|合计|合起来|拢共|统共|in all,?|a total of)\s*$/iu;
const IN_ALL_BEHIND = /^,?\s*(?:in all|altogether|in total|all told|between them)\b/i;
const MULTIPLIED = /[×x*每各]|\beach\b|\bper\b|\bapiece\b|\bof \d/iu;

/** What a fact says of several things that are weighed: what one is, and what all are. */
interface Spread {
  readonly dimension: string;
  /** What is counted. */
  readonly of: readonly string[];
  readonly single: number;
  readonly total: number;
}

/**
 * Numbers of a clause that say of each what the facts say of all (`640 g each`, of eight pieces of 640 g), of all what they
 * say of each, or as exact what they say roughly.
 */
export function misspread(clause: string, facts: readonly string[]): Quantity[] {
  const counted = facts.map((fact) => ({ text: fact, found: findQuantities(fact) }));
  const spreads = facts.flatMap(spreadOf);
  const ones = findAmounts(clause).filter(({ value }) => value === 1);
  return findQuantities(clause).filter((said) => {
    if (isTooExact(clause, said, counted)) return true;
    if (!MEASURED.includes(said.dimension)) return false;
    const isOfAll =
      IN_ALL_BEFORE.test(clause.slice(0, said.from)) || IN_ALL_BEHIND.test(clause.slice(said.to));
    const single = ones.find(({ from, to }) => gap(clause, { from, to }, said) <= BESIDE);
    if (isOfAll === (single !== undefined)) return false;
    const same = spreads.filter(
      ({ dimension, of }) =>
        dimension === said.dimension && (isOfAll || of.some((name) => single?.of.includes(name))),
    );
    const [so, otherwise] = isOfAll ? (['total', 'single'] as const) : (['single', 'total'] as const);
    return (
      same.some((spread) => spread[otherwise] === said.value) &&
      !same.some((spread) => spread[so] === said.value)
    );
  });
}

/** In signs. */
const BESIDE = 2;

const gap = (text: string, one: { from: number; to: number }, other: { from: number; to: number }): number =>
  text.slice(Math.min(one.to, other.to), Math.max(one.from, other.from)).trim().length;

/** `8 pieces, 640 g` is so much in all, `500ml×2` so much each; `一箱10斤,20个` says itself what it is of. */
function spreadOf(fact: string): Spread[] {
  const amounts = findAmounts(fact);
  const [weight, ...more] = amounts.filter(({ of }) => MEASURED.some((name) => of.includes(name)));
  const [count, ...others] = amounts.filter((one) => one !== weight && !more.includes(one));
  if (!weight || !count || more.length + others.length > 0 || count.value <= 1) return [];
  const [dimension = ''] = weight.of;
  const isMultiplied = MULTIPLIED.test(fact);
  // 250克两袋 may be either.
  if (!isMultiplied && weight.to <= count.from && gap(fact, weight, count) === 0) return [];
  // A bare number, as in 500ml×2, may be of any container.
  const of = count.of.includes(PIECE) ? [...allContainers(), PIECE] : count.of;
  return isMultiplied
    ? [{ dimension, of, single: weight.value, total: weight.value * count.value }]
    : [{ dimension, of, single: weight.value / count.value, total: weight.value }];
}
