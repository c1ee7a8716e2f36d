import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/** Weights of hashed features, a row of outputs for each, and extra weights that belong to no feature. */
export interface Model {
  readonly outputs: readonly string[];
  readonly rows: ReadonlyMap<number, number>;
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
 * A model file: brotli over one line of JSON (the head), then the features' hashes as uint32, their weights as int8,
 * the extra weights as float32, all little-endian.
 */
export function loadModel(file: URL): Model {
  const bytes = brotliDecompressSync(readFileSync(file));
  const end = bytes.indexOf(10);
  const head = JSON.parse(bytes.subarray(0, end).toString()) as Head;
  const body = new Uint8Array(bytes.subarray(end + 1)).buffer;
  const hashes = new Uint32Array(body, 0, head.features);
  const rows = new Map<number, number>();
  for (let row = 0; row < head.features; row += 1) rows.set(hashes[row] ?? 0, row);
  const weightsAt = head.features * 4;
  const extraAt = weightsAt + head.features * head.outputs.length;
  return {
    outputs: head.outputs,
    rows,
    weights: new Int8Array(body, weightsAt, head.features * head.outputs.length),
    step: head.step,
    extra: new Float32Array(body.slice(extraAt, extraAt + head.extra * 4)),
  };
}
