import { execFile } from 'node:child_process';
import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prisma } from '../../prisma/command.mjs';
import { migrate } from '../../src/db/migrate.ts';
import { createDatabase, urlOf } from '../support/database.ts';
import { ask, scratchFolder } from './scratch.ts';

const PRISMA = join(import.meta.dirname, '..', '..', 'prisma');
const SCHEMA = 'datasource db {\n  provider = "postgresql"\n}\n\nmodel Note {\n  id Int @id\n}\n';

/** Runs one of our tools; answers its exit code and all it printed. */
function tool(name: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const { promise, resolve } = Promise.withResolvers<{ code: number; said: string }>();
  const child = execFile(process.execPath, [join(PRISMA, name), ...args], (_, stdout, stderr) =>
    resolve({ code: child.exitCode ?? -1, said: stdout + stderr }),
  );
  return promise;
}

describe('the tools for the schema', () => {
  it('find that the schema and its migrations agree', async () => {
    expect(await tool('drift.mjs')).toEqual({ code: 0, said: '' });
  });

  it('find what is missing in the migrations, write it, and understand what was added by hand', async () => {
    await using scratch = await scratchFolder();
    const schema = join(scratch.folder, 'schema.prisma');
    const migrations = join(scratch.folder, 'migrations');
    await mkdir(migrations);
    await writeFile(join(migrations, 'migration_lock.toml'), 'provider = "postgresql"\n');
    await writeFile(schema, SCHEMA);
    const drift = await tool('drift.mjs', schema, migrations);
    expect(drift).toEqual({ code: 2, said: expect.stringMatching(/differ.*Note.*new-migration\.mjs/s) });

    expect(await tool('new-migration.mjs', 'add_note', schema, migrations)).toMatchObject({ code: 0 });
    const [name = ''] = await readdir(migrations);
    expect(name).toMatch(/^\d{14}_add_note$/);
    const file = join(migrations, name, 'migration.sql');
    expect(await readFile(file, 'utf8')).toContain('CREATE TABLE "Note"');

    await appendFile(
      file,
      `-- it's ours; by hand\nCREATE FUNCTION one() RETURNS int AS $$ BEGIN RETURN 1; END; $$ LANGUAGE plpgsql;\n`,
    );
    expect(await tool('drift.mjs', schema, migrations)).toEqual({ code: 0, said: '' });
  });

  it('want a name for a migration', async () => {
    expect(await tool('new-migration.mjs')).toEqual({
      code: 1,
      said: expect.stringContaining('Say what changes'),
    });
  });
});

describe('Prisma’s own command line', () => {
  it('agrees with the migrations that we applied', async () => {
    const DATABASE_URL = urlOf(await createDatabase('TEMPLATE template0'));
    await migrate(DATABASE_URL);
    expect(await prisma(['migrate', 'status'], { DATABASE_URL })).toMatchObject({
      code: 0,
      out: expect.stringContaining('Database schema is up to date!'),
    });
  });

  it('applies them so that we agree, and its table is the same as ours', async () => {
    const [ours, theirs] = [urlOf(await createDatabase('')), urlOf(await createDatabase(''))];
    await migrate(ours);
    expect(await prisma(['migrate', 'deploy'], { DATABASE_URL: theirs })).toMatchObject({ code: 0 });
    expect(await migrate(theirs)).toEqual([]);
    const shape = `SELECT column_name, data_type, character_maximum_length, is_nullable, column_default
      FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`;
    const rows = 'SELECT migration_name, checksum, applied_steps_count FROM _prisma_migrations';
    for (const query of [shape, rows]) expect(await ask(ours, query)).toEqual(await ask(theirs, query));
  });

  it('says that the server is not there', async () => {
    const said = await prisma(['migrate', 'status'], { DATABASE_URL: 'postgresql://me:pw@127.0.0.1:1/shop' });
    expect(said).toMatchObject({ code: 1, said: expect.stringContaining('P1001') });
  });
});
