import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';

/** Reads a file of data/ and checks it by its schema. Throws with the file's name where it does not fit. */
export function readData<Shape extends z.ZodType>(name: string, shape: Shape): z.infer<Shape> {
  const text = readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8');
  const read = shape.safeParse(parse(text));
  if (!read.success) throw new Error(`data/${name} is not as it should be: ${read.error.message}`);
  return read.data;
}
