import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { checkRedis } from '../../src/jobs/queue/redis.ts';
import { canStartRedis, startOwnRedis } from './own-redis.ts';

describe.runIf(canStartRedis)('a Redis', () => {
  it('that keeps what it is given is fine', async () => {
    await using redis = await startOwnRedis(['--maxmemory-policy', 'noeviction']);
    expect(await checkRedis(redis.url)).toEqual({
      is: 'fine',
      isCluster: false,
      version: expect.stringMatching(/^\d+\.\d+/),
    });
  });

  it('that throws away what it is given is wrong, and it is said how to set it', async () => {
    await using redis = await startOwnRedis(['--maxmemory-policy', 'allkeys-lru']);
    expect(await checkRedis(redis.url)).toEqual({
      is: 'wrong',
      said: 'its maxmemory-policy is allkeys-lru, which throws jobs away; it has to be noeviction',
      todo: expect.stringContaining('CONFIG SET maxmemory-policy noeviction'),
    });
  });

  it('that wants a password says so', async () => {
    await using redis = await startOwnRedis(['--requirepass', 'hush-hush']);
    expect(await checkRedis(redis.url)).toMatchObject({ is: 'wrong', said: 'it refuses the password' });
  });

  it('that follows another takes no writes', async () => {
    await using redis = await startOwnRedis(['--replicaof', '127.0.0.1', '1']);
    expect(await checkRedis(redis.url)).toMatchObject({ said: expect.stringContaining('replica') });
  });
});

it('nobody at that address is named by address alone', async () => {
  expect(await checkRedis('redis://:hush-hush@127.0.0.1:1')).toEqual({
    is: 'wrong',
    said: 'no connection to 127.0.0.1:1 (ECONNREFUSED)',
    todo: 'check that Redis runs and that REDIS_URL is right',
  });
});

it('a server that is no Redis is told apart from none', async () => {
  const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  expect(await checkRedis(`redis://127.0.0.1:${port}`)).toMatchObject({ is: 'wrong' });
  server.close();
});
