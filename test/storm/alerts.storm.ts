import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { storeIncomingPhoto } from '../../src/chat/store/media.ts';
import { systemClock } from '../../src/data.ts';
import { inTransaction } from '../../src/db/work.ts';
import { RECIPIENT_LEASE_MS } from '../../src/shop/notifications/alerts/recipients.ts';
import { backends, startBackend } from '../jobs/backends.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import type { TestRedis } from '../support/redis.ts';
import { foundVillage, type Village } from '../support/village.ts';

describe.each(backends)('processes that die or race, with queues on %s', (backend) => {
  let database: FreshDatabase;
  let redis: TestRedis | undefined;
  let village: Village;
  let folder: string;
  let children: ChildProcess[];

  beforeAll(async () => {
    redis = await startBackend(backend);
  });
  afterAll(() => redis?.[Symbol.asyncDispose]());
  beforeEach(async () => {
    database = await freshDatabase();
    village = await foundVillage(database.db, systemClock);
    folder = await mkdtemp(join(tmpdir(), 'walnut-storm-'));
    children = [];
  });
  afterEach(async () => {
    for (const child of children) await end(child, 'SIGKILL');
    await database.drop();
    await rm(folder, { recursive: true });
  });

  /** A process that tells people, `aheadMs` ahead of the time. */
  const teller = async (settings: Readonly<Record<string, string>> = {}): Promise<ChildProcess> => {
    const env = {
      PATH: process.env.PATH ?? '',
      DATABASE_URL: database.url,
      SAID: join(folder, 'said'),
      ...(redis && { REDIS_URL: redis.url }),
      SEED: String(children.length),
      ...settings,
    };
    const child = spawn(process.execPath, ['test/storm/teller.child.ts'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    await once(child.stdout, 'data');
    return child;
  };

  const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };

  const said = async (): Promise<{ address: string; at: number }[]> => {
    const text = await readFile(join(folder, 'said'), 'utf8').catch(() => '');
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ({ address: line.split(' ')[0] ?? '', at: Number(line.split(' ')[1]) }));
  };

  const saidAtLeast = async (count: number): Promise<void> => {
    while ((await said()).length < count) await pause(10);
  };

  const goLive = () => village.shop((shop) => shop.streams.goLive(village.owner.person, village.seller, {}));

  /** Chats that somebody had begun to tell and not recorded. */
  const inFlight = async (): Promise<string[]> => {
    const rows = await database.db.$queryRaw<{ address: string }[]>`
      SELECT chat.address FROM alert_recipient JOIN chat ON chat.id = alert_recipient.chat_id WHERE alert_recipient.state = 'sending'`;
    return rows.map((row) => row.address);
  };

  const isDone = () => database.db.alert.count({ where: { state: 'done' } });

  it('a process killed three times during an alert: everybody hears, twice only who was being told', async () => {
    const everybody = await village.followers(300);
    await goLive();
    const doubtful = new Set<string>();
    for (let death = 1; death <= 3; death += 1) {
      const child = await teller({ RATE: '200', AHEAD_MS: String(death * RECIPIENT_LEASE_MS) });
      await saidAtLeast(death * 70);
      await end(child, 'SIGKILL');
      for (const address of await inFlight()) doubtful.add(address);
    }
    await teller({ RATE: '200', AHEAD_MS: String(4 * RECIPIENT_LEASE_MS) });
    await expect.poll(isDone, { timeout: 120_000, interval: 100 }).toBe(1);

    const heard = (await said()).map((message) => message.address);
    expect(new Set(heard)).toEqual(new Set(everybody));
    const twice = heard.filter((address, i) => heard.indexOf(address) !== i);
    expect(twice.filter((address) => !doubtful.has(address))).toEqual([]);
    expect(await database.db.alertRecipient.count({ where: { state: 'sent' } })).toBe(300);
    expect(await database.db.message.count()).toBe(300);
  });

  it('a process killed twenty times during an alert to 10,000: nobody is missed', async () => {
    const everybody = await village.followers(10_000);
    await goLive();
    const doubtful = new Set<string>();
    for (let death = 1; death <= 20; death += 1) {
      const child = await teller({ RATE: '1000', AHEAD_MS: String(death * RECIPIENT_LEASE_MS) });
      await saidAtLeast(death * 400);
      await end(child, 'SIGKILL');
      for (const address of await inFlight()) doubtful.add(address);
    }
    await teller({ RATE: '1000', AHEAD_MS: String(21 * RECIPIENT_LEASE_MS) });
    await expect.poll(isDone, { timeout: 120_000, interval: 100 }).toBe(1);

    const heard = (await said()).map((message) => message.address);
    expect(new Set(heard)).toEqual(new Set(everybody));
    const twice = new Set(heard.filter((address, i) => heard.indexOf(address) !== i));
    expect([...twice].filter((address) => !doubtful.has(address))).toEqual([]);
    expect(await database.db.alertRecipient.count({ where: { state: 'sent' } })).toBe(10_000);
  });

  it('a process asked to stop during an alert: the next one goes on, and nobody hears twice', async () => {
    const everybody = await village.followers(200);
    await goLive();
    for (let stop = 1; stop <= 3; stop += 1) {
      const child = await teller({ RATE: '200' });
      await saidAtLeast(stop * 40);
      await end(child, 'SIGTERM');
      expect(await inFlight()).toEqual([]);
    }
    await teller({ RATE: '200' });
    await expect.poll(isDone, { timeout: 60_000, interval: 100 }).toBe(1);
    expect((await said()).map((message) => message.address).sort()).toEqual([...everybody].sort());
  });

  it('two processes at full pace: no second of more than 25, and nobody twice', async () => {
    const everybody = await village.followers(220);
    const settings = { RATE: '25', SEND_MS: '400' };
    await Promise.all([teller(settings), teller(settings)]);
    await goLive();
    await expect.poll(isDone, { timeout: 60_000, interval: 100 }).toBe(1);
    const messages = await said();
    expect(messages.map((message) => message.address).sort()).toEqual([...everybody].sort());
    const times = messages.map((message) => message.at);
    const busiest = Math.max(
      ...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length),
    );
    expect(busiest).toBeLessThanOrEqual(25);
    expect((Math.max(...times) - Math.min(...times)) / 1_000).toBeLessThan(220 / 20);
  });

  it('a process killed while it hands over 400 recorded tasks: every one is done', async () => {
    await inTransaction(village.appContext, async (context) => {
      for (let i = 0; i < 400; i += 1)
        await storeIncomingPhoto(context, 'telegram-buyer', { fileId: `file-${i}` });
    });
    const left = () => database.db.media.count({ where: { state: 'wanted' } });
    for (let death = 0; death < 4; death += 1) {
      const child = await teller();
      await pause(40 * death);
      await end(child, 'SIGKILL');
    }
    await teller();
    await expect.poll(left, { timeout: 90_000, interval: 100 }).toBe(0);
    expect(await database.db.outbox.count({ where: { relayedAt: null } })).toBe(0);
  });
});
