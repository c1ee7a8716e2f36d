import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Whether a server can be started here, set up as a test wants it. */
export const canStartRedis = spawnSync('redis-server', ['--version']).status === 0;

/** A Redis with these settings on a socket of its own, for a test that must not disturb the others' server. */
export async function startOwnRedis(settings: readonly string[]): Promise<AsyncDisposable & { url: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'walnut-doctor-'));
  const url = join(folder, 'redis.sock');
  const place = ['--port', '0', '--unixsocket', url, '--dir', folder, '--save', ''];
  const server = spawn('redis-server', [...place, ...settings], { stdio: ['ignore', 'pipe', 'ignore'] });
  const gone = once(server, 'exit');
  for await (const line of createInterface(server.stdout)) if (/ready to accept/i.test(line)) break;
  return {
    url,
    async [Symbol.asyncDispose]() {
      server.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
