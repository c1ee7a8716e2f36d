import { extractFeatures } from './features.ts';
import type { Learning } from './learning.ts';
import { learnLinear } from './linear.ts';

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
  const rank = yield* learnRanking(examples, extract);
  return (message) => {
    const [best] = rank(extract(message));
    const isMatch = best && best.likeness >= least.likeness && best.agreement >= least.agreement;
    return isMatch ? best : undefined;
  };
}

/** As many examples are taken apart, or turned into vectors, at a step: a few milliseconds. */
export const EXAMPLES_A_STEP = 25;

/**
 * Every intent by how well it fits a message's features, the best first: a linear classifier over features weighted by how
 * rare they are (TF-IDF), trained on the examples, in steps of a few milliseconds. For what no rule of ours knows: an
 * example more in data/ teaches it a way to say it.
 */
export function* learnRanking<Intent extends string>(
  examples: Examples<Intent>,
  extract: (example: string) => readonly string[],
  biasRate?: number,
): Learning<(features: readonly string[]) => readonly ExampleMatch<Intent>[]> {
  const entries = Object.entries<readonly string[]>(examples);
  const intents = entries.map(([intent]) => intent as Intent);
  const all = yield* eachInSteps(
    entries.flatMap(([, said], label) => said.map((one) => ({ label, said: one }))),
    ({ label, said }) => ({ label, counts: countEach(extract(said)) }),
  );
  const ids = new Map<string, number>();
  const documents = new Map<string, number>();
  yield* eachInSteps(all, ({ counts }) => {
    for (const feature of counts.keys()) {
      if (!ids.has(feature)) ids.set(feature, ids.size);
      documents.set(feature, (documents.get(feature) ?? 0) + 1);
    }
  });
  const toVector = createVectors(ids, documents, all.length);
  const samples = yield* eachInSteps(all, ({ label, counts }) => ({ label, vector: toVector(counts) }));
  const shares = yield* learnLinear(samples, {
    labels: intents.length,
    features: ids.size,
    ...(biasRate !== undefined && { biasRate }),
  });

  return (features) => {
    const vector = toVector(countEach(features));
    const likeness = vector.reduce((sum, [, share]) => sum + share ** 2, 0);
    const agreements = shares(vector);
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
function createVectors(
  ids: ReadonlyMap<string, number>,
  documents: ReadonlyMap<string, number>,
  all: number,
): (counts: Counts) => (readonly [number, number])[] {
  const weigh = (feature: string): number => Math.log((1 + all) / (1 + (documents.get(feature) ?? 0)));
  return (counts) => {
    const weighted = [...counts].map(
      ([feature, count]) => [ids.get(feature), count * weigh(feature)] as const,
    );
    const length = Math.hypot(...weighted.map(([, weight]) => weight)) || 1;
    return weighted.flatMap(([id, weight]) => (id === undefined ? [] : [[id, weight / length] as const]));
  };
}
