import { extractFeatures } from './features.ts';
import { trainLinear } from './linear.ts';

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

/** Finds what a message wants by examples; nothing below `least`. */
export function createExampleMatcher<Intent extends string>(
  examples: Examples<Intent>,
  least: Thresholds,
  extract: (message: string) => readonly string[] = extractFeatures,
): (message: string) => ExampleMatch<Intent> | undefined {
  const rank = createRanking(examples, extract);
  return (message) => {
    const [best] = rank(extract(message));
    const isMatch = best && best.likeness >= least.likeness && best.agreement >= least.agreement;
    return isMatch ? best : undefined;
  };
}

/**
 * Every intent by how well it fits a message's features, the best first: a linear classifier over features weighted by how
 * rare they are (TF-IDF), trained on the examples when it is created, which takes a fraction of a second. For what no rule
 * of ours knows: an example more in data/ teaches it a way to say it.
 */
export function createRanking<Intent extends string>(
  examples: Examples<Intent>,
  extract: (example: string) => readonly string[],
  biasRate?: number,
): (features: readonly string[]) => readonly ExampleMatch<Intent>[] {
  const entries = Object.entries<readonly string[]>(examples);
  const intents = entries.map(([intent]) => intent as Intent);
  const all = entries.flatMap(([, said], label) =>
    said.map((one) => ({ label, counts: countEach(extract(one)) })),
  );
  const ids = new Map<string, number>();
  for (const feature of all.flatMap(({ counts }) => [...counts.keys()]))
    if (!ids.has(feature)) ids.set(feature, ids.size);
  const toVector = createVectors(
    ids,
    all.map(({ counts }) => counts),
  );
  const samples = all.map(({ label, counts }) => ({ label, vector: toVector(counts) }));
  const shares = trainLinear(samples, {
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

type Counts = ReadonlyMap<string, number>;

function countEach(features: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}

/** Weighs features by how rare they are among the examples; as a vector of length 1 with what no example has. */
function createVectors(
  ids: ReadonlyMap<string, number>,
  all: readonly Counts[],
): (counts: Counts) => (readonly [number, number])[] {
  const documents = new Map<string, number>();
  for (const counts of all)
    for (const feature of counts.keys()) documents.set(feature, (documents.get(feature) ?? 0) + 1);
  const weigh = (feature: string): number => Math.log((1 + all.length) / (1 + (documents.get(feature) ?? 0)));
  return (counts) => {
    const weighted = [...counts].map(
      ([feature, count]) => [ids.get(feature), count * weigh(feature)] as const,
    );
    const length = Math.hypot(...weighted.map(([, weight]) => weight)) || 1;
    return weighted.flatMap(([id, weight]) => (id === undefined ? [] : [[id, weight / length] as const]));
  };
}
