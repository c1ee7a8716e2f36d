import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { HASH_BITS } from './hash.ts';

/** Weights of hashed features, a row of outputs for each, and extra weights that belong to no feature. */
export interface Model {
  readonly outputs: readonly string[];
  readonly rows: Pick<ReadonlyMap<number, number>, 'get'>;
  /** Whole steps of `step`. */
  readonly weights: Int8Array | Float64Array;
  readonly step: number;
  readonly extra: Float64Array | Float32Array;
}

interface Head {
  readonly outputs: readonly string[];
  readonly features: number;
  readonly step: number;
  readonly extra: number;
}

/** The sum of the weights of some features, for each output. */
export function scoreFeatures(model: Model, features: readonly number[]): Float64Array {
  const rows: number[] = [];
  for (const feature of features) {
    const row = model.rows.get(feature);
    if (row !== undefined) rows.push(row);
  }
  return scoreRows(model, rows);
}

/** The same where the rows of the features are known. */
export function scoreRows({ outputs, weights, step }: Model, rows: ArrayLike<number>): Float64Array {
  const count = outputs.length;
  const scores = new Float64Array(count);
  for (let i = 0; i < rows.length; i += 1) {
    const start = (rows[i] ?? 0) * count;
    for (let k = 0; k < count; k += 1) scores[k] = (scores[k] ?? 0) + (weights[start + k] ?? 0);
  }
  for (let k = 0; k < count; k += 1) scores[k] = (scores[k] ?? 0) * step;
  return scores;
}

/**
 * A model file: brotli over one line of JSON (the head), then the features' hashes in order, each as its distance from
 * the one before (all low bytes, all middle, all high), their weights as int8, the extra weights as float32,
 * little-endian.
 */
export function loadModel(file: URL): Model {
  const bytes = brotliDecompressSync(readFileSync(file));
  const end = bytes.indexOf(10);
  const head = JSON.parse(bytes.subarray(0, end).toString()) as Head;
  const body = new Uint8Array(bytes.subarray(end + 1)).buffer;
  const weightsAt = head.features * HASH_BYTES;
  const extraAt = weightsAt + head.features * head.outputs.length;
  return {
    outputs: head.outputs,
    rows: rowsByHash(hashesIn(new Uint8Array(body, 0, weightsAt), head.features)),
    weights: new Int8Array(body, weightsAt, head.features * head.outputs.length),
    step: head.step,
    extra: new Float32Array(body.slice(extraAt, extraAt + head.extra * 4)),
  };
}

export const HASH_BYTES = HASH_BITS / 8;

function hashesIn(bytes: Uint8Array, count: number): Uint32Array {
  const hashes = new Uint32Array(count);
  let last = 0;
  for (let i = 0; i < count; i += 1) {
    for (let n = 0; n < HASH_BYTES; n += 1) last += (bytes[n * count + i] ?? 0) << (8 * n);
    hashes[i] = last;
  }
  return hashes;
}

/** Hashes that begin alike stand beside each other: where they begin is known, and a few are looked through. */
const FRONT_BITS = 16;

function rowsByHash(hashes: Uint32Array): Model['rows'] {
  const shift = HASH_BITS - FRONT_BITS;
  const starts = new Uint32Array(2 ** FRONT_BITS + 1);
  for (const hash of hashes) starts[(hash >>> shift) + 1] = (starts[(hash >>> shift) + 1] ?? 0) + 1;
  for (let i = 1; i < starts.length; i += 1) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  return {
    get(hash) {
      const end = starts[(hash >>> shift) + 1] ?? 0;
      for (let row = starts[hash >>> shift] ?? 0; row < end; row += 1) if (hashes[row] === hash) return row;
      return undefined;
    },
  };
}
