import type { Database } from '../../src/db/client/client.ts';

/** Where the rows are kept that a database is to have again. */
const KEPT = 'kept';

/**
 * Remembers every row of a database. What it answers brings them all back and removes the others; orders are numbered
 * from the same number again.
 */
export async function remember(db: Database): Promise<() => Promise<void>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  const names = tables.map(({ name }) => name);
  await inOne(db, [
    `CREATE SCHEMA ${KEPT}`,
    ...names.map((name) => `CREATE TABLE ${KEPT}.${name} AS TABLE public.${name}`),
    `CREATE TABLE ${KEPT}.next_order AS SELECT last_value, is_called FROM order_number`,
  ]);
  const back = [
    // Rows come and go without regard to those that they belong to, and without triggers.
    `SET LOCAL session_replication_role = replica`,
    ...names.map((name) => `DELETE FROM public.${name}`),
    ...names.map((name) => `INSERT INTO public.${name} TABLE ${KEPT}.${name}`),
    `PERFORM setval('order_number', last_value, is_called) FROM ${KEPT}.next_order`,
  ];
  return () => inOne(db, back);
}

const inOne = async (db: Database, statements: readonly string[]): Promise<void> => {
  await db.$executeRawUnsafe(`DO $$ BEGIN ${statements.join('; ')}; END $$`);
};
