import { Redis } from 'ioredis';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { openQueues } from '../../../src/jobs/queue/queues.ts';
import { freshDatabase } from '../../support/database.ts';
import { backends } from '../backends.ts';
import { Scene } from '../scene.ts';

it('a Redis that is not there stops the start with one line that says what to do', async () => {
  await using database = await freshDatabase();
  const opening = openQueues(database.url, 'redis://:secret@127.0.0.1:1', pino({ level: 'silent' }));
  await expect(opening).rejects.toThrow(
    /^Redis: no connection to 127\.0\.0\.1:1 \(ECONNREFUSED\); check that [^\n]+\.$/,
  );
});

describe.each(backends.filter((backend) => backend === 'Redis'))('a %s', (backend) => {
  const scene = new Scene(backend);

  const forgetEverything = async (): Promise<number> => {
    const [row] = await scene.db.$queryRaw<{ id: string }[]>`
      SELECT system_identifier || '-' || oid AS id FROM pg_control_system(), pg_database WHERE datname = current_database()`;
    const redis = new Redis(scene.redisUrl);
    const keys = await redis.keys(`{walnut-${row?.id}}:*`);
    if (keys.length > 0) await redis.del(...keys);
    redis.disconnect();
    return keys.length;
  };

  it('that loses its memory during an alert loses nobody: the next sweep goes on', async () => {
    await scene.close();
    const everybody = await scene.village.followers(60);
    await scene.goLive();
    await scene.open(100);
    await expect.poll(() => scene.phones.got.length, { interval: 5 }).toBeGreaterThan(5);
    expect(await forgetEverything()).toBeGreaterThan(0);
    await scene.stage.jobs.sweep();
    await scene.done();
    expect(scene.addresses().sort()).toEqual([...everybody].sort());
  });
});
