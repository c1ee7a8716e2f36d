import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const folder = new URL('../../../data/', import.meta.url);

/** Where the entries of a data file come from, and when they were last looked through. */
const provenance = { source: z.string().min(1), date: z.iso.date() };

/** Reads a file of data/, which names its source and date. Throws where it is not of the shape. */
export const readDataFile = <Shape extends z.ZodRawShape>(name: string, shape: Shape) =>
  z.strictObject({ ...provenance, ...shape }).parse(parse(readFileSync(new URL(name, folder), 'utf8')));
