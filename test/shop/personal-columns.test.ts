import { expect, it } from 'vitest';
import { sealedColumns } from '../../src/db/crypto/sealed-columns.ts';
import { readPersonalColumns } from '../../src/shop/customers/personal-columns.ts';
import { freshDatabase } from '../support/database.ts';

const tables = readPersonalColumns();
const sorted = (words: readonly string[]): string[] => [...words].sort();

it('every column of the database is declared in data/personal-columns.yaml, once, and no other', async () => {
  await using database = await freshDatabase();
  const rows = await database.db.$queryRaw<{ column: string }[]>`
    SELECT table_name || '.' || column_name AS column FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\\_prisma%'`;
  const declared = Object.entries(tables).flatMap(([table, { sealed, clear, plain }]) =>
    [...sealed, ...Object.keys(clear), ...plain].map((column) => `${table}.${column}`),
  );
  expect(sorted(declared)).toEqual(sorted(rows.map(({ column }) => column)));
});

it('what is declared sealed is what is sealed', () => {
  const declared = Object.entries(tables).flatMap(([table, { sealed }]) =>
    sealed.map((column) => `${table}.${column}`),
  );
  const own = Object.keys(sealedColumns).filter((column) => !/^(secret|push)_key\./.test(column));
  expect(sorted(declared)).toEqual(sorted(own));
});

it('of every table with something personal it is said what /forget does with it', () => {
  const silent = Object.entries(tables).filter(
    ([, { person, sealed, clear, forget }]) =>
      (person !== undefined || sealed.length + Object.keys(clear).length > 0) && forget === undefined,
  );
  // Theirs by a picture, a seller or an address: found by what they hold (test/support/mentions.ts).
  expect(silent.map(([table]) => table)).toEqual(['inbox', 'media_file', 'payment_code']);
});
