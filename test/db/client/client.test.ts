import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/db/client/client.ts';
import { migrate } from '../../../src/db/migrations/migrate.ts';
import { createDatabase, freshDatabase, urlOf } from '../../support/database.ts';
import { ask } from '../scratch.ts';

describe('openDatabase', () => {
  it('gives a pool of as many connections as asked for', async () => {
    await using fresh = await freshDatabase({ poolSize: 3 });
    const { db } = fresh;
    await Promise.all(Array.from({ length: 12 }, () => db.$queryRaw`SELECT pg_sleep(0.01)::text`));
    const mine = `SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    expect(await ask(fresh.url, mine)).toEqual([{ count: 3 }]);
  });

  it('makes a burst of transactions wait instead of refusing them', async () => {
    await using fresh = await freshDatabase({ poolSize: 2 });
    const turns = Array.from({ length: 200 }, () =>
      fresh.db.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT pg_sleep(0.002)::text`;
        return tx.village.count();
      }),
    );
    expect(await Promise.all(turns)).toEqual(turns.map(() => 0));
  });

  it('refuses a database that is not UTF8, as does migrate', async () => {
    const url = urlOf(await createDatabase(`ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0`));
    const fault = {
      code: 'encoding',
      message: expect.stringMatching(
        /^The database "test_\w+" is SQL_ASCII and Walnut needs UTF8: .* TEMPLATE template0\.$/,
      ),
    };
    await expect(openDatabase(url)).rejects.toMatchObject(fault);
    await expect(migrate(url)).rejects.toMatchObject(fault);
  });

  it('refuses a database from a newer Walnut', async () => {
    await using fresh = await freshDatabase();
    await ask(fresh.url, `UPDATE _prisma_migrations SET migration_name = '29990101000000_later'`);
    await expect(openDatabase(fresh.url)).rejects.toMatchObject({ code: 'newer-database' });
  });

  it.each([
    [
      'a server that is not there',
      'postgresql://me:s3cret@127.0.0.1:1/shop',
      /^No connection .* at 127\.0\.0\.1:1: .*check that the server runs/,
    ],
    [
      'a host that does not exist',
      'postgresql://me:s3cret@nowhere.invalid/shop',
      /nowhere\.invalid:5432.*check the host name/,
    ],
    ['something that is no address', 's3cret', /^DATABASE_URL is not a PostgreSQL address|^No connection/],
  ])('says in one line what to do about %s, without the password', async (_, url, message) => {
    const fault = await openDatabase(url).catch((error: unknown) => error);
    expect(fault).toMatchObject({ code: 'unreachable', message: expect.stringMatching(message) });
    expect(String(fault)).not.toContain('s3cret');
    expect(String(fault)).not.toContain('\n');
  });

  it('says in one line what to do about a wrong password or a missing database', async () => {
    const wrong = new URL(urlOf('postgres'));
    wrong.password = 's3cret';
    await expect(openDatabase(wrong.href)).rejects.toThrow(/check the user name and password of "walnut"/);
    await expect(openDatabase(urlOf('not_there'))).rejects.toThrow(
      /CREATE DATABASE "not_there" ENCODING 'UTF8'/,
    );
  });
});
