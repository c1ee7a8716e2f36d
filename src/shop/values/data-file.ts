import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { keep, readKept } from './kept-files.ts';

const folder = new URL('../../../data/', import.meta.url);

/** Where the entries of a data file come from, and when they were last looked through. */
const provenance = { source: z.string().min(1), date: z.iso.date() };

/** Reads a file of data/ and checks it by its schema. Throws with the file's name where it does not fit. */
export function readData<Schema extends z.ZodType>(name: string, schema: Schema): z.infer<Schema> {
  // Without the code that zod writes for a schema, which pays where it is asked more than once.
  const read = schema.safeParse(parseOnce(readFileSync(new URL(name, folder), 'utf8')), { jitless: true });
  if (!read.success) throw new Error(`data/${name} is not as it should be: ${read.error.message}`);
  return read.data;
}

const require = createRequire(import.meta.url);

/** Of YAML: once, since JSON is read in a small part of the time and leaves little behind. */
export function parseOnce(yaml: string): unknown {
  const name = `${createHash('sha256').update(yaml).digest('hex')}.json`;
  const kept = readKept(name);
  if (kept) return JSON.parse(kept.toString());
  const library: typeof import('yaml') = require('yaml');
  const value: unknown = library.parse(yaml);
  keep(name, JSON.stringify(value));
  return value;
}

/** The same for a file that names one source and date for all its entries. */
export const readDataFile = <Shape extends z.ZodRawShape>(name: string, shape: Shape) =>
  readData(name, z.strictObject({ ...provenance, ...shape }));
