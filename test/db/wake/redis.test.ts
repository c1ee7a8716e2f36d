import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRedisWake, type RedisWake } from '../../../src/db/wake/redis.ts';
import type { Note } from '../../../src/db/wake/wake.ts';
import { hasRedis, startRedis, type TestRedis } from '../../support/redis.ts';
import { startTcpProxy, type TcpProxy } from '../../support/tcp-proxy.ts';

describe.runIf(hasRedis())('notifications through Redis', () => {
  let redis: TestRedis;
  let proxy: TcpProxy;
  const opened: RedisWake[] = [];
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line).msg) });

  beforeAll(async () => {
    redis = await startRedis();
    proxy = await startTcpProxy(redis.url);
  });
  afterAll(async () => {
    for (const wake of opened) await wake.stop();
    await proxy[Symbol.asyncDispose]();
    await redis[Symbol.asyncDispose]();
  });

  /** A process: how often it heard, and how often it had to look. */
  async function open(name: string, url = redis.url) {
    const wake = openRedisWake(url, name, log);
    opened.push(wake);
    const heard: Note[] = [];
    let missed = 0;
    await wake.listen({
      onNote: (note) => heard.push(note),
      onMissed: () => {
        missed += 1;
      },
    });
    return { wake, heard, missed: () => missed };
  }

  const note: Note = { channel: 'walnut_chat', payload: '{"chat":"1"}' };

  it('reach every process of the village, and no other village', async () => {
    const [one, other] = [await open('{lingtou}'), await open('{lingtou}')];
    const stranger = await open('{xikou}');
    one.wake.publish([note, { ...note, payload: '' }]);
    await expect.poll(() => [one.heard.length, other.heard.length]).toEqual([2, 2]);
    expect(other.heard[0]).toEqual(note);
    expect(stranger.heard).toEqual([]);
  });

  it('are looked for after an outage, here and in the others, and go on', async () => {
    const cutOff = await open('{gujiao}', proxy.url);
    const other = await open('{gujiao}');
    lines.splice(0);
    proxy.cut();
    await expect.poll(() => proxy.open()).toBe(0);
    cutOff.wake.publish([note]);
    other.wake.publish([note]);
    proxy.restore();
    await expect.poll(() => [cutOff.missed() > 0, other.missed() > 0]).toEqual([true, true]);
    expect(lines.slice(0, 2)).toEqual(['notifications wait for Redis', 'notifications go on']);
    const before = cutOff.heard.length;
    other.wake.publish([note]);
    cutOff.wake.publish([note]);
    await expect.poll(() => cutOff.heard.length - before).toBe(2);
  });
});
