import { logAdd } from '../tagger/tagger.ts';

/** What is known of a way to take a message, by name. */
export type Facts = Readonly<Record<string, number>>;

/** How much each fact counts. */
export type Weights = Readonly<Record<string, number>>;

export const worth = (weights: Weights, facts: Facts): number =>
  Object.entries(facts).reduce((sum, [name, value]) => sum + (weights[name] ?? 0) * value, 0);

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
  weights: Weights,
  factsOf: (one: T) => Facts,
  keyOf: (one: T) => string,
): Chosen<T> | undefined {
  const scored = all
    .map((one) => ({ one, key: keyOf(one), score: worth(weights, factsOf(one)) }))
    .sort((one, other) => other.score - one.score);
  const [best] = scored;
  if (!best) return undefined;
  const sum = (some: typeof scored): number =>
    some.map(({ score }) => score).reduce(logAdd, Number.NEGATIVE_INFINITY);
  const share = Math.exp(sum(scored.filter(({ key }) => key === best.key)) - sum(scored));
  return { best: best.one, share, rival: scored.find(({ key }) => key !== best.key)?.one };
}
