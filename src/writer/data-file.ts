import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';

/** A file of data/ by its name, as its schema says it is. Throws with the file's name where it is not. */
export function readData<Shape extends z.ZodType>(name: string, shape: Shape): z.infer<Shape> {
  const text = readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8');
  const read = shape.safeParse(parse(text));
  if (!read.success) throw new Error(`data/${name} is not as it should be: ${read.error.message}`);
  return read.data;
}
