import type pg from 'pg';

/**
 * Two villages may share a Redis, and one village's processes may reach its database by different names. In braces, so
 * that a cluster keeps all keys of a village on one node, as BullMQ's scripts need it.
 */
export async function villagePrefix(client: pg.Client): Promise<string> {
  const { rows } = await client.query(`
    SELECT system_identifier || '-' || oid AS id FROM pg_control_system(), pg_database WHERE datname = current_database()`);
  return `{walnut-${rows[0]?.id}}`;
}
