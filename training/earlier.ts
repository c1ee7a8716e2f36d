import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { HASH_BYTES, loadModel } from '../src/nlu/model/model.ts';
import type { Learner } from './learn.ts';

/** What a model file holds, as something that was learned: so that its mean with others can be made. */
export function learnedEarlier(file: URL): Learner {
  const { outputs, weights, step, extra } = loadModel(file);
  return {
    outputs,
    rows: new Map(hashesIn(file).map((hash, row) => [hash, row])),
    weights: Float64Array.from(weights, (steps) => steps * step),
    squares: new Float64Array(weights.length),
    extra: Float64Array.from(extra),
    extraSquares: new Float64Array(extra.length),
  };
}

/** The hashes of the features, in the order of their rows; see src/nlu/model/model.ts for how a file is made. */
function hashesIn(file: URL): number[] {
  const bytes = brotliDecompressSync(readFileSync(file));
  const end = bytes.indexOf(10);
  const { features } = JSON.parse(bytes.subarray(0, end).toString()) as { features: number };
  const body = bytes.subarray(end + 1);
  let last = 0;
  return Array.from({ length: features }, (_, i) => {
    for (let n = 0; n < HASH_BYTES; n += 1) last += (body[n * features + i] ?? 0) << (8 * n);
    return last;
  });
}
