import { type Model, scoreRows } from '../src/nlu/model/model.ts';
import { logAdd } from '../src/nlu/tagger/tagger.ts';
import { asModel, type Learner, learnerFor, learnInEpochs, rowsFor, step } from './learn.ts';
import type { Random } from './random.ts';
import { shuffled } from './shuffle.ts';

export interface ClassExample {
  readonly features: readonly number[];
  readonly class: string;
  readonly weight: number;
}

const DECAY = 2e-5;

/** Multinomial logistic regression. Features of fewer than `least` examples are left out. */
export function trainClassifier(
  classes: readonly string[],
  examples: readonly ClassExample[],
  epochs: number,
  random: Random,
  least = 2,
): Learner {
  const learner = learnerFor(
    classes,
    examples.map(({ features }) => features),
    0,
    least,
  );
  const placed = examples.map((one) => ({ ...one, rows: rowsFor(learner, one.features) }));
  const model = asModel(learner);
  learnInEpochs(learner, epochs, () => {
    for (const example of shuffled(placed, random)) learn(learner, model, example);
  });
  return learner;
}

function learn(
  learner: Learner,
  model: Model,
  { rows, class: wanted, weight }: ClassExample & { readonly rows: Int32Array },
): void {
  const scores = scoreRows(model, rows);
  const total = scores.reduce(logAdd, Number.NEGATIVE_INFINITY);
  for (const [k, name] of learner.outputs.entries()) {
    const gradient = weight * (Math.exp((scores[k] ?? 0) - total) - (name === wanted ? 1 : 0));
    if (Math.abs(gradient) < 5e-4) continue;
    for (let n = 0; n < rows.length; n += 1)
      step(learner.weights, learner.squares, (rows[n] ?? 0) * learner.outputs.length + k, gradient, DECAY);
  }
}
