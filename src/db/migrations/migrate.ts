import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { checkEncoding, withConnection } from '../connection/connection.ts';
import { Fault, oneLine } from '../fault.ts';
import {
  checkApplied,
  MIGRATIONS_FOLDER,
  type Migration,
  migrationChecksum,
  readApplied,
  readMigrations,
} from './migrations.ts';

/** The advisory lock that Prisma's own engine takes, so that it and we never migrate at the same time. */
const PRISMA_LOCK = 72707369;

/** Prisma's own words for its table (schema engine, `initialize` of the migrations table). */
const PRISMA_TABLE = `CREATE TABLE IF NOT EXISTS public._prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Brings the database's schema up to ours and answers the names of the migrations it applied. A second process that
 * comes at the same time waits and then finds nothing to do. Prisma's table is kept as Prisma keeps it.
 */
export async function migrate(url: string, folder: string = MIGRATIONS_FOLDER): Promise<string[]> {
  const ours = readMigrations(folder);
  return withConnection(url, async (client) => {
    await checkEncoding(client);
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
    return applyMissing(client, ours);
  });
}

async function applyMissing(client: pg.Client, ours: readonly Migration[]): Promise<string[]> {
  const applied = await readApplied(client);
  checkApplied(ours, applied);
  const missing = ours.filter(({ name }) => applied.every((row) => row.name !== name));
  for (const migration of missing) await apply(client, migration);
  return missing.map(({ name }) => name);
}

/** A migration and its row are one transaction: there is no half-applied migration to repair. */
async function apply(client: pg.Client, { name, sql }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(PRISMA_TABLE);
    await client.query(sql);
    await client.query(
      `INSERT INTO public._prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, 1)`,
      [randomUUID(), migrationChecksum(sql), name],
    );
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => {});
    throw new Fault('migration', `The migration "${name}" failed and was rolled back: ${oneLine(cause)}.`, {
      cause,
    });
  }
}
