import { type Facts, placedFacts, type Ranking } from '../src/nlu/choose/chooser.ts';
import { logAdd } from '../src/nlu/tagger/tagger.ts';
import { type Random, randomFrom } from './random.ts';
import { shuffled } from './shuffle.ts';

/** The ways to take one message: the facts of each, and whether it is the right one. */
export interface ChoiceExample {
  readonly options: readonly { readonly facts: Facts; readonly isRight: boolean }[];
  /** How much it counts beside others. */
  readonly weight: number;
}

const EPOCHS = 24;
const UNITS = 12;
const RATE = 0.05;
const DECAY = 1e-4;
/** Each begins elsewhere; together they see what one alone would see by chance. */
const SEEDS = [11, 23, 47];

interface Weights {
  readonly values: Float64Array;
  readonly squares: Float64Array;
}

const weightsOf = (size: number, start: () => number): Weights => ({
  values: Float64Array.from({ length: size }, start),
  squares: new Float64Array(size),
});

/** Learns the ranking under which the right ways have the greatest share, message by message, by AdaGrad. */
export function trainChooser(examples: readonly ChoiceExample[]): Ranking {
  const names = new Set(
    examples.flatMap(({ options }) => options.flatMap(({ facts }) => Object.keys(facts))),
  );
  const places = new Map([...names].sort().map((name, i) => [name, i]));
  const useful = examples
    .filter(({ options }) => options.some(({ isRight }) => isRight))
    .map(({ options, weight }) => ({ options: options.map((one) => compact(one, places)), weight }));
  return together(
    places,
    SEEDS.map((seed) => learnOne(useful, places.size, seed)),
  );
}

function learnOne(examples: readonly Choice[], count: number, seed: number): Net {
  const random = randomFrom(seed);
  const small = (): number => (random() - 0.5) * 0.4;
  const rows = weightsOf(count * (UNITS + 1), small);
  for (let i = 0; i < count; i += 1) rows.values[i * (UNITS + 1)] = 0;
  const net = { rows, bias: weightsOf(UNITS, small), out: weightsOf(UNITS, small) };
  learnInEpochs(examples, net, random);
  return net;
}

/** One ranking that scores as the mean of some: the units of all of them side by side. */
function together(places: Ranking['places'], nets: readonly Net[]): Ranking {
  const width = 1 + nets.length * UNITS;
  const rows = new Float64Array(places.size * width);
  for (const [n, net] of nets.entries())
    for (let i = 0; i < places.size; i += 1) {
      const from = i * WIDTH;
      rows[i * width] = (rows[i * width] ?? 0) + (net.rows.values[from] ?? 0) / nets.length;
      rows.set(net.rows.values.subarray(from + 1, from + WIDTH), i * width + 1 + n * UNITS);
    }
  const all = (of: (net: Net) => Float64Array): Float64Array =>
    Float64Array.from(nets.flatMap((net) => [...of(net)]));
  return {
    places,
    rows,
    bias: all(({ bias }) => bias.values),
    out: all(({ out }) => out.values).map((value) => value / nets.length),
  };
}

interface Net {
  readonly rows: Weights;
  readonly bias: Weights;
  readonly out: Weights;
}

/** What is kept is the mean of the second half of the epochs. */
function learnInEpochs(examples: readonly Choice[], net: Net, random: Random): void {
  const all = [net.rows, net.bias, net.out];
  const sums = all.map(({ values }) => new Float64Array(values.length));
  const from = Math.floor(EPOCHS / 2);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const example of shuffled(examples, random)) learn(net, example);
    if (epoch < from) continue;
    for (const [n, { values }] of all.entries())
      for (let i = 0; i < values.length; i += 1)
        (sums[n] as Float64Array)[i] = (sums[n]?.[i] ?? 0) + (values[i] ?? 0);
  }
  for (const [n, { values }] of all.entries())
    for (let i = 0; i < values.length; i += 1) values[i] = (sums[n]?.[i] ?? 0) / (EPOCHS - from);
}

interface Option {
  readonly at: Int32Array;
  readonly values: Float64Array;
  readonly isRight: boolean;
}

interface Choice {
  readonly options: readonly Option[];
  readonly weight: number;
}

const compact = (
  { facts, isRight }: ChoiceExample['options'][number],
  places: ReadonlyMap<string, number>,
): Option => ({ ...placedFacts(places, facts), isRight });

const WIDTH = UNITS + 1;

/** The sums of a way's rows, and its score. */
function score({ rows, bias, out }: Net, { at, values }: Option): { units: Float64Array; score: number } {
  const sums = new Float64Array(WIDTH);
  for (let i = 0; i < at.length; i += 1) {
    const start = (at[i] ?? 0) * WIDTH;
    for (let unit = 0; unit < WIDTH; unit += 1)
      sums[unit] = (sums[unit] ?? 0) + (rows.values[start + unit] ?? 0) * (values[i] ?? 0);
  }
  const units = new Float64Array(UNITS);
  let total = sums[0] ?? 0;
  for (let unit = 0; unit < UNITS; unit += 1) {
    units[unit] = Math.tanh((sums[unit + 1] ?? 0) + (bias.values[unit] ?? 0));
    total += (out.values[unit] ?? 0) * (units[unit] ?? 0);
  }
  return { units, score: total };
}

function learn(net: Net, { options, weight }: Choice): void {
  const scored = options.map((one) => score(net, one));
  const total = scored.map((one) => one.score).reduce(logAdd);
  const right = scored
    .filter((_, i) => options[i]?.isRight)
    .map((one) => one.score)
    .reduce(logAdd);
  for (const [n, option] of options.entries()) {
    const { score: own = 0, units } = scored[n] ?? { units: new Float64Array(0) };
    const push = weight * (Math.exp(own - total) - (option.isRight ? Math.exp(own - right) : 0));
    if (Math.abs(push) > 1e-4) backwards(net, option, units, push);
  }
}

function backwards(
  { rows, bias, out }: Net,
  { at, values }: Option,
  units: Float64Array,
  push: number,
): void {
  const back = new Float64Array(WIDTH);
  back[0] = push;
  for (let unit = 0; unit < UNITS; unit += 1) {
    const said = units[unit] ?? 0;
    back[unit + 1] = push * (out.values[unit] ?? 0) * (1 - said * said);
    step(out, unit, push * said);
    step(bias, unit, back[unit + 1] ?? 0);
  }
  for (let i = 0; i < at.length; i += 1) {
    const start = (at[i] ?? 0) * WIDTH;
    for (let unit = 0; unit < WIDTH; unit += 1)
      step(rows, start + unit, (back[unit] ?? 0) * (values[i] ?? 0));
  }
}

function step({ values, squares }: Weights, at: number, gradient: number): void {
  const whole = gradient + DECAY * (values[at] ?? 0);
  const square = (squares[at] ?? 0) + whole * whole;
  squares[at] = square;
  if (square > 0) values[at] = (values[at] ?? 0) - (RATE * whole) / Math.sqrt(square + 1e-8);
}
