import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openQueues, type Queues, type WorkQueue } from '../../../src/jobs/queue/queues.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import type { TestRedis } from '../../support/redis.ts';
import { startTcpProxy, type TcpProxy } from '../../support/tcp-proxy.ts';
import { backends, startBackend } from '../backends.ts';

/** How long it is away: the time in which a client that does not wait shows itself. */
const OUTAGE_MS = 1_000;
/** Of the queues' connections. */
const MOST_OPEN = 12;

describe.each(backends)('queues whose %s goes away', (backend) => {
  let database: FreshDatabase;
  let redis: TestRedis | undefined;
  let proxy: TcpProxy;
  let queues: Queues;
  let opened: WorkQueue[];
  let lines: string[];
  let done: unknown[];

  beforeEach(async () => {
    database = await freshDatabase();
    redis = await startBackend(backend);
    proxy = await startTcpProxy(redis?.url ?? database.url);
    lines = [];
    done = [];
    const log = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line).msg) });
    queues = await openQueues(redis ? database.url : proxy.url, redis && proxy.url, log);
    opened = await Promise.all(['one', 'two', 'three'].map(open));
  });
  afterEach(async () => {
    await Promise.all(opened.map((queue) => queue.stop()));
    await queues.stop();
    await proxy[Symbol.asyncDispose]();
    await redis?.[Symbol.asyncDispose]();
    await database.drop();
  });

  const open = (name: string): Promise<WorkQueue> =>
    queues.open(name, {
      concurrency: 2,
      async handle({ data }) {
        done.push(data);
        return 'done';
      },
    });
  const add = async (data: unknown): Promise<void> => {
    for (const queue of opened) await queue.add([{ name: 'a', data }]);
  };

  const areQuiet = async (): Promise<boolean> =>
    (await Promise.all(opened.map((queue) => queue.isQuiet()))).every(Boolean);

  it('knock now and then, go on by themselves, and say so in two lines', async () => {
    await add('before');
    await expect.poll(() => done.length).toBe(3);
    // A worker whose last end was recorded, and the answer lost, would send it again.
    await expect.poll(areQuiet).toBe(true);
    await expect.poll(() => proxy.open()).toBeLessThanOrEqual(MOST_OPEN);
    const before = proxy.attempts();
    proxy.cut();
    await pause(OUTAGE_MS);
    const knocks = proxy.attempts() - before;
    proxy.restore();
    expect(knocks).toBeGreaterThan(0);
    expect(knocks).toBeLessThanOrEqual(20);
    await expect
      .poll(() =>
        add('after').then(
          () => 'added',
          () => 'not yet',
        ),
      )
      .toBe('added');
    await expect.poll(() => done.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(6);
    expect(proxy.open()).toBeLessThanOrEqual(MOST_OPEN);
    expect(lines).toEqual([`the queues wait for ${backend}`, 'the queues go on']);
  });
});
