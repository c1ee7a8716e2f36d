import { z } from 'zod';
import { readDataFile } from '../../shop/values/data-file.ts';
import type { Examples } from './matcher.ts';

/** Examples in one string, with bars between them. */
const examples = z.string().transform((text) =>
  text
    .split('|')
    .map((one) => one.trim())
    .filter(Boolean),
);

/** Reads what each intent is said like; throws where the file has not exactly these intents. */
export function loadExamples<Intent extends string>(
  file: string,
  intents: readonly Intent[],
): Examples<Intent> {
  const shape = z.record(z.enum(intents), examples);
  return readDataFile(file, { intents: shape }).intents;
}
