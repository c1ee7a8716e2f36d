import type { Database } from '../../src/db/client/client.ts';

/** The plan of a claim in the middle of an alert, as PostgreSQL ran it: nodes, rows and buffers. */
export async function claimPlan(db: Database, afterRank: bigint): Promise<string> {
  const rows = await db.$transaction(async (tx) => {
    const planned = await tx.$queryRaw<{ 'QUERY PLAN': string }[]>`
      EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF)
      SELECT person_id FROM alert_recipient
      WHERE alert_id = (SELECT id FROM alert LIMIT 1) AND channel = 'telegram-buyer' AND state = 'due'
        AND lease_until IS NULL AND rank > ${afterRank}
      ORDER BY rank LIMIT 100 FOR UPDATE SKIP LOCKED`;
    return planned;
  });
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}
