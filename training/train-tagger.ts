import type { Token } from '../src/nlu/lexer/tokens.ts';
import { type Model, scoreRows } from '../src/nlu/model/model.ts';
import type { Automaton } from '../src/nlu/tagger/automaton.ts';
import { allowed, KINDS, kindOfAmount } from '../src/nlu/tagger/tagger.ts';
import { asModel, type Learner, learnerFor, learnInEpochs, rowsFor, step } from './learn.ts';
import type { Random } from './random.ts';
import { shuffled } from './shuffle.ts';

export interface TagExample {
  readonly tokens: readonly Token[];
  readonly features: readonly (readonly number[])[];
  readonly tags: readonly string[];
  readonly weight: number;
}

const DECAY = 2e-5;

/** A linear chain of conditional probabilities (CRF) over the automaton's states, by stochastic gradient. */
export function trainTagger(
  automaton: Automaton,
  examples: readonly TagExample[],
  epochs: number,
  random: Random,
): Learner {
  const count = automaton.tags.length;
  const extra = count * count + automaton.memories * KINDS * count;
  const learner = learnerFor(
    automaton.tags,
    examples.flatMap(({ features }) => features),
    extra,
    2,
  );
  const placed = examples.map((one) => ({
    ...one,
    rows: one.features.map((some) => rowsFor(learner, some)),
  }));
  const model = asModel(learner);
  learnInEpochs(learner, epochs, () => {
    for (const example of shuffled(placed, random)) learn(learner, model, automaton, example);
  });
  return learner;
}

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly tag: number;
  readonly local: number;
  /** Place of the memory's weight, or -1. */
  readonly memory: number;
}

const edgesOf = new Map<string, Edge[]>();

/** Every way from a state by an allowed tag. */
function edges(automaton: Automaton, token: Token): Edge[] {
  const count = automaton.tags.length;
  const tags = allowed(token, count);
  const kind = kindOfAmount(token);
  const key = `${count}|${automaton.tags[3]}|${tags.join()}|${kind}`;
  const known = edgesOf.get(key);
  if (known) return known;
  const all: Edge[] = [];
  for (let from = 0; from < automaton.states; from += 1)
    for (const tag of tags) {
      const to = automaton.next(from, tag);
      const last = automaton.tagOf[from] ?? 2;
      const memory =
        tag < 3 ? -1 : count * count + ((automaton.memoryOf[from] ?? 0) * KINDS + kind) * count + tag;
      if (to >= 0) all.push({ from, to, tag, local: last * count + tag, memory });
    }
  edgesOf.set(key, all);
  return all;
}

function learn(
  learner: Learner,
  model: Model,
  automaton: Automaton,
  { tokens, rows, tags, weight }: TagExample & { readonly rows: readonly Int32Array[] },
): void {
  const n = tokens.length;
  const emissions = rows.map((some) => scoreRows(model, some));
  const ways = tokens.map((token) => edges(automaton, token));
  const { forward, sizes } = forwards(automaton, ways, emissions, model);
  const gold = goldStates(automaton, tags);
  const gradients = new Map<number, number>();
  let behind = new Float64Array(automaton.states).fill(1);
  for (let i = n - 1; i >= 0; i -= 1) {
    const before = forward[i] as Float64Array;
    const goldTag = automaton.tags.indexOf(tags[i] ?? 'O');
    const { now, shares, edgeShares } = backwards(
      automaton,
      ways[i] ?? [],
      sizes[i] as Float64Array,
      before,
      behind,
    );
    const way = ways[i] ?? [];
    for (let e = 0; e < way.length; e += 1) {
      if (sizes[i]?.[e] === 0) continue;
      const edge = way[e] as Edge;
      const isGold = edge.tag === goldTag && edge.from === gold[i];
      const gradient = weight * ((edgeShares[e] ?? 0) - (isGold ? 1 : 0));
      if (Math.abs(gradient) < SMALL) continue;
      gradients.set(edge.local, (gradients.get(edge.local) ?? 0) + gradient);
      if (edge.memory >= 0) gradients.set(edge.memory, (gradients.get(edge.memory) ?? 0) + gradient);
    }
    adjust(learner, rows[i] ?? NO_ROWS, shares, goldTag, weight);
    behind = now;
  }
  for (const [at, gradient] of gradients) step(learner.extra, learner.extraSquares, at, gradient, DECAY);
}

const SMALL = 5e-4;
const NO_ROWS = new Int32Array(0);

/** The share of every state at every place, scaled to one at each, and the size of every way from a state that is reached. */
function forwards(
  automaton: Automaton,
  ways: readonly (readonly Edge[])[],
  emissions: readonly Float64Array[],
  model: Model,
): { forward: Float64Array[]; sizes: Float64Array[] } {
  const first = new Float64Array(automaton.states);
  first[automaton.start] = 1;
  const forward = [first];
  const sizes: Float64Array[] = [];
  for (const [i, way] of ways.entries()) {
    const [before, after] = [forward[i] as Float64Array, new Float64Array(automaton.states)];
    const size = sizesOf(way, before, emissions[i] as Float64Array, model);
    for (let e = 0; e < way.length; e += 1) {
      if (size[e] === 0) continue;
      const { from, to } = way[e] as Edge;
      after[to] = (after[to] ?? 0) + (before[from] ?? 0) * (size[e] ?? 0);
    }
    sizes.push(size);
    forward.push(scaled(after));
  }
  return { forward, sizes };
}

/** Most states are never reached, and cost nothing. */
function sizesOf(
  way: readonly Edge[],
  before: Float64Array,
  emission: Float64Array,
  { extra }: Model,
): Float64Array {
  const sizes = new Float64Array(way.length);
  for (let e = 0; e < way.length; e += 1) {
    const { from, tag, local, memory } = way[e] as Edge;
    if (before[from] === 0) continue;
    sizes[e] = Math.exp((emission[tag] ?? 0) + (extra[local] ?? 0) + (memory < 0 ? 0 : (extra[memory] ?? 0)));
  }
  return sizes;
}

function backwards(
  automaton: Automaton,
  way: readonly Edge[],
  sizes: Float64Array,
  before: Float64Array,
  behind: Float64Array,
) {
  const now = new Float64Array(automaton.states);
  const edgeShares = new Float64Array(way.length);
  let total = 0;
  for (let e = 0; e < way.length; e += 1) {
    const size = sizes[e] ?? 0;
    if (size === 0) continue;
    const { from, to } = way[e] as Edge;
    const rest = (behind[to] ?? 0) * size;
    now[from] = (now[from] ?? 0) + rest;
    const share = (before[from] ?? 0) * rest;
    edgeShares[e] = share;
    total += share;
  }
  const shares = new Float64Array(automaton.tags.length);
  for (let e = 0; e < way.length; e += 1) {
    if (sizes[e] === 0) continue;
    const { tag } = way[e] as Edge;
    edgeShares[e] = (edgeShares[e] ?? 0) / total;
    shares[tag] = (shares[tag] ?? 0) + (edgeShares[e] ?? 0);
  }
  return { now: scaled(now), shares, edgeShares };
}

function scaled(values: Float64Array): Float64Array<ArrayBuffer> {
  const total = values.reduce((sum, one) => sum + one, 0);
  return new Float64Array(values.map((one) => one / total));
}

function goldStates(automaton: Automaton, tags: readonly string[]): number[] {
  const states = [automaton.start];
  for (const tag of tags) states.push(automaton.next(states.at(-1) ?? 0, automaton.tags.indexOf(tag)));
  return states;
}

function adjust(
  learner: Learner,
  rows: Int32Array,
  shares: Float64Array,
  gold: number,
  weight: number,
): void {
  const count = learner.outputs.length;
  for (let tag = 0; tag < count; tag += 1) {
    const gradient = weight * ((shares[tag] ?? 0) - (tag === gold ? 1 : 0));
    if (Math.abs(gradient) < SMALL) continue;
    for (let n = 0; n < rows.length; n += 1)
      step(learner.weights, learner.squares, (rows[n] ?? 0) * count + tag, gradient, DECAY);
  }
}
