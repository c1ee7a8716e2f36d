import type { Facts } from '../src/nlu/choose/chooser.ts';
import { logAdd } from '../src/nlu/tagger/tagger.ts';

/** The ways to take one message: the facts of each, and whether it is the right one. */
export interface ChoiceExample {
  readonly options: readonly { readonly facts: Facts; readonly isRight: boolean }[];
}

const EPOCHS = 150;
const RATE = 0.3;
const DECAY = 0.003;

/** Weights under which the right ways have the greatest share, by whole-batch AdaGrad. Starts from the models' own shares. */
export function trainChooser(examples: readonly ChoiceExample[]): Record<string, number> {
  const names = [
    ...new Set(examples.flatMap(({ options }) => options.flatMap(({ facts }) => Object.keys(facts)))),
  ].sort();
  const place = new Map(names.map((name, i) => [name, i]));
  const start = Float64Array.from(names, (name) => (name === 'tags' || name === 'class' ? 1 : 0));
  const weights = start.slice();
  const squares = new Float64Array(names.length);
  const useful = examples
    .filter(({ options }) => options.some(({ isRight }) => isRight))
    .map(({ options }) => options.map((one) => compact(one, place)));
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const gradients = new Float64Array(names.length);
    for (const options of useful) addGradient(weights, options, gradients, 1 / useful.length);
    for (let i = 0; i < names.length; i += 1) {
      const whole = (gradients[i] ?? 0) + DECAY * ((weights[i] ?? 0) - (start[i] ?? 0));
      squares[i] = (squares[i] ?? 0) + whole * whole;
      weights[i] = (weights[i] ?? 0) - (RATE * whole) / Math.sqrt((squares[i] ?? 0) + 1e-9);
    }
  }
  return Object.fromEntries(names.map((name, i) => [name, Number((weights[i] ?? 0).toFixed(4))]));
}

interface Compact {
  readonly places: Int32Array;
  readonly values: Float64Array;
  readonly isRight: boolean;
}

function compact(
  { facts, isRight }: ChoiceExample['options'][number],
  place: ReadonlyMap<string, number>,
): Compact {
  const some = Object.entries(facts).filter(([, value]) => value !== 0);
  return {
    places: Int32Array.from(some, ([name]) => place.get(name) ?? 0),
    values: Float64Array.from(some, ([, value]) => value),
    isRight,
  };
}

function addGradient(
  weights: Float64Array,
  options: readonly Compact[],
  gradients: Float64Array,
  part: number,
): void {
  const scores = options.map(({ places, values }) =>
    places.reduce((sum, at, i) => sum + (weights[at] ?? 0) * (values[i] ?? 0), 0),
  );
  const total = scores.reduce(logAdd);
  const right = scores.filter((_, i) => options[i]?.isRight).reduce(logAdd);
  for (const [n, { places, values, isRight }] of options.entries()) {
    const score = scores[n] ?? 0;
    const push = part * (Math.exp(score - total) - (isRight ? Math.exp(score - right) : 0));
    for (let i = 0; i < places.length; i += 1)
      gradients[places[i] ?? 0] = (gradients[places[i] ?? 0] ?? 0) + push * (values[i] ?? 0);
  }
}
