import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { expectationShape } from './expect.ts';

// test/corpus/dialogues.jsonl: dialogues of several turns, and what must be on screen at their ends.

const many = z.union([z.string(), z.array(z.string())]).transform((one) => [one].flat());

const stepShape = z.strictObject({
  /** Words; a leading slash makes a command. */
  say: z.string().optional(),
  /** A new picture with this caption. */
  photo: z.string().optional(),
  /** Patterns of a visible button, tried in turn. */
  tap: many.optional(),
  /** Types the label of a visible button. */
  type: z.string().optional(),
  /** The screens as somebody would look them up; of orders each is opened. */
  read: z.enum(['cart', 'orders', 'products']).optional(),
  /** Sends nothing; looks at what came since this person's last step. */
  heard: z.boolean().optional(),
  wait: z.number().optional(),
  /** Who does it: buyer, seller, office. */
  as: z.string().optional(),
  within: z.number().optional(),
  optional: z.boolean().optional(),
  older: z.boolean().optional(),
  list: z.string().optional(),
  link: z.boolean().optional(),
  why: z.string().optional(),
  expect: expectationShape.optional(),
});

export type Step = z.infer<typeof stepShape>;

const dialogueShape = z.object({
  id: z.string(),
  category: z.string(),
  lang: z.enum(['zh', 'en']),
  side: z.enum(['buyer', 'seller']),
  /** The buyer has an address before the dialogue begins. */
  address: z.union([z.boolean(), z.string()]).optional(),
  setup: z.array(stepShape).default([]),
  steps: z.array(stepShape),
  after: z
    .union([stepShape, z.array(stepShape)])
    .transform((one) => [one].flat())
    .default([]),
});

export type Dialogue = z.infer<typeof dialogueShape>;

/** Throws where a line is no dialogue. */
export const readDialogues = (file: string | URL): Dialogue[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => dialogueShape.parse(JSON.parse(line)));
