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
 * comes at the same time waits and then finds nothing to do. Prisma's table is kept as Prisma keeps it. Behind a pooler
 * (`isPooled`) a session's lock would stay with a session that is somebody else's by then: there each transaction takes it.
 */
export async function migrate(
  url: string,
  folder: string = MIGRATIONS_FOLDER,
  { isPooled = false } = {},
): Promise<string[]> {
  const ours = readMigrations(folder);
  return withConnection(url, async (client) => {
    await checkEncoding(client);
    if (!isPooled) await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
    const applied: string[] = [];
    for (let name = await applyNext(client, ours); name; name = await applyNext(client, ours))
      applied.push(name);
    return applied;
  });
}

/** The first that is missing; answers its name. */
async function applyNext(client: pg.Client, ours: readonly Migration[]): Promise<string | undefined> {
  if (!(await findMissing(client, ours))) return undefined;
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [PRISMA_LOCK]);
    // Another process may have applied it meanwhile.
    const missing = await findMissing(client, ours);
    if (missing) await apply(client, missing);
    await client.query('COMMIT');
    return missing?.name;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

async function findMissing(client: pg.Client, ours: readonly Migration[]): Promise<Migration | undefined> {
  const applied = await readApplied(client);
  checkApplied(ours, applied);
  return ours.find(({ name }) => applied.every((row) => row.name !== name));
}

/** A migration and its row are one transaction: there is no half-applied migration to repair. */
async function apply(client: pg.Client, { name, sql }: Migration): Promise<void> {
  try {
    await client.query(PRISMA_TABLE);
    await client.query(sql);
    await client.query(
      `INSERT INTO public._prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, 1)`,
      [randomUUID(), migrationChecksum(sql), name],
    );
  } catch (cause) {
    throw new Fault('migration', `The migration "${name}" failed and was rolled back: ${oneLine(cause)}.`, {
      cause,
    });
  }
}
