import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAway, isPassing } from '../../../src/db/client/away.ts';
import { type Database, openDatabase, type Tx } from '../../../src/db/client/client.ts';
import { statement, text } from '../../../src/db/connection/statement.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { startTcpProxy, type TcpProxy } from '../../support/tcp-proxy.ts';

type Asking = (db: Database, meanwhile: () => Promise<void>) => Promise<unknown>;

const asking: readonly [string, Asking][] = [
  ['a raw query', (db) => db.$queryRaw`SELECT 1`],
  ['a query of a table', (db) => db.person.count()],
  ['several at once', (db) => db.$transaction([db.person.count()])],
  [
    'a transaction',
    (db, meanwhile) =>
      db.$transaction(async (tx) => {
        await tx.person.count();
        await meanwhile();
        await tx.$queryRaw`SELECT 1`;
      }),
  ],
];

describe('a database that is away is known as such by what fails', () => {
  let database: FreshDatabase;
  let proxy: TcpProxy;
  let db: Database;

  beforeEach(async () => {
    database = await freshDatabase();
    proxy = await startTcpProxy(database.url);
    db = await openDatabase(proxy.url);
  });
  afterEach(async () => {
    await db.$disconnect();
    await proxy[Symbol.asyncDispose]();
    await database.drop();
  });

  const fault = (ask: Asking, meanwhile = async () => {}) =>
    ask(db, meanwhile).then(
      () => 'nothing failed',
      (error: unknown) => error,
    );

  it.each(asking)('%s on a connection that is ended at once', async (_, ask) => {
    proxy.cut();
    expect(await fault(ask)).toSatisfy(isAway);
  });

  it.each(asking)('%s at a port where nobody listens', async (_, ask) => {
    await proxy[Symbol.asyncDispose]();
    expect(await fault(ask)).toSatisfy(isAway);
  });

  it.each(asking)('%s whose connection is reset while it waits', async (_, ask) => {
    await db.person.count();
    proxy.silence();
    const asked = fault(ask);
    await pause(50);
    proxy.reset();
    expect(await asked).toSatisfy(isAway);
    proxy.restore();
  });

  it('a transaction whose connection is reset while it commits', async () => {
    const asked = fault((mine) =>
      mine.$transaction(async (tx) => {
        await tx.person.count();
        proxy.silence();
        setTimeout(() => proxy.reset(), 100);
      }),
    );
    expect(await asked).toSatisfy(isAway);
    proxy.restore();
  });

  it('a transaction whose connection breaks in the middle', async () => {
    const cut = async (): Promise<void> => {
      proxy.cut();
      await pause(50);
    };
    for (const [, ask] of asking.slice(3)) expect(await fault(ask, cut)).toSatisfy(isAway);
  });

  it('a query in whose middle the server ends the session', async () => {
    const asked = fault((mine) => mine.$queryRaw`SELECT 1 FROM pg_sleep(10)`);
    const others = 'datname = current_database() AND pid <> pg_backend_pid()';
    await expect
      .poll(() =>
        database.db.$executeRawUnsafe(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${others}`,
        ),
      )
      .toBeGreaterThan(0);
    expect(await asked).toSatisfy(isAway);
  });

  it.each([
    ['a missing table', (mine: Database) => mine.$queryRaw`SELECT 1 FROM no_such_table`],
    ['a broken constraint', (mine: Database) => mine.$executeRaw`INSERT INTO person DEFAULT VALUES`],
    ['a missing row', (mine: Database) => mine.person.findFirstOrThrow()],
  ])('but not by %s', async (_, ask) => {
    const error = await fault(ask);
    expect(error).toBeInstanceOf(Error);
    expect(isAway(error)).toBe(false);
    expect(isPassing(error)).toBe(false);
  });

  it.each([
    ['a row', (tx: Tx, name: string) => tx.danger.update({ where: { name }, data: { since: new Date() } })],
    ['raw', (tx: Tx, name: string) => tx.$executeRaw`UPDATE danger SET since = now() WHERE name = ${name}`],
    ['prepared', (tx: Tx, name: string) => tx.$prepared(touch, name)],
  ] as const)('a deadlock (%s) passes, and the database is not away', async (_, write) => {
    const [mine, other] = [randomUUID(), randomUUID()];
    await db.danger.createMany({ data: [mine, other].map((name) => ({ name, since: new Date() })) });
    const both = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const cross = (at: number, names: readonly [string, string]) =>
      db.$transaction(async (tx) => {
        await tx.$executeRaw`SET LOCAL deadlock_timeout = '20ms'`;
        await write(tx, names[0]);
        both[at]?.resolve();
        await both[1 - at]?.promise;
        await write(tx, names[1]);
      });
    const ends = await Promise.allSettled([cross(0, [mine, other]), cross(1, [other, mine])]);
    const faults = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toSatisfy(isPassing);
    expect(isAway(faults[0])).toBe(false);
  });
});

const touch = statement('test-touch', [text()], {}, 'UPDATE danger SET since = now() WHERE name = $1');
