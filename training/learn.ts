import { brotliCompressSync, constants } from 'node:zlib';
import { HASH_BYTES, type Model } from '../src/nlu/model/model.ts';

/** Weights that learn by AdaGrad with a little decay, looked up by the hash of a feature. */
export interface Learner {
  readonly outputs: readonly string[];
  readonly rows: ReadonlyMap<number, number>;
  readonly weights: Float64Array;
  readonly squares: Float64Array;
  readonly extra: Float64Array;
  readonly extraSquares: Float64Array;
}

/** Features that occur in fewer than `least` messages are left out. */
export function learnerFor(
  outputs: readonly string[],
  features: Iterable<readonly number[]>,
  extra: number,
  least: number,
): Learner {
  const seen = new Map<number, number>();
  for (const some of features) for (const feature of some) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const rows = new Map<number, number>();
  for (const [feature, times] of seen) if (times >= least) rows.set(feature, rows.size);
  const size = rows.size * outputs.length;
  return {
    outputs,
    rows,
    weights: new Float64Array(size),
    squares: new Float64Array(size),
    extra: new Float64Array(extra),
    extraSquares: new Float64Array(extra),
  };
}

/** Rows of the features that are learned; looked up once for all epochs. */
export const rowsFor = ({ rows }: Learner, features: readonly number[]): Int32Array =>
  Int32Array.from(features.flatMap((feature) => rows.get(feature) ?? []));

export const asModel = ({ outputs, rows, weights, extra }: Learner): Model => ({
  outputs,
  rows,
  weights,
  step: 1,
  extra,
});

const RATE = 0.2;

/** One step along a gradient. */
export function step(
  weights: Float64Array,
  squares: Float64Array,
  at: number,
  gradient: number,
  decay: number,
): void {
  const whole = gradient + decay * (weights[at] ?? 0);
  const square = (squares[at] ?? 0) + whole * whole;
  squares[at] = square;
  if (square > 0) weights[at] = (weights[at] ?? 0) - (RATE * whole) / Math.sqrt(square + 1e-8);
}

/** Learns for some epochs; what is kept is the mean of the weights behind each epoch but the first. */
export function learnInEpochs(learner: Learner, epochs: number, learnOnce: () => void): void {
  const sums = [new Float64Array(learner.weights.length), new Float64Array(learner.extra.length)] as const;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    learnOnce();
    if (epoch === 0 && epochs > 1) continue;
    for (const [sum, weights] of [
      [sums[0], learner.weights],
      [sums[1], learner.extra],
    ] as const)
      for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + (weights[i] ?? 0);
  }
  const times = Math.max(epochs - 1, 1);
  learner.weights.set(sums[0].map((sum) => sum / times));
  learner.extra.set(sums[1].map((sum) => sum / times));
}

/** The mean of what was learned several times: a feature that one of them never saw says nothing there. */
export function meanOf(learners: readonly Learner[]): Learner {
  const [first] = learners;
  if (!first) throw new Error('nothing was learned');
  const count = first.outputs.length;
  const rows = new Map<number, number>();
  for (const one of learners)
    for (const hash of one.rows.keys()) if (!rows.has(hash)) rows.set(hash, rows.size);
  const weights = new Float64Array(rows.size * count);
  const extra = new Float64Array(first.extra.length);
  for (const one of learners) {
    for (const [hash, row] of one.rows)
      for (let k = 0; k < count; k += 1) {
        const at = (rows.get(hash) ?? 0) * count + k;
        weights[at] = (weights[at] ?? 0) + (one.weights[row * count + k] ?? 0) / learners.length;
      }
    for (let i = 0; i < extra.length; i += 1)
      extra[i] = (extra[i] ?? 0) + (one.extra[i] ?? 0) / learners.length;
  }
  return { ...first, rows, weights, extra };
}

const inSteps = (weight: number, size: number): number => Math.abs(Math.round(weight / size)) * size;

/** The bytes of a model file, see src/nlu/model/model.ts: weights in steps of one size, features that say nothing left out. */
export function modelBytes({ outputs, rows, weights, extra }: Learner, smallest: number): Buffer {
  const count = outputs.length;
  const largest = weights.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  const size = Math.max(largest / 127, 1e-9);
  const strength = (row: number): number =>
    weights
      .subarray(row * count, (row + 1) * count)
      .reduce((most, one) => Math.max(most, inSteps(one, size)), 0);
  const kept = [...rows].filter(([, row]) => strength(row) >= smallest).sort(([one], [other]) => one - other);
  const weightsAt = kept.length * HASH_BYTES;
  const extraAt = weightsAt + kept.length * count;
  const body = Buffer.alloc(extraAt + extra.length * 4);
  for (const [i, [hash, row]] of kept.entries()) {
    const distance = hash - (kept[i - 1]?.[0] ?? 0);
    for (let n = 0; n < HASH_BYTES; n += 1) body[n * kept.length + i] = (distance >> (8 * n)) & 0xff;
    for (let k = 0; k < count; k += 1)
      body.writeInt8(Math.round((weights[row * count + k] ?? 0) / size), weightsAt + i * count + k);
  }
  for (let i = 0; i < extra.length; i += 1) body.writeFloatLE(extra[i] ?? 0, extraAt + i * 4);
  const head = Buffer.from(
    `${JSON.stringify({ outputs, features: kept.length, step: size, extra: extra.length })}\n`,
  );
  return brotliCompressSync(Buffer.concat([head, body]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 10 },
  });
}
