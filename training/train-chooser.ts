import { type Facts, worth } from '../src/nlu/chooser.ts';
import { logAdd } from '../src/nlu/tagger.ts';

/** The ways to take one message: the facts of each, and whether it is the right one. */
export interface ChoiceExample {
  readonly options: readonly { readonly facts: Facts; readonly isRight: boolean }[];
}

const EPOCHS = 400;
const RATE = 0.3;
const DECAY = 0.003;

/** Weights under which the right ways have the greatest share, by whole-batch AdaGrad. Starts from the models' own shares. */
export function trainChooser(examples: readonly ChoiceExample[]): Record<string, number> {
  const weights: Record<string, number> = { tags: 1, class: 1 };
  const squares: Record<string, number> = {};
  const useful = examples.filter(({ options }) => options.some(({ isRight }) => isRight));
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const gradients: Record<string, number> = {};
    for (const { options } of useful) addGradient(weights, options, gradients, 1 / useful.length);
    for (const [name, gradient] of Object.entries(gradients)) {
      const whole = gradient + DECAY * ((weights[name] ?? 0) - (name === 'tags' || name === 'class' ? 1 : 0));
      squares[name] = (squares[name] ?? 0) + whole * whole;
      weights[name] = (weights[name] ?? 0) - (RATE * whole) / Math.sqrt(squares[name] + 1e-9);
    }
  }
  return Object.fromEntries(Object.entries(weights).sort().map(([name, weight]) => [name, Number(weight.toFixed(4))]));
}

function addGradient(weights: Record<string, number>, options: ChoiceExample['options'], gradients: Record<string, number>, part: number): void {
  const scores = options.map(({ facts }) => worth(weights, facts));
  const total = scores.reduce(logAdd);
  const right = scores.filter((_, i) => options[i]?.isRight).reduce(logAdd);
  for (const [i, { facts, isRight }] of options.entries()) {
    const score = scores[i] ?? 0;
    const push = Math.exp(score - total) - (isRight ? Math.exp(score - right) : 0);
    for (const [name, value] of Object.entries(facts)) gradients[name] = (gradients[name] ?? 0) + part * push * value;
  }
}
