import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../../src/db/migrations/migrate.ts';
import {
  MIGRATIONS_FOLDER,
  migrationChecksum,
  readMigrations,
} from '../../../src/db/migrations/migrations.ts';
import { createDatabase, urlOf } from '../../support/database.ts';
import { ask, scratchFolder } from '../scratch.ts';

const ours = readMigrations(MIGRATIONS_FOLDER);
const ROWS = `SELECT migration_name AS name, checksum, applied_steps_count AS steps, finished_at >= started_at AS finished,
  rolled_back_at, logs FROM _prisma_migrations ORDER BY started_at`;

async function emptyDatabase(): Promise<string> {
  return urlOf(await createDatabase('TEMPLATE template0'));
}

/** Our migrations and one more. */
async function withOneMore(folder: string, sql: string): Promise<string> {
  const migrations = join(folder, 'migrations');
  await cp(MIGRATIONS_FOLDER, migrations, { recursive: true });
  await mkdir(join(migrations, '29990101000000_later'));
  await writeFile(join(migrations, '29990101000000_later', 'migration.sql'), sql);
  return migrations;
}

describe('migrate', () => {
  it('applies all there is in order, once, and leaves the rows that Prisma would leave', async () => {
    const url = await emptyDatabase();
    expect(await migrate(url)).toEqual(ours.map(({ name }) => name));
    expect(await migrate(url)).toEqual([]);
    const common = { steps: 1, finished: true, rolled_back_at: null, logs: null };
    expect(await ask(url, ROWS)).toEqual(
      ours.map(({ name, sql }) => ({ ...common, name, checksum: migrationChecksum(sql) })),
    );
  });

  it('applies only what is missing', async () => {
    await using scratch = await scratchFolder();
    const url = await emptyDatabase();
    await migrate(url);
    const folder = await withOneMore(scratch.folder, 'CREATE TABLE later (id int);');
    expect(await migrate(url, folder)).toEqual(['29990101000000_later']);
    expect(await ask(url, 'SELECT * FROM later')).toEqual([]);
  });

  it('lets one of many processes do it, and the others wait', async () => {
    const url = await emptyDatabase();
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(url)));
    expect(applied.filter((names) => names.length > 0)).toEqual([ours.map(({ name }) => name)]);
  });

  it('leaves nothing of a migration that fails, and says so in one line', async () => {
    await using scratch = await scratchFolder();
    const url = await emptyDatabase();
    const folder = await withOneMore(scratch.folder, 'CREATE TABLE later (id int); SELECT 1 / 0; -- ; never');
    await expect(migrate(url, folder)).rejects.toMatchObject({
      code: 'migration',
      message: 'The migration "29990101000000_later" failed and was rolled back: division by zero.',
    });
    expect(await ask(url, `SELECT to_regclass('later') AS later`)).toEqual([{ later: null }]);
    expect(await ask(url, ROWS)).toHaveLength(ours.length);
    expect(await migrate(url)).toEqual([]);
  });

  it('refuses a migration that was changed after the database had it', async () => {
    await using scratch = await scratchFolder();
    const url = await emptyDatabase();
    await migrate(url, await withOneMore(scratch.folder, 'CREATE TABLE later (id int);'));
    await writeFile(
      join(scratch.folder, 'migrations', '29990101000000_later', 'migration.sql'),
      'CREATE TABLE x (id int);',
    );
    const message =
      /^The migration "29990101000000_later" was changed after this database had it: bring the file back/;
    await expect(migrate(url, join(scratch.folder, 'migrations'))).rejects.toThrow(message);
  });

  it('takes a file whose line ends became those of Windows for the same', async () => {
    await using scratch = await scratchFolder();
    const url = await emptyDatabase();
    const folder = await withOneMore(scratch.folder, 'CREATE TABLE later (\n  id int\n);\n');
    await migrate(url, folder);
    await writeFile(
      join(folder, '29990101000000_later', 'migration.sql'),
      'CREATE TABLE later (\r\n  id int\r\n);\r\n',
    );
    expect(await migrate(url, folder)).toEqual([]);
  });

  it('refuses a database from a newer Walnut', async () => {
    await using scratch = await scratchFolder();
    const url = await emptyDatabase();
    await migrate(url, await withOneMore(scratch.folder, 'CREATE TABLE later (id int);'));
    await expect(migrate(url)).rejects.toMatchObject({
      code: 'newer-database',
      message: expect.stringMatching(
        /^The database is from a newer Walnut .*: update Walnut, or use another database\.$/,
      ),
    });
  });

  it('refuses what Prisma began and did not finish', async () => {
    const url = await emptyDatabase();
    await migrate(url);
    await ask(url, 'UPDATE _prisma_migrations SET finished_at = NULL');
    await expect(migrate(url)).rejects.toThrow(
      /was begun by Prisma and not finished: .*migrate resolve --rolled-back/,
    );
  });
});
