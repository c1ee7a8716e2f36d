import { extractFeatures } from './features.ts';

/** What an intent may be said like. */
export type Examples<Intent extends string> = Readonly<Record<Intent, readonly string[]>>;

export interface IntentMatch<Intent extends string> {
  readonly intent: Intent;
  /** How like the nearest example it is, from 0 to 1. */
  readonly likeness: number;
  /** How far the nearest examples agree, from 0 to 1. */
  readonly agreement: number;
}

/** So many of the nearest examples have a say. */
const NEAREST = 5;
/** Below either the message is not matched: it may mean anything. */
const LEAST_LIKENESS = 0.5;
const LEAST_AGREEMENT = 0.6;

/**
 * Finds what a message wants by the examples that are most like it: cosine of features weighted by how rare they are
 * (TF-IDF), and a vote of the nearest. For what no rule of ours knows: an example more in data/ teaches it a way to say it.
 */
export function createIntentMatcher<Intent extends string>(
  examples: Examples<Intent>,
): (message: string) => IntentMatch<Intent> | undefined {
  const all = Object.entries<readonly string[]>(examples).flatMap(([intent, said]) =>
    said.map((one) => ({ intent: intent as Intent, counts: countFeatures(one) })),
  );
  const weigh = createWeights(all.map(({ counts }) => counts));
  const index = new Map<string, { readonly at: number; readonly share: number }[]>();
  for (const [at, { counts }] of all.entries())
    for (const [feature, share] of normalize(counts, weigh)) {
      const found = index.get(feature);
      if (found) found.push({ at, share });
      else index.set(feature, [{ at, share }]);
    }

  return (message) => {
    const likeness = new Map<number, number>();
    for (const [feature, share] of normalize(countFeatures(message), weigh))
      for (const one of index.get(feature) ?? [])
        likeness.set(one.at, (likeness.get(one.at) ?? 0) + share * one.share);
    const nearest = [...likeness].sort(([, a], [, b]) => b - a).slice(0, NEAREST);
    return vote(nearest.flatMap(([at, like]) => (all[at] ? [{ intent: all[at].intent, like }] : [])));
  };
}

/** The nearer an example is, the more it counts. */
function vote<Intent extends string>(
  nearest: readonly { readonly intent: Intent; readonly like: number }[],
): IntentMatch<Intent> | undefined {
  const votes = new Map<Intent, number>();
  for (const { intent, like } of nearest) votes.set(intent, (votes.get(intent) ?? 0) + like ** 4);
  const [best] = [...votes].sort(([, a], [, b]) => b - a);
  if (!best) return undefined;
  const [intent, count] = best;
  const sum = [...votes.values()].reduce((a, b) => a + b, 0);
  const likeness = Math.max(...nearest.filter((one) => one.intent === intent).map(({ like }) => like));
  const agreement = count / sum;
  return likeness < LEAST_LIKENESS || agreement < LEAST_AGREEMENT
    ? undefined
    : { intent, likeness, agreement };
}

type Counts = ReadonlyMap<string, number>;

function countFeatures(message: string): Counts {
  const counts = new Map<string, number>();
  for (const feature of extractFeatures(message)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}

/** How rare a feature is; one that no example has is as rare as can be. */
function createWeights(all: readonly Counts[]): (feature: string) => number {
  const documents = new Map<string, number>();
  for (const counts of all)
    for (const feature of counts.keys()) documents.set(feature, (documents.get(feature) ?? 0) + 1);
  return (feature) => Math.log((1 + all.length) / (1 + (documents.get(feature) ?? 0)));
}

/** The features as a vector of length 1. */
function normalize(counts: Counts, weigh: (feature: string) => number): [string, number][] {
  const weighted = [...counts].map(([feature, count]): [string, number] => [feature, count * weigh(feature)]);
  const length = Math.hypot(...weighted.map(([, weight]) => weight)) || 1;
  return weighted.map(([feature, weight]) => [feature, weight / length]);
}
