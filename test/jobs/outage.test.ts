import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storeIncomingPhoto } from '../../src/chat/store/media.ts';
import { type Database, openDatabase } from '../../src/db/client/client.ts';
import type { MediaId } from '../../src/db/ids.ts';
import { inTransaction } from '../../src/db/work.ts';
import { batchSize } from '../../src/jobs/alerts/pace.ts';
import { RECIPIENT_LEASE_MS } from '../../src/shop/notifications/alerts/recipients.ts';
import { type TestClock, testClock } from '../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import type { TestRedis } from '../support/redis.ts';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';
import { foundVillage, type Village } from '../support/village.ts';
import { backends, startBackend } from './backends.ts';
import { openStage, Phones, type Stage } from './stage.ts';

/** Messages a second. */
const RATE = 200;
const OUTAGE_MS = 1_500;
/** As many as a job has tries. */
const DEADLOCKS = 6;

const brownPhoto = (): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 40, channels: 3, background: '#a52' } })
    .png()
    .toBuffer();

describe.each(backends)('what happens later while PostgreSQL is away, with queues on %s', (backend) => {
  let database: FreshDatabase;
  let redis: TestRedis | undefined;
  let proxy: TcpProxy;
  let db: Database;
  let clock: TestClock;
  let village: Village;
  let phones: Phones;
  let stage: Stage;
  let lines: string[];

  beforeEach(async () => {
    database = await freshDatabase();
    redis = await startBackend(backend);
    proxy = await startTcpProxy(database.url);
    db = await openDatabase(proxy.url);
    clock = testClock();
    village = await foundVillage(database.db, clock);
    phones = new Phones();
    lines = [];
    const write = (line: string): void => {
      const { msg, err } = JSON.parse(line);
      lines.push(`${msg}: ${err?.message}`);
    };
    const log = pino({ level: 'info' }, { write });
    const place = { databaseUrl: proxy.url, redisUrl: redis?.url };
    stage = await openStage({ db, clock, channel: phones, rate: RATE, log, ...place });
  });
  afterEach(async () => {
    await stage[Symbol.asyncDispose]();
    await db.$disconnect();
    await proxy[Symbol.asyncDispose]();
    await redis?.[Symbol.asyncDispose]();
    await database.drop();
  });

  const outage = async (): Promise<void> => {
    proxy.cut();
    await pause(OUTAGE_MS);
    proxy.restore();
  };

  /** A process on the same data takes up whatever a failed one left: twice the lease is enough for everybody. */
  const settled = async (): Promise<void> => {
    for (let round = 0; round < 2; round += 1) {
      clock.advance(RECIPIENT_LEASE_MS);
      await stage.jobs.sweep();
      await stage.jobs.idle();
    }
  };

  it('an alert goes on by itself, and everybody hears of it once', async () => {
    // The first sweep is over: one that the outage caught would hold up `idle` until its lock lapses.
    await stage.jobs.idle();
    const everybody = await village.followers(120);
    await village.shop((shop) => shop.streams.goLive(village.owner.person, village.seller, {}));
    await expect.poll(() => phones.got.length, { interval: 5 }).toBeGreaterThan(10);
    await outage();
    // At most one batch waits for its lease: the outage may have swallowed the answer to its claim.
    await expect.poll(() => phones.got.length).toBeGreaterThanOrEqual(120 - batchSize(RATE));
    await settled();
    expect(phones.got.map(({ address }) => address).sort()).toEqual([...everybody].sort());
  });

  it('a job in the middle of its work is done afterwards, and nothing counts as failed', async () => {
    const { promise: hasBegun, resolve: begin } = Promise.withResolvers<void>();
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    const photo = await brownPhoto();
    phones.fetchFile = async () => {
      begin();
      await mayEnd;
      return photo;
    };
    const id = await photoComesIn();
    await hasBegun;
    const away = outage();
    end();
    await away;
    await expect.poll(() => stateOf(id), { timeout: 20_000 }).toBe('stored');
    // What the log says of it, not what the database's own error says.
    expect(lines.filter((line) => /^[^:]*failed/.test(line))).toEqual([]);
    expect(lines.length).toBeLessThanOrEqual(6);
  });

  it('sweeps meanwhile are two lines of the log, one when that begins and one when it is over', async () => {
    await stage.jobs.idle();
    proxy.cut();
    await stage.jobs.sweep();
    await stage.jobs.sweep();
    proxy.restore();
    await stage.jobs.sweep();
    const ofSweeps = lines.map((line) => line.split(':')[0]).filter((line) => line?.includes('sweep'));
    expect(ofSweeps).toEqual(['the sweep waits for the database', 'the sweep goes on']);
  });

  it('a job that met a deadlock at each of its tries is done after them, and nothing counts as failed', async () => {
    const photo = await brownPhoto();
    phones.fetchFile = async () => photo;
    await database.db.$executeRawUnsafe('CREATE SEQUENCE deadlocks');
    await database.db.$executeRawUnsafe(`
      CREATE FUNCTION meet_deadlock() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('deadlocks') <= ${DEADLOCKS} THEN RAISE EXCEPTION 'deadlock detected' USING ERRCODE = '40P01'; END IF;
        RETURN NEW;
      END $$`);
    await database.db.$executeRawUnsafe(
      'CREATE TRIGGER deadlock BEFORE UPDATE ON media FOR EACH ROW EXECUTE FUNCTION meet_deadlock()',
    );
    const id = await photoComesIn();
    await expect.poll(() => stateOf(id), { timeout: 20_000 }).toBe('stored');
    expect(lines).toEqual([]);
  });

  const photoComesIn = (): Promise<MediaId> =>
    inTransaction(village.appContext, (context) =>
      storeIncomingPhoto(context, 'telegram-buyer', { fileId: 'walnuts' }),
    );
  const stateOf = async (id: MediaId) => (await database.db.media.findUniqueOrThrow({ where: { id } })).state;
});
