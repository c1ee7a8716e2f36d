import { extractFeatures } from './features.ts';
import type { Learning } from './learning.ts';
import { learnLinear, sharesBy } from './linear.ts';

/** What an intent may be said like. */
export type Examples<Intent extends string> = Readonly<Record<Intent, readonly string[]>>;

export interface ExampleMatch<Intent extends string> {
  readonly intent: Intent;
  /** How much of the message the examples know, from 0 to 1. */
  readonly likeness: number;
  /** How sure it is that no other intent is meant, from 0 to 1. */
  readonly agreement: number;
}

/** Below either the message is not matched: it may mean anything. */
export interface Thresholds {
  readonly likeness: number;
  readonly agreement: number;
}

export type ExampleMatcher<Intent extends string> = (message: string) => ExampleMatch<Intent> | undefined;

/** Learns to find what a message wants by examples; nothing below `least`. */
export function* learnExampleMatcher<Intent extends string>(
  examples: Examples<Intent>,
  least: Thresholds,
  extract: (message: string) => readonly string[] = extractFeatures,
): Learning<ExampleMatcher<Intent>> {
  return matchBy(yield* learnWeights(examples, extract), least, extract);
}

/** Finds what a message wants by what was learned with the same `extract`. */
export function matchBy<Intent extends string>(
  weights: LearnedWeights<Intent>,
  least: Thresholds,
  extract: (message: string) => readonly string[],
): ExampleMatcher<Intent> {
  const rank = rankBy(weights);
  return (message) => {
    const [best] = rank(extract(message));
    const isMatch = best && best.likeness >= least.likeness && best.agreement >= least.agreement;
    return isMatch ? best : undefined;
  };
}

/** As many examples are taken apart, or turned into vectors, at a step: a few milliseconds. */
export const EXAMPLES_A_STEP = 25;

/** What was learned from examples: all that is needed to rank intents, and nothing of the examples. */
export interface LearnedWeights<Intent extends string> {
  readonly intents: readonly Intent[];
  /** In the order of their ids. */
  readonly features: readonly string[];
  /** Of how many examples each has. */
  readonly documents: readonly number[];
  /** How many examples there were. */
  readonly all: number;
  readonly linear: Float32Array;
}

/** How weights are come by: learned from examples, or read where they are kept. */
export type Weigh<Intent extends string> = (
  learn: () => Learning<LearnedWeights<Intent>>,
) => Learning<LearnedWeights<Intent>>;

/** Ranks intents for a message's features. */
export type Ranking<Intent extends string> = (features: readonly string[]) => readonly ExampleMatch<Intent>[];

/**
 * Every intent by how well it fits a message's features, the best first: a linear classifier over features weighted by how
 * rare they are (TF-IDF), trained on the examples, in steps of a few milliseconds. For what no rule of ours knows: an
 * example more in data/ teaches it a way to say it.
 */
export function* learnRanking<Intent extends string>(
  examples: Examples<Intent>,
  extract: (example: string) => readonly string[],
  biasRate?: number,
): Learning<Ranking<Intent>> {
  return rankBy(yield* learnWeights(examples, extract, biasRate));
}

/** What `rankBy` ranks by. */
export function* learnWeights<Intent extends string>(
  examples: Examples<Intent>,
  extract: (example: string) => readonly string[],
  biasRate?: number,
): Learning<LearnedWeights<Intent>> {
  const entries = Object.entries<readonly string[]>(examples);
  const all = yield* eachInSteps(
    entries.flatMap(([, said], label) => said.map((one) => ({ label, said: one }))),
    ({ label, said }) => ({ label, counts: countEach(extract(said)) }),
  );
  const documents = new Map<string, number>();
  yield* eachInSteps(all, ({ counts }) => {
    for (const feature of counts.keys()) documents.set(feature, (documents.get(feature) ?? 0) + 1);
  });
  const learned = {
    intents: entries.map(([intent]) => intent as Intent),
    features: [...documents.keys()],
    documents: [...documents.values()],
    all: all.length,
  };
  const toVector = createVectors(learned);
  const samples = yield* eachInSteps(all, ({ label, counts }) => ({ label, vector: toVector(counts) }));
  const linear = yield* learnLinear(samples, {
    labels: entries.length,
    features: documents.size,
    ...(biasRate !== undefined && { biasRate }),
  });
  return { ...learned, linear };
}

export function rankBy<Intent extends string>(learned: LearnedWeights<Intent>): Ranking<Intent> {
  const { intents, linear } = learned;
  const toVector = createVectors(learned);
  return (features) => {
    const vector = toVector(countEach(features));
    const likeness = vector.reduce((sum, [, share]) => sum + share ** 2, 0);
    const agreements = sharesBy(linear, intents.length, vector);
    return intents
      .map((intent, label) => ({ intent, likeness, agreement: agreements[label] ?? 0 }))
      .sort((a, b) => b.agreement - a.agreement);
  };
}

function* eachInSteps<From, To>(all: readonly From[], make: (one: From) => To): Learning<To[]> {
  const made: To[] = [];
  for (const [i, one] of all.entries()) {
    made.push(make(one));
    if (i % EXAMPLES_A_STEP === EXAMPLES_A_STEP - 1) yield;
  }
  return made;
}

type Counts = ReadonlyMap<string, number>;

function countEach(features: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}

/** Weighs features by how rare they are among `all` examples; as a vector of length 1 with what no example has. */
function createVectors({
  features,
  documents,
  all,
}: Omit<LearnedWeights<string>, 'linear'>): (counts: Counts) => (readonly [number, number])[] {
  const ids = new Map(features.map((feature, id) => [feature, id] as const));
  const weighIn = (found: number): number => Math.log((1 + all) / (1 + found));
  return (counts) => {
    const weighted = [...counts].map(([feature, count]) => {
      const id = ids.get(feature);
      return [id, count * weighIn(id === undefined ? 0 : (documents[id] ?? 0))] as const;
    });
    const length = Math.hypot(...weighted.map(([, weight]) => weight)) || 1;
    return weighted.flatMap(([id, weight]) => (id === undefined ? [] : [[id, weight / length] as const]));
  };
}
