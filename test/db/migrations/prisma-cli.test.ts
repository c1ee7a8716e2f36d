import { describe, expect, it } from 'vitest';
import { prisma } from '../../../prisma/command.mjs';
import { migrate } from '../../../src/db/migrations/migrate.ts';
import { createDatabase, urlOf } from '../../support/database.ts';
import { ask } from '../scratch.ts';

describe('Prisma’s own command line', () => {
  it('agrees with the migrations that we applied', async () => {
    const DATABASE_URL = urlOf(await createDatabase('TEMPLATE template0'));
    await migrate(DATABASE_URL);
    expect(await prisma(['migrate', 'status'], { DATABASE_URL })).toMatchObject({
      code: 0,
      out: expect.stringContaining('Database schema is up to date!'),
    });
  }, 60_000);

  it('applies them so that we agree, and its table is the same as ours', async () => {
    const [ours, theirs] = [urlOf(await createDatabase('')), urlOf(await createDatabase(''))];
    await migrate(ours);
    expect(await prisma(['migrate', 'deploy'], { DATABASE_URL: theirs })).toMatchObject({ code: 0 });
    expect(await migrate(theirs)).toEqual([]);
    const shape = `SELECT column_name, data_type, character_maximum_length, is_nullable, column_default
      FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`;
    const rows =
      'SELECT migration_name, checksum, applied_steps_count FROM _prisma_migrations ORDER BY migration_name';
    for (const query of [shape, rows]) expect(await ask(ours, query)).toEqual(await ask(theirs, query));
  });

  it('says that the server is not there', async () => {
    const said = await prisma(['migrate', 'status'], { DATABASE_URL: 'postgresql://me:pw@127.0.0.1:1/shop' });
    expect(said).toMatchObject({ code: 1, said: expect.stringContaining('P1001') });
  });
});
