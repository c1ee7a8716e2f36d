import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from './free-port.ts';

/** Whether tests of queues can be run on Redis too. */
export const hasRedis = (): boolean =>
  process.env.REDIS_URL !== undefined || spawnSync('redis-server', ['--version']).status === 0;

/** A Redis for tests. */
export interface TestRedis extends AsyncDisposable {
  readonly url: string;
}

/** The Redis that `REDIS_URL` names, else one of the test's own on a free port, in memory alone. */
export async function startRedis(): Promise<TestRedis> {
  const given = process.env.REDIS_URL;
  if (given) return { url: given, [Symbol.asyncDispose]: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'walnut-redis-'));
  const port = await freePort();
  const memoryOnly = ['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
  const place = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
  const server = spawn('redis-server', [...place, ...memoryOnly], { stdio: 'ignore' });
  const url = `redis://127.0.0.1:${port}`;
  await answers(url, server);
  return {
    url,
    async [Symbol.asyncDispose]() {
      const { promise: isGone, resolve } = Promise.withResolvers<void>();
      server.once('exit', () => resolve());
      server.kill('SIGTERM');
      await isGone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined);
  while (server.exitCode === null) {
    const pong = await redis.connect().then(
      () => redis.ping(),
      () => undefined,
    );
    if (pong) {
      redis.disconnect();
      return;
    }
    await pause(20);
  }
  throw new Error('redis-server did not start');
}
