import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { idShape, type MediaId, newId } from '../../../src/db/ids.ts';
import { enqueue, relayDue } from '../../../src/db/outbox/outbox.ts';
import { inTransaction } from '../../../src/db/work.ts';
import { type JobDeps, job } from '../../../src/jobs/job.ts';
import { relayOutbox } from '../../../src/jobs/queue/outbox-relay.ts';
import { openQueues, type Queues, type TaskHandler, type WorkQueue } from '../../../src/jobs/queue/queues.ts';
import { testClock } from '../../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import type { TestRedis } from '../../support/redis.ts';
import { testSeal } from '../../support/village.ts';
import { backends, startBackend } from '../backends.ts';

const log = pino({ level: 'silent' });

describe.each(backends)('queues on %s', (backend) => {
  let database: FreshDatabase;
  let redis: TestRedis | undefined;
  let queues: Queues;
  let opened: WorkQueue[];
  let names = 0;

  beforeAll(async () => {
    database = await freshDatabase();
    redis = await startBackend(backend);
  });
  afterAll(async () => {
    await redis?.[Symbol.asyncDispose]();
    await database.drop();
  });
  beforeEach(async () => {
    opened = [];
    queues = await openQueues(database.url, redis?.url, log);
  });
  afterEach(async () => {
    await Promise.all(opened.map((queue) => queue.stop()));
    await queues.stop();
  });

  const open = async (handle: TaskHandler, name = `queue-${names++}`): Promise<WorkQueue> => {
    const queue = await queues.open(name, { concurrency: 4, handle });
    opened.push(queue);
    return queue;
  };

  /** A queue that writes down what it was given. */
  const recording = async () => {
    const seen: unknown[] = [];
    const queue = await open(async ({ data }) => {
      seen.push(data);
      return 'done';
    });
    return { seen, queue };
  };

  const quiet = async (queue: WorkQueue): Promise<void> => {
    await expect.poll(() => queue.isQuiet(), { interval: 10 }).toBe(true);
  };

  it('do what they are given, once for each id', async () => {
    const { seen, queue } = await recording();
    await queue.add([
      { name: 'a', data: 1, id: 'one' },
      { name: 'a', data: 2, id: 'two' },
    ]);
    await quiet(queue);
    await queue.add([{ name: 'a', data: 3, id: 'one' }]);
    await quiet(queue);
    expect(seen.sort()).toEqual([1, 2]);
  });

  it('ring an alarm when it is time, not before', async () => {
    const { seen, queue } = await recording();
    const from = Date.now();
    await queue.add([{ name: 'a', data: 'alarm', delayMs: 600 }]);
    await expect.poll(() => seen.length, { interval: 10 }).toBe(1);
    expect(Date.now() - from).toBeGreaterThanOrEqual(600);
  });

  it('bring back what has to wait, which is no failure', async () => {
    const starts: number[] = [];
    const queue = await open(async () => {
      starts.push(Date.now());
      return starts.length < 8 ? { againInMs: 50 } : 'done';
    });
    await queue.add([{ name: 'a', data: 1 }]);
    await expect.poll(() => starts.length, { interval: 10 }).toBe(8);
    expect((starts.at(-1) ?? 0) - (starts[0] ?? 0)).toBeGreaterThanOrEqual(7 * 50 - 10);
  });

  it('try again what failed, and say when it is the last time', async () => {
    const tries: boolean[] = [];
    const queue = await open(async (_, { isLastTry }) => {
      tries.push(isLastTry);
      if (tries.length === 1) throw new Error('not yet');
      return 'done';
    });
    await queue.add([{ name: 'a', data: 1 }]);
    await expect.poll(() => tries, { interval: 20, timeout: 4_000 }).toEqual([false, false]);
  });

  it('do not try again what no release of ours could have sent', async () => {
    const act = job('fetch-photo', z.object({ media: idShape<MediaId>() }), async () => undefined);
    // Nothing of the parts is touched before the payload is understood.
    const parts: JobDeps = JSON.parse('null');
    let tries = 0;
    const handle: TaskHandler = async ({ data }, { isLastTry }) => {
      tries += 1;
      await act.run(data, parts, { id: 'one', isLast: isLastTry });
      return 'done';
    };
    let isLater = false;
    const queue = await open(async (task, run) => {
      if (task.name !== 'later than any retry') return handle(task, run);
      isLater = true;
      return 'done';
    }, 'strict');
    await queue.add([
      { name: 'fetch-photo', data: { media: 'no id' } },
      { name: 'later than any retry', data: {}, delayMs: 2_500 },
    ]);
    await expect.poll(() => isLater, { interval: 20, timeout: 10_000 }).toBe(true);
    expect(tries).toBe(1);
  });

  it('finish what runs before they stop, and leave the rest for the next process', async () => {
    const done: number[] = [];
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    const { promise: hasBegun, resolve: begin } = Promise.withResolvers<void>();
    const first = await queues.open('stopping', {
      concurrency: 1,
      handle: async ({ data }) => {
        begin();
        await mayEnd;
        done.push(Number(data));
        return 'done';
      },
    });
    await first.add([1, 2, 3].map((data) => ({ name: 'a', data })));
    await hasBegun;
    const stopping = first.stop();
    end();
    await stopping;
    expect(done).toEqual([1]);
    const queue = await open(async ({ data }) => {
      done.push(Number(data));
      return 'done';
    }, 'stopping');
    await quiet(queue);
    expect(done).toEqual([1, 2, 3]);
  });

  describe('and the outbox', () => {
    const clock = testClock();
    const store = () => ({ db: database.db, cipher: testSeal, clock });
    const photo = () => ({ media: newId<MediaId>() });
    const queueOf = (queue: WorkQueue) => new Map([['fetch-photo', queue]]);

    it('do what was recorded when that committed, and nothing of a transaction that failed', async () => {
      const { seen, queue } = await recording();
      const kept = photo();
      await inTransaction(store(), (context) => enqueue(context, 'fetch-photo', kept));
      const failing = inTransaction(store(), async (context) => {
        await enqueue(context, 'fetch-photo', photo());
        throw new Error('rolled back');
      });
      await expect(failing).rejects.toThrow('rolled back');
      await relayOutbox(store(), queueOf(queue));
      await quiet(queue);
      expect(seen).toEqual([kept]);
    });

    it('hand everything over once, though several relay at a time', async () => {
      const { seen, queue } = await recording();
      await inTransaction(store(), async (context) => {
        for (let n = 0; n < 300; n += 1) await enqueue(context, 'fetch-photo', photo());
      });
      await Promise.all([
        relayOutbox(store(), queueOf(queue)),
        relayOutbox(store(), queueOf(queue)),
        relayOutbox(store(), queueOf(queue)),
      ]);
      await quiet(queue);
      expect(seen).toHaveLength(300);
      expect(new Set(seen.map((data) => JSON.stringify(data))).size).toBe(300);
    });

    it('do once what a process handed over that died before its commit', async () => {
      const { seen, queue } = await recording();
      const doubted = photo();
      await inTransaction(store(), (context) => enqueue(context, 'fetch-photo', doubted));
      const dying = relayDue(store(), ['fetch-photo'], clock.now(), async (recorded) => {
        await queue.add(
          recorded.map(({ id, job: name, payload }) => ({ name, data: payload, id: `outbox-${id}` })),
        );
        throw new Error('the process died');
      });
      await expect(dying).rejects.toThrow('died');
      await relayOutbox(store(), queueOf(queue));
      await quiet(queue);
      expect(seen).toEqual([doubted]);
    });

    it('leave alone what is due much later, and what no job here knows', async () => {
      const { seen, queue } = await recording();
      const far = photo();
      await inTransaction(store(), async (context) => {
        await enqueue(context, 'fetch-photo', far, new Date(clock.now().getTime() + 3_600_000));
        const at = { dueAt: context.now, createdAt: context.now };
        await context.tx.outbox.create({ data: { job: 'of another release', payload: { n: 2 }, ...at } });
      });
      await relayOutbox(store(), queueOf(queue));
      expect(await database.db.outbox.count({ where: { relayedAt: null } })).toBe(2);
      clock.advance(3_600_000);
      await relayOutbox(store(), queueOf(queue));
      await quiet(queue);
      expect(seen).toEqual([far]);
    });
  });
});
