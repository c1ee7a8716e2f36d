import { execFile } from 'node:child_process';
import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { urlOf } from '../../support/database.ts';
import { scratchFolder } from '../scratch.ts';

const PRISMA = join(import.meta.dirname, '..', '..', '..', 'prisma');
const SCHEMA = 'datasource db {\n  provider = "postgresql"\n}\n\nmodel Note {\n  id Int @id\n}\n';

/** What a migration may hold beyond what Prisma writes; with semicolons where no statement ends. */
const BY_HAND = `-- it's ours; by hand
ALTER TABLE "Note" ADD CONSTRAINT positive CHECK (id > 0);
CREATE FUNCTION one() RETURNS int AS $$ BEGIN RETURN 1; END; $$ LANGUAGE plpgsql;
`;

/** Runs one of our tools; answers its exit code and all it printed. */
function tool(name: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const { promise, resolve } = Promise.withResolvers<{ code: number; said: string }>();
  const child = execFile(process.execPath, [join(PRISMA, name), ...args], (_, stdout, stderr) =>
    resolve({ code: child.exitCode ?? -1, said: stdout + stderr }),
  );
  return promise;
}

/** Five tools, each of which starts Prisma: four seconds apiece on a busy machine. */
const TOOLS_MS = 60_000;

describe('the tools for the schema', () => {
  it('find that the schema and its migrations agree', async () => {
    expect(await tool('drift.mjs', '--server', urlOf('postgres'))).toEqual({ code: 0, said: '' });
  });

  it(
    'find what is missing in the migrations, write it, and understand what was added by hand',
    async () => {
      await using scratch = await scratchFolder();
      const schema = join(scratch.folder, 'schema.prisma');
      const migrations = join(scratch.folder, 'migrations');
      const where = ['--schema', schema, '--migrations', migrations, '--server', urlOf('postgres')];
      await mkdir(migrations);
      await writeFile(join(migrations, 'migration_lock.toml'), 'provider = "postgresql"\n');
      await writeFile(schema, SCHEMA);

      expect(await tool('new-migration.mjs', 'add_note', ...where)).toMatchObject({ code: 0 });
      const [name = ''] = await readdir(migrations);
      expect(name).toMatch(/^\d{14}_add_note$/);
      const file = join(migrations, name, 'migration.sql');
      expect(await readFile(file, 'utf8')).toContain('CREATE TABLE "Note"');

      await appendFile(file, BY_HAND);
      await appendFile(schema, 'model Other {\n  id Int @id\n}\n');
      const drift = await tool('drift.mjs', ...where);
      expect(drift).toEqual({ code: 1, said: expect.stringMatching(/differ.*Other.*new-migration\.mjs/s) });
      expect(drift.said).not.toContain('Note');

      await appendFile(file, 'SELECT nonsense;');
      expect(await tool('drift.mjs', ...where)).toEqual({
        code: 1,
        said: expect.stringMatching(/could not be.*nonsense/s),
      });
    },
    TOOLS_MS,
  );

  it('want a name for a migration', async () => {
    expect(await tool('new-migration.mjs')).toEqual({
      code: 1,
      said: expect.stringContaining('Say what changes'),
    });
  });
});
