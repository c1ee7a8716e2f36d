import { logAdd } from '../tagger/tagger.ts';
import { type Model, scoreFeatures } from './model.ts';

/** The logarithm of every class's share. */
export function classShares(model: Model, features: readonly number[]): Map<string, number> {
  const scores = scoreFeatures(model, features);
  const total = scores.reduce(logAdd, Number.NEGATIVE_INFINITY);
  return new Map(model.outputs.map((name, k) => [name, (scores[k] ?? 0) - total]));
}
