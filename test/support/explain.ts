import pg from 'pg';

/** How PostgreSQL would run a statement with these values. */
export async function explain(
  url: string,
  { sql }: { readonly sql: string },
  values: readonly unknown[],
): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`, [...values]);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await client.end();
  }
}
