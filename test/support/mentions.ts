import { z } from 'zod';
import { createPlace, type SealedPlace, sealedColumns } from '../../src/db/crypto/sealed-columns.ts';
import type { Walnut } from './walnut.ts';

const fileShape = z.object({ base64: z.string() });

/**
 * Where any of `words` stands: `table.column` for each place, in plain, sealed, or in a sealed file; or in clear alone.
 * Looks into every table.
 */
export async function findMentions(
  walnut: Walnut,
  words: readonly string[],
  where: 'anywhere' | 'in clear' = 'anywhere',
): Promise<string[]> {
  const { db } = walnut.database;
  const columns = await db.$queryRaw<{ table: string; column: string }[]>`
    SELECT c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
      AND (c.data_type IN ('text', 'bytea', 'json', 'jsonb', 'ARRAY', 'character varying'))`;
  const found: string[] = [];
  for (const { table, column } of columns) {
    const sealed: readonly string[] | undefined = Object.entries(sealedColumns).find(
      ([name]) => name === `${table}.${column}`,
    )?.[1];
    if (sealed && where === 'in clear') continue;
    const identity = sealed ?? [];
    const rows = await db.$queryRawUnsafe<Record<string, unknown>[]>(
      `SELECT "${column}" AS value${identity.map((name) => `, "${name}"`).join('')} FROM "${table}" WHERE "${column}" IS NOT NULL`,
    );
    const hit = rows
      .map(({ value, ...row }) =>
        readable(
          walnut,
          value,
          createPlace(
            `${table}.${column}`,
            identity.map((name) => row[name] as string | Date),
          ),
        ),
      )
      .flatMap((text) => words.filter((word) => text.includes(word)));
    for (const word of new Set(hit)) found.push(`${table}.${column}: ${word}`);
  }
  return found;
}

/** What a value says, decrypted where it is sealed. */
function readable({ app }: Walnut, value: unknown, place: SealedPlace): string {
  if (!(value instanceof Uint8Array))
    return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  try {
    const opened = app.appContext.cipher.decrypt(value, place);
    const file = fileShape.safeParse(opened).data;
    return file ? Buffer.from(file.base64, 'base64').toString('utf8') : JSON.stringify(opened);
  } catch {
    return Buffer.from(value).toString('utf8');
  }
}
