import { z } from 'zod';
import { readDataFile } from '../../shop/values/data-file.ts';
import type { Examples } from './matcher.ts';

/** One example a line. */
const examples = z.string().transform((text) =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean),
);

/** Reads what each intent is said like, and what else the file holds; throws where it has not exactly these intents. */
export const loadExamples = <Intent extends string, Beside extends z.ZodRawShape = Record<never, never>>(
  file: string,
  intents: readonly Intent[],
  beside?: Beside,
): { readonly examples: Examples<Intent> } & z.infer<z.ZodObject<Beside>> =>
  readDataFile(file, { ...beside, examples: z.record(z.enum(intents), examples) }) as never;
