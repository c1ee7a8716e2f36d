import pg from 'pg';
import { expect, it } from 'vitest';
import '../../src/app.ts';
import { declaredStatements } from '../../src/db/connection/statement.ts';
import { orderNumber } from '../../src/shop/orders/order-number.ts';
import { freshDatabase } from '../support/database.ts';

it('statements that go straight to PostgreSQL take and give what they declare', async () => {
  await using database = await freshDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    for (const { name, sql } of declaredStatements()) await client.query(`PREPARE "${name}" AS ${sql}`);
    const { rows } = await client.query<{ name: string; takes: string[]; gives: string[] | null }>(
      `SELECT name, parameter_types::text[] AS takes, result_types::text[] AS gives FROM pg_prepared_statements`,
    );
    const wanted = declaredStatements().map(({ name, takes, gives }) => ({ name, takes, gives }));
    const found = rows.map(({ name, takes, gives }) => ({ name, takes, gives: gives ?? [] }));
    const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
    expect(found.toSorted(byName)).toEqual(wanted.toSorted(byName));
  } finally {
    await client.end();
  }
});

it('PostgreSQL writes the numbers of orders as the shop reads them', async () => {
  await using database = await freshDatabase();
  for (const n of [0, 317, 9_999, 10_000, 239_999, 240_000, 5_999_999, 6_000_000, 150_000_000]) {
    const [row] = await database.db.$queryRaw<
      { text: string }[]
    >`SELECT order_number_text(${n}::bigint) AS text`;
    expect(row?.text).toBe(orderNumber(n));
  }
});
