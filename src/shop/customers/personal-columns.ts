import { z } from 'zod';
import { readDataFile } from '../values/data-file.ts';

const table = z.strictObject({
  person: z.enum(['person_id', 'chat_id', 'order_id', 'made_for_id', 'id']).optional(),
  sealed: z.array(z.string()).default([]),
  clear: z.record(z.string(), z.string()).default({}),
  plain: z.array(z.string()),
  forget: z.enum(['gone', 'emptied', 'kept']).optional(),
  /** Of those in clear, what an emptied row keeps. */
  stays: z.array(z.string()).default([]),
  export: z.string().optional(),
});

/** What one table holds of people, column by column. */
export type PersonalTable = z.infer<typeof table>;

/** What the database holds of people, by table (data/personal-columns.yaml): /forget and /privacy are held to it. */
export const readPersonalColumns = (): Readonly<Record<string, PersonalTable>> =>
  readDataFile('personal-columns.yaml', { tables: z.record(z.string(), table) }).tables;

/** What is stored of a person without being encrypted, and why: told with their data. */
export const listInClear = (): { readonly column: string; readonly why: string }[] =>
  Object.entries(readPersonalColumns()).flatMap(([name, { clear }]) =>
    Object.entries(clear).map(([column, why]) => ({ column: `${name}.${column}`, why })),
  );
