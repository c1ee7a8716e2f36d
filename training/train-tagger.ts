import type { Automaton } from '../src/nlu/automaton.ts';
import { type Model, scoresOf } from '../src/nlu/model.ts';
import { allowed, KINDS, kindOfAmount, logAdd } from '../src/nlu/tagger.ts';
import type { Token } from '../src/nlu/tokens.ts';
import { asModel, type Learner, learnerFor, step } from './learn.ts';
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
export function trainTagger(automaton: Automaton, examples: readonly TagExample[], epochs: number, random: Random): Learner {
  const count = automaton.tags.length;
  const extra = count * count + automaton.memories * KINDS * count;
  const learner = learnerFor(automaton.tags, examples.flatMap(({ features }) => features), extra, 2);
  const model = asModel(learner);
  for (let epoch = 0; epoch < epochs; epoch += 1)
    for (const example of shuffled(examples, random)) learn(learner, model, automaton, example);
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
      const memory = tag < 3 ? -1 : count * count + ((automaton.memoryOf[from] ?? 0) * KINDS + kind) * count + tag;
      if (to >= 0) all.push({ from, to, tag, local: last * count + tag, memory });
    }
  edgesOf.set(key, all);
  return all;
}

const NONE = Number.NEGATIVE_INFINITY;

function learn(learner: Learner, model: Model, automaton: Automaton, { tokens, features, tags, weight }: TagExample): void {
  const n = tokens.length;
  if (n === 0) return;
  const emissions = features.map((some) => scoresOf(model, some));
  const ways = tokens.map((token) => edges(automaton, token));
  const score = (i: number, edge: Edge): number => (emissions[i]?.[edge.tag] ?? 0) + (model.extra[edge.local] ?? 0) + (edge.memory < 0 ? 0 : (model.extra[edge.memory] ?? 0));
  const forward = [new Float64Array(automaton.states).fill(NONE)];
  (forward[0] as Float64Array)[automaton.start] = 0;
  for (let i = 0; i < n; i += 1) {
    const [before, after] = [forward[i] as Float64Array, new Float64Array(automaton.states).fill(NONE)];
    for (const edge of ways[i] ?? []) {
      const one = before[edge.from] ?? NONE;
      if (one !== NONE) after[edge.to] = logAdd(after[edge.to] ?? NONE, one + score(i, edge));
    }
    forward.push(after);
  }
  const total = (forward[n] as Float64Array).reduce(logAdd, NONE);
  let behind: Float64Array = new Float64Array(automaton.states);
  const gold = goldStates(automaton, tags);
  const gradients = new Map<number, number>();
  for (let i = n - 1; i >= 0; i -= 1) {
    const before = forward[i] as Float64Array;
    const now = new Float64Array(automaton.states).fill(NONE);
    const tagShares = new Float64Array(automaton.tags.length);
    const goldTag = automaton.tags.indexOf(tags[i] ?? 'O');
    for (const edge of ways[i] ?? []) {
      const one = before[edge.from] ?? NONE;
      const rest = behind[edge.to] ?? NONE;
      if (rest === NONE) continue;
      const own = score(i, edge);
      now[edge.from] = logAdd(now[edge.from] ?? NONE, rest + own);
      if (one === NONE) continue;
      const share = Math.exp(one + own + rest - total);
      tagShares[edge.tag] = (tagShares[edge.tag] ?? 0) + share;
      const isGold = edge.tag === goldTag && edge.from === gold[i];
      const gradient = weight * (share - (isGold ? 1 : 0));
      if (Math.abs(gradient) < 1e-5) continue;
      gradients.set(edge.local, (gradients.get(edge.local) ?? 0) + gradient);
      if (edge.memory >= 0) gradients.set(edge.memory, (gradients.get(edge.memory) ?? 0) + gradient);
    }
    adjust(learner, features[i] ?? [], tagShares, goldTag, weight);
    behind = now;
  }
  for (const [at, gradient] of gradients) step(learner.extra, learner.extraSquares, at, gradient, DECAY);
}

function goldStates(automaton: Automaton, tags: readonly string[]): number[] {
  const states = [automaton.start];
  for (const tag of tags) states.push(automaton.next(states.at(-1) ?? 0, automaton.tags.indexOf(tag)));
  return states;
}

function adjust(learner: Learner, features: readonly number[], shares: Float64Array, gold: number, weight: number): void {
  const count = learner.outputs.length;
  for (let tag = 0; tag < count; tag += 1) {
    const gradient = weight * ((shares[tag] ?? 0) - (tag === gold ? 1 : 0));
    if (Math.abs(gradient) < 1e-4) continue;
    for (const feature of features) {
      const row = learner.rows.get(feature);
      if (row !== undefined) step(learner.weights, learner.squares, row * count + tag, gradient, DECAY);
    }
  }
}
