import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isKept, keep, readKept } from '../../shop/values/kept-files.ts';
import type { Learning } from './learning.ts';
import type { LearnedWeights } from './matcher.ts';

// What is learned from the examples of data/lexicon, kept from one start to the next.

/** Learns what is not kept, and keeps it. */
export function* learnOrRead<Intent extends string>(
  name: string,
  learn: () => Learning<LearnedWeights<Intent>>,
): Learning<LearnedWeights<Intent>> {
  const file = fileOf(name);
  const kept = readKept(file);
  if (kept) return fromBytes(kept);
  const learned = yield* learn();
  keep(file, toBytes(learned), `${name}-`);
  return learned;
}

/** Whether `name` is kept: then it is read when the first message needs it, and takes no memory before. */
export const areKept = (name: string): boolean => isKept(fileOf(name));

const fileOf = (name: string): string => `${name}-${hashOfInputs()}.bin`;

/** As they stand in a file: the length of what is told in JSON, that, and the weights. */
export function toBytes({ linear, ...told }: LearnedWeights<string>): Buffer {
  const json = Buffer.from(JSON.stringify(told));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return Buffer.concat([length, json, Buffer.from(linear.buffer, linear.byteOffset, linear.byteLength)]);
}

export function fromBytes<Intent extends string>(bytes: Buffer): LearnedWeights<Intent> {
  const end = 4 + bytes.readUInt32LE();
  const told = JSON.parse(bytes.toString('utf8', 4, end));
  // Copied: numbers of four bytes begin at a multiple of four.
  return { ...told, linear: new Float32Array(new Uint8Array(bytes.subarray(end)).buffer) };
}

let hashed: string | undefined;

/**
 * Of all that what is learned may depend on, and more: the words of the lexicon, the code that reads them, who simplifies
 * signs, and node, whose logarithms may differ.
 */
function hashOfInputs(): string {
  if (hashed) return hashed;
  const hash = createHash('sha256').update(process.version);
  hash.update(readFileSync(createRequire(import.meta.url).resolve('opencc-js/t2cn')));
  for (const folder of [new URL('../../../data/lexicon/', import.meta.url), new URL('../', import.meta.url)])
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(?:ts|yaml)$/.test(name)) hash.update(name).update(readFileSync(new URL(name, folder)));
  hashed = hash.digest('hex');
  return hashed;
}
