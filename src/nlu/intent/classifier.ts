import type { Examples, IntentMatch } from './matcher.ts';

/** What a message is compared by. */
type Features = (message: string) => readonly string[];

interface Thresholds {
  /** So probable an intent must be. */
  readonly agreement: number;
  /** So much of the message must have been seen in the examples. */
  readonly likeness: number;
}

/** Rounds over the examples, and the step of the first; later ones are shorter. */
const ROUNDS = 30;
const STEP = 2;
/** A stride that meets every example once in a mixed order. */
const STRIDE = 997;

interface Example {
  readonly intent: number;
  readonly features: readonly number[];
}

/**
 * Learns from examples what a message wants: logistic regression over its features, done when it is made (a tenth of a
 * second for two thousand examples). What is not sure enough, or has too much that no example has, is no match.
 */
export function createIntentClassifier<Intent extends string>(
  examples: Examples<Intent>,
  extract: Features,
  { agreement: leastAgreement, likeness: leastLikeness }: Thresholds,
): (message: string) => IntentMatch<Intent> | undefined {
  const intents = Object.keys(examples) as Intent[];
  const numbers = new Map<string, number>();
  const all = intents.flatMap((name, intent) =>
    examples[name].map((text): Example => ({ intent, features: numbered(extract(text), numbers) })),
  );
  const weights = train(all, numbers.size, intents.length);

  return (message) => {
    const said = [...new Set(extract(message))];
    const known = said.flatMap((feature) => numbers.get(feature) ?? []);
    const likeness = said.length === 0 ? 0 : known.length / said.length;
    const shares = probabilities(weights, known, intents.length);
    const best = shares.reduce((one, share, i) => (share > (shares[one] ?? 0) ? i : one), 0);
    const [intent, agreement = 0] = [intents[best], shares[best]];
    return intent === undefined || likeness < leastLikeness || agreement < leastAgreement
      ? undefined
      : { intent, likeness, agreement };
  };
}

function numbered(features: readonly string[], numbers: Map<string, number>): number[] {
  return [...new Set(features)].map((feature) => {
    const at = numbers.get(feature) ?? numbers.size;
    numbers.set(feature, at);
    return at;
  });
}

function train(all: readonly Example[], features: number, intents: number): Float64Array {
  const weights = new Float64Array(features * intents);
  for (let round = 0; round < ROUNDS; round += 1)
    for (let i = 0; i < all.length; i += 1) {
      const example = all[(i * STRIDE + round) % all.length];
      if (example) learn(weights, example, intents, STEP / (1 + round / 3));
    }
  return weights;
}

function learn(weights: Float64Array, { intent, features }: Example, intents: number, step: number): void {
  const shares = probabilities(weights, features, intents);
  const scale = 1 / Math.sqrt(features.length || 1);
  for (let i = 0; i < intents; i += 1) {
    const by = step * scale * ((i === intent ? 1 : 0) - (shares[i] ?? 0));
    for (const feature of features) {
      const at = feature * intents + i;
      weights[at] = (weights[at] ?? 0) + by;
    }
  }
}

function probabilities(weights: Float64Array, features: readonly number[], intents: number): Float64Array {
  const scores = new Float64Array(intents);
  const scale = 1 / Math.sqrt(features.length || 1);
  for (const feature of features)
    for (let i = 0; i < intents; i += 1)
      scores[i] = (scores[i] ?? 0) + scale * (weights[feature * intents + i] ?? 0);
  const most = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - most));
  const sum = raised.reduce((a, b) => a + b, 0);
  return raised.map((one) => one / sum);
}
