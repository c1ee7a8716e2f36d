import type { Learning } from './learning.ts';

/** Features of a message, each with its weight. */
export type Vector = readonly (readonly [id: number, weight: number])[];

interface Sample {
  readonly label: number;
  readonly vector: Vector;
}

const EPOCHS = 5;
const FIRST_RATE = 8;
const LAST_RATE = 0.1;
/** How common a label is says less than what was said. */
const BIAS_RATE = 0.05;
/** A stride without a common divisor with the number of samples: neighbours, of one label, are far from each other. */
const STRIDE = 7919;
/** Less is no error worth a step. */
const LEAST_ERROR = 0.001;
/** As many samples are learned from at a step: a few milliseconds. */
const SAMPLES_A_STEP = 50;

/** Trains softmax regression, always in the same order: the weights by which `sharesBy` gives shares. */
export function* learnLinear(
  samples: readonly Sample[],
  {
    labels,
    features,
    biasRate = BIAS_RATE,
  }: { readonly labels: number; readonly features: number; readonly biasRate?: number },
): Learning<Float32Array> {
  const weights = new Float32Array((features + 1) * labels);
  const biases = features * labels;

  const learn = ({ label, vector }: Sample, rate: number): void => {
    const errors = sharesBy(weights, labels, vector);
    errors[label] = (errors[label] ?? 0) - 1;
    const wrong = wrongLabels(errors);
    for (const [id, weight] of vector)
      for (const k of wrong) add(weights, id * labels + k, -rate * (errors[k] ?? 0) * weight);
    for (const k of wrong) add(weights, biases + k, -biasRate * rate * (errors[k] ?? 0));
  };

  let learned = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const rate = FIRST_RATE * (1 - epoch / EPOCHS) + LAST_RATE;
    for (let i = 0; i < samples.length; i += 1) {
      const sample = samples[(i * STRIDE + epoch) % samples.length];
      if (sample) learn(sample, rate);
      learned += 1;
      if (learned % SAMPLES_A_STEP === 0) yield;
    }
  }
  return weights;
}

/** Every label's share, from 0 to 1: the weights of each feature's labels stand together, the biases last. */
export function sharesBy(weights: Float32Array, labels: number, vector: Vector): Float64Array {
  const scores = Float64Array.from(weights.subarray(weights.length - labels));
  for (const [id, weight] of vector) {
    const from = id * labels;
    for (let k = 0; k < labels; k += 1) scores[k] = (scores[k] ?? 0) + weight * (weights[from + k] ?? 0);
  }
  return toShares(scores);
}

function wrongLabels(errors: Float64Array): number[] {
  const wrong: number[] = [];
  for (let k = 0; k < errors.length; k += 1) if (Math.abs(errors[k] ?? 0) >= LEAST_ERROR) wrong.push(k);
  return wrong;
}

/** Of scores, in their place, the shares. */
function toShares(scores: Float64Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  let sum = 0;
  for (let k = 0; k < scores.length; k += 1) {
    const power = Math.exp((scores[k] ?? 0) - most);
    scores[k] = power;
    sum += power;
  }
  for (let k = 0; k < scores.length; k += 1) scores[k] = (scores[k] ?? 0) / sum;
  return scores;
}

const add = (weights: Float32Array, at: number, change: number): void => {
  weights[at] = (weights[at] ?? 0) + change;
};
