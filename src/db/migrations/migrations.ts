import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { Fault } from '../fault.ts';

/** One step of the schema: a folder in prisma/migrations. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** A row of Prisma's own table `_prisma_migrations`, as far as we judge by it. */
export interface Applied {
  readonly name: string;
  readonly checksum: string;
  readonly isFinished: boolean;
}

export const MIGRATIONS_FOLDER = join(import.meta.dirname, '..', '..', '..', 'prisma', 'migrations');

/** Our migrations in the order of their names, which begin with their time. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'migration.sql')));
  return names
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }));
}

/** Prisma's checksum: SHA-256 of the file, in hex. */
export function migrationChecksum(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}

/** What was applied to this database and not rolled back; empty when it never saw a migration. */
export async function readApplied(client: pg.Client): Promise<Applied[]> {
  const { rows: tables } = await client.query(`SELECT to_regclass('public._prisma_migrations') AS found`);
  if (!tables[0]?.found) return [];
  const { rows } = await client.query<Applied>(`
    SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished"
    FROM public._prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`);
  return rows;
}

/** Throws a fault when the database was made by a newer Walnut, or by other files than ours. */
export function checkApplied(ours: readonly Migration[], applied: readonly Applied[]): void {
  for (const row of applied) {
    const migration = ours.find(({ name }) => name === row.name);
    if (!migration) throw newer(row.name);
    if (!row.isFinished) throw unfinished(row.name);
    if (!matches(migration.sql, row.checksum)) throw changed(row.name);
  }
}

/** Prisma too takes a file for the same when only its line ends differ (a checkout on Windows). */
function matches(sql: string, checksum: string): boolean {
  const unix = sql.replaceAll('\r\n', '\n');
  return [unix, unix.replaceAll('\n', '\r\n')].some((text) => migrationChecksum(text) === checksum);
}

function newer(name: string): Fault {
  const advice = 'update Walnut, or use another database';
  return new Fault(
    'newer-database',
    `The database is from a newer Walnut (it has "${name}", we do not): ${advice}.`,
  );
}

function unfinished(name: string): Fault {
  const advice = `repair the schema, then run "npx prisma migrate resolve --rolled-back ${name}"`;
  return new Fault('migration', `The migration "${name}" was begun by Prisma and not finished: ${advice}.`);
}

function changed(name: string): Fault {
  const advice = 'bring the file back as it was and write a new migration for the change';
  return new Fault('migration', `The migration "${name}" was changed after this database had it: ${advice}.`);
}
