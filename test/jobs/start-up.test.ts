import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type AlertId, idShape } from '../../src/db/ids.ts';
import { job, jobsByName } from '../../src/jobs/job.ts';
import { openQueues } from '../../src/jobs/queue/queues.ts';
import { testClock } from '../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import type { TestRedis } from '../support/redis.ts';
import { backends, startBackend } from './backends.ts';
import { openStage, Phones } from './stage.ts';

it('a name stands for one job', () => {
  const alarm = () => job('alert', z.object({ alert: idShape<AlertId>() }), async () => undefined);
  expect(() => jobsByName([alarm(), alarm()])).toThrow('two jobs are called "alert"');
});

describe.each(backends)('a process that starts, with queues on %s', (backend) => {
  let database: FreshDatabase;
  let redis: TestRedis | undefined;

  beforeAll(async () => {
    database = await freshDatabase();
    redis = await startBackend(backend);
  });
  afterAll(async () => {
    await redis?.[Symbol.asyncDispose]();
    await database.drop();
  });

  /** As a process leaves it that was killed with sweeps still to do. */
  const leaveSweeps = async (): Promise<void> => {
    const queues = await openQueues(database.url, redis?.url, pino({ level: 'silent' }));
    const later = await queues.open('later', { concurrency: 1, handle: async () => 'done' });
    await later.stop();
    await later.add(Array.from({ length: 8 }, () => ({ name: 'sweep', data: {} })));
    await queues.stop();
  };

  it('does the sweeps that waited for it once it has started, and none fails', async () => {
    await leaveSweeps();
    const lines: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line) => void lines.push(line) });
    const place = { databaseUrl: database.url, redisUrl: redis?.url };
    const parts = { db: database.db, clock: testClock(), channel: new Phones(), log, ...place };
    await using stage = await openStage(parts);
    await stage.jobs.idle();
    expect(lines).toEqual([]);
  });
});
