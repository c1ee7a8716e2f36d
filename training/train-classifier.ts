import { type Model, scoreFeatures } from '../src/nlu/model/model.ts';
import { logAdd } from '../src/nlu/tagger/tagger.ts';
import { asModel, type Learner, learnerFor, learnInEpochs, step } from './learn.ts';
import type { Random } from './random.ts';
import { shuffled } from './shuffle.ts';

export interface ClassExample {
  readonly features: readonly number[];
  readonly class: string;
  readonly weight: number;
}

const DECAY = 2e-5;

/** Multinomial logistic regression. */
export function trainClassifier(
  classes: readonly string[],
  examples: readonly ClassExample[],
  epochs: number,
  random: Random,
): Learner {
  const learner = learnerFor(
    classes,
    examples.map(({ features }) => features),
    0,
    2,
  );
  const model = asModel(learner);
  learnInEpochs(learner, epochs, () => {
    for (const example of shuffled(examples, random)) learn(learner, model, example);
  });
  return learner;
}

function learn(learner: Learner, model: Model, { features, class: wanted, weight }: ClassExample): void {
  const scores = scoreFeatures(model, features);
  const total = scores.reduce(logAdd, Number.NEGATIVE_INFINITY);
  for (const [k, name] of learner.outputs.entries()) {
    const gradient = weight * (Math.exp((scores[k] ?? 0) - total) - (name === wanted ? 1 : 0));
    if (Math.abs(gradient) < 5e-4) continue;
    for (const feature of features) {
      const row = learner.rows.get(feature);
      if (row !== undefined)
        step(learner.weights, learner.squares, row * learner.outputs.length + k, gradient, DECAY);
    }
  }
}
