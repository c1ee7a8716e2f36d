import { logAdd } from '../tagger/tagger.ts';

/** What is known of a way to take a message, by name. */
export type Facts = Readonly<Record<string, number>>;

/**
 * What was learned of facts: a row of weights for each, the first for the fact alone, the others for units that see
 * several facts at once.
 */
export interface Ranking {
  readonly places: ReadonlyMap<string, number>;
  readonly rows: Float64Array;
  /** For each unit where it begins to speak, and how much it says. */
  readonly bias: Float64Array;
  readonly out: Float64Array;
}

/** Facts that are larger say no more than these. */
const MOST = 8;
const SCALE = 4;

/** Facts as places of rows and values of one size. */
export function placedFacts(
  places: ReadonlyMap<string, number>,
  facts: Facts,
): { at: Int32Array; values: Float64Array } {
  const known = Object.entries(facts).filter(([name, value]) => value !== 0 && places.has(name));
  return {
    at: Int32Array.from(known, ([name]) => places.get(name) ?? 0),
    values: Float64Array.from(known, ([, value]) => Math.max(-MOST, Math.min(MOST, value)) / SCALE),
  };
}

/** How much speaks for a way to take a message. */
export function worth({ places, rows, bias, out }: Ranking, facts: Facts): number {
  const { at, values } = placedFacts(places, facts);
  const width = bias.length + 1;
  const sums = Float64Array.from({ length: width }, (_, unit) => (unit === 0 ? 0 : (bias[unit - 1] ?? 0)));
  for (let i = 0; i < at.length; i += 1) {
    const start = (at[i] ?? 0) * width;
    for (let unit = 0; unit < width; unit += 1)
      sums[unit] = (sums[unit] ?? 0) + (rows[start + unit] ?? 0) * (values[i] ?? 0);
  }
  let score = sums[0] ?? 0;
  for (let unit = 1; unit < width; unit += 1) score += (out[unit - 1] ?? 0) * Math.tanh(sums[unit] ?? 0);
  return score;
}

export interface Chosen<T> {
  readonly best: T;
  /** Its share of all, from 0 to 1, together with those that state the same. */
  readonly share: number;
  /** The best of those that state something else. */
  readonly rival: T | undefined;
}

/** The best of some, and how sure that is: `keyOf` is equal for those that state the same. */
export function choose<T>(
  all: readonly T[],
  ranking: Ranking,
  factsOf: (one: T) => Facts,
  keyOf: (one: T) => string,
): Chosen<T> | undefined {
  const scored = all
    .map((one) => ({ one, key: keyOf(one), score: worth(ranking, factsOf(one)) }))
    .sort((one, other) => other.score - one.score);
  const [best] = scored;
  if (!best) return undefined;
  const sum = (some: typeof scored): number =>
    some.map(({ score }) => score).reduce(logAdd, Number.NEGATIVE_INFINITY);
  const share = Math.exp(sum(scored.filter(({ key }) => key === best.key)) - sum(scored));
  return { best: best.one, share, rival: scored.find(({ key }) => key !== best.key)?.one };
}
