import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/db/client/client.ts';
import { migrate } from '../../src/db/migrations/migrate.ts';
import { open, scratchFolder, serverOf } from '../db/scratch.ts';
import type { FreshDatabase } from '../support/database.ts';
import { hasRedis, startRedis } from '../support/redis.ts';
import { newBuyer, sellerOfWalnuts, withCard } from '../support/stall.ts';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';
import { startWalnut, type Walnut, type WalnutOptions } from '../support/walnut.ts';

const OUTAGE_MS = 3_000;
/** Every part that notices says so in one line, and in one that it is over. */
const MOST_LINES = 10;
/** The pools make connections as they need them, and keep some for a while: both of ten, and twelve less one per queue. */
const POOLED = 18;

let walnut: Walnut;
let seller: PrivateChat;
let buyer: PrivateChat;
let lines: string[];
let leftovers = new AsyncDisposableStack();

/** A shop at work; a card waits to be confirmed. */
async function openShop(options: WalnutOptions): Promise<void> {
  lines = [];
  const log = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line).msg) });
  walnut = await startWalnut({ log, ...options });
  seller = await sellerOfWalnuts(walnut);
  buyer = await withCard(await newBuyer(walnut));
  lines.length = 0;
}

/** What was tapped while something was away is done once, and everything goes on, photos too. */
async function goesOn(within: number): Promise<void> {
  await buyer.waitsFor('Ordered', { within });
  await seller.waitsFor('A-0001', { within });
  expect(await walnut.database.db.order.count()).toBe(1);
  expect(seller.heard().filter(({ text }) => text.includes('A-0001'))).toHaveLength(1);
  const { _sum } = await walnut.database.db.inbox.aggregate({ _sum: { tries: true } });
  expect(_sum.tries).toBe(0);
  await seller.sendsPhoto({ caption: '花生 8元一斤 有100斤' });
  await seller.waitsFor('花生', { within });
  await expect
    .poll(() => walnut.database.db.media.count({ where: { state: 'wanted' } }), { timeout: within })
    .toBe(0);
}

const filesOpen = (): number => readdirSync('/proc/self/fd').length;

/** A way to the database that can be cut. */
async function openShopByProxy(): Promise<TcpProxy> {
  let proxy: TcpProxy | undefined;
  await openShop({
    async wayToDatabase(url) {
      proxy = leftovers.use(await startTcpProxy(url));
      return proxy.url;
    },
  });
  if (!proxy) throw new Error('nobody asked for the way');
  return proxy;
}

/** A database on a server of its own, which may be killed. */
async function ownServer(): Promise<{ database: FreshDatabase; kill(): Promise<void> }> {
  const { folder } = leftovers.use(await scratchFolder());
  const embedded = await open(join(folder, 'data'));
  await migrate(embedded.url);
  const db = await openDatabase(embedded.url);
  const drop = async (): Promise<void> => {
    await db.$disconnect();
    await embedded.stop();
  };
  return {
    database: { url: embedded.url, socketUrl: embedded.url, db, drop, [Symbol.asyncDispose]: drop },
    async kill() {
      const pid = await vi.waitUntil(() => serverOf(embedded.cluster), { timeout: 20_000 });
      process.kill(pid, 'SIGKILL');
      await vi.waitUntil(async () => (await serverOf(embedded.cluster)) !== pid, { timeout: 20_000 });
    },
  };
}

describe('a Walnut', () => {
  afterEach(async () => {
    await walnut.stop();
    await leftovers.disposeAsync();
    leftovers = new AsyncDisposableStack();
  });

  it('whose PostgreSQL is away for some seconds goes on with no more connections than before', async () => {
    const proxy = await openShopByProxy();
    const [connections, files, knocks] = [proxy.open(), filesOpen(), proxy.attempts()];
    proxy.cut();
    buyer.tapsQuickly('✅ Confirm ¥15');
    await pause(OUTAGE_MS);
    expect(proxy.attempts() - knocks).toBeLessThanOrEqual(20 * (OUTAGE_MS / 1_000));
    proxy.restore();
    await goesOn(20_000);
    expect(proxy.open()).toBeLessThanOrEqual(Math.max(connections, POOLED));
    expect(filesOpen()).toBeLessThanOrEqual(files + 2 * POOLED);
    expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
  });

  it('whose PostgreSQL goes away without a word goes on on new connections', async () => {
    const proxy = await openShopByProxy();
    proxy.silence();
    buyer.tapsQuickly('✅ Confirm ¥15');
    await pause(OUTAGE_MS);
    proxy.restore();
    await goesOn(60_000);
    expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
  });

  it('whose PostgreSQL is killed four times goes on each time, with as many files open as before', async () => {
    const { database, kill } = await ownServer();
    await openShop({ database });
    const files = filesOpen();
    for (let time = 1; time <= 3; time += 1) {
      await kill();
      await pause(OUTAGE_MS);
      expect(await database.db.order.count()).toBe(0);
    }
    await kill();
    buyer.tapsQuickly('✅ Confirm ¥15');
    await goesOn(30_000);
    expect(filesOpen()).toBeLessThanOrEqual(files + 2 * POOLED);
    const [row] = await database.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = 'walnut wake'`;
    expect(row?.count).toBe(1);
    expect(lines.length).toBeLessThanOrEqual(4 * MOST_LINES);
  });

  it('can be stopped while its PostgreSQL is away', async () => {
    const proxy = await openShopByProxy();
    proxy.cut();
    buyer.tapsQuickly('✅ Confirm ¥15');
    await pause(OUTAGE_MS);
    const from = Date.now();
    await walnut.app.stop();
    expect(Date.now() - from).toBeLessThan(30_000);
  });

  it.runIf(hasRedis())('whose Redis goes away without a word goes on on new connections', async () => {
    const redis = leftovers.use(await startRedis());
    const proxy = leftovers.use(await startTcpProxy(redis.url));
    await openShop({ settings: { REDIS_URL: proxy.url } });
    proxy.silence();
    buyer.tapsQuickly('✅ Confirm ¥15');
    await buyer.waitsFor('Ordered', { within: 10_000 });
    await pause(OUTAGE_MS);
    proxy.restore();
    await goesOn(60_000);
    expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
  });

  it.runIf(hasRedis())('whose Redis is away answers meanwhile, and does later what waits', async () => {
    const redis = leftovers.use(await startRedis());
    const proxy = leftovers.use(await startTcpProxy(redis.url));
    await openShop({ settings: { REDIS_URL: proxy.url } });
    const connections = proxy.open();
    proxy.cut();
    buyer.tapsQuickly('✅ Confirm ¥15');
    await buyer.waitsFor('Ordered', { within: 10_000 });
    await pause(OUTAGE_MS);
    proxy.restore();
    await goesOn(30_000);
    expect(proxy.open()).toBeLessThanOrEqual(connections);
    expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
  });
});
