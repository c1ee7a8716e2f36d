import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limitUse, openPool } from '../../../src/db/connection/pool.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { startTcpProxy, type TcpProxy } from '../../support/tcp-proxy.ts';

/** How long the database is away: the time in which a client that does not wait shows itself. */
const OUTAGE_MS = 1_000;

describe('a pool', () => {
  let database: FreshDatabase;
  let proxy: TcpProxy;
  let pool: pg.Pool;

  beforeEach(async () => {
    database = await freshDatabase();
    proxy = await startTcpProxy(database.url);
    pool = openPool({ connectionString: proxy.url, max: 2 });
    pool.on('error', () => {});
    limitUse(pool, 500);
  });
  afterEach(async () => {
    await pool.end();
    await proxy[Symbol.asyncDispose]();
    await database.drop();
  });

  const ask = async () => (await pool.query('SELECT 1 AS one')).rows;

  it('knocks now and then while the server is away, however many need it', async () => {
    await ask();
    proxy.cut();
    const before = proxy.attempts();
    const cutAt = performance.now();
    let isAway = true;
    const insisting = async (): Promise<void> => {
      while (isAway) await ask().catch(() => {});
    };
    const all = Promise.all(Array.from({ length: 10 }, insisting));
    await pause(OUTAGE_MS);
    const knocks = proxy.attempts() - before;
    const awayMs = performance.now() - cutAt;
    isAway = false;
    proxy.restore();
    await all;
    expect(knocks).toBeGreaterThan(0);
    // Two connections. Five rounds fit between waits of 50, 100, 200 and 400 ms at the least, then one each 500 ms.
    const rounds = 5 + Math.ceil(Math.max(0, awayMs - 750) / 500);
    expect(knocks).toBeLessThanOrEqual(2 * rounds);
    expect(await ask()).toEqual([{ one: 1 }]);
  });

  it('keeps nothing locked for a client that went away without a word in the middle of a transaction', async () => {
    const own = openPool({ connectionString: proxy.url, max: 1 }, 1_000);
    own.on('error', () => {});
    const client = await own.connect();
    client.on('error', () => {});
    const locks = () => database.db.$queryRaw<object[]>`
      SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    expect(await locks()).toEqual([]);
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock(7)');
    proxy.silence();
    expect(await locks()).toHaveLength(1);
    await expect.poll(locks, { timeout: 5_000 }).toEqual([]);
    client.release(true);
    proxy.restore();
    await own.end();
  });

  it('gives up a connection to a server that went away without a word, and makes another', async () => {
    await Promise.all([ask(), ask()]);
    proxy.silence();
    const asked = [ask(), ask(), ask()];
    const ends = Promise.allSettled(asked);
    await asked[0]?.catch(() => proxy.restore());
    const states = (await ends).map(({ status }) => status);
    expect(states).toEqual(['rejected', 'rejected', 'fulfilled']);
    expect(await ask()).toEqual([{ one: 1 }]);
    expect(pool.totalCount).toBeLessThanOrEqual(2);
  });

  it('breaks a transaction that is kept for too long, and leaves the others alone', async () => {
    const kept = await pool.connect();
    await kept.query('BEGIN');
    await expect.poll(() => kept.query('SELECT 1').catch(() => 'broken')).toBe('broken');
    kept.release();
    expect(await ask()).toEqual([{ one: 1 }]);
    expect(pool.totalCount).toBe(1);
  });
});
