import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { vi } from 'vitest';
import { openDatabase } from '../../../src/db/client/client.ts';
import { migrate } from '../../../src/db/migrations/migrate.ts';
import { open, scratchFolder, serverOf } from '../../db/scratch.ts';
import type { FreshDatabase } from '../../support/database.ts';
import { startProcess, type WalnutProcess } from '../../support/process.ts';

// Servers of the test's own, which may be killed: each is there again soon after, as under a supervisor.

export interface KillableDatabase {
  readonly database: FreshDatabase;
  /** Kills the server; its supervisor starts it again. */
  kill(): Promise<void>;
}

export async function startKillableDatabase(leftovers: AsyncDisposableStack): Promise<KillableDatabase> {
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
      const pid = await vi.waitUntil(() => serverOf(embedded.cluster), { timeout: 30_000 });
      process.kill(pid, 'SIGKILL');
      await vi.waitUntil(
        async () => {
          const now = await serverOf(embedded.cluster);
          return now !== undefined && now !== pid;
        },
        { timeout: 60_000 },
      );
    },
  };
}

export interface KillableRedis extends AsyncDisposable {
  readonly url: string;
  /** Kills the server and starts another, which knows nothing of what the first one knew. */
  kill(): Promise<void>;
}

export async function startKillableRedis(): Promise<KillableRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'walnut-evening-'));
  const port = await freePort();
  const memoryOnly = ['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
  const place = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
  const start = (): ChildProcess => spawn('redis-server', [...place, ...memoryOnly], { stdio: 'ignore' });
  const end = async (server: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    server.once('exit', () => resolve());
    server.kill(signal);
    await promise;
  };
  let server = start();
  await pause(300);
  return {
    url: `redis://127.0.0.1:${port}`,
    async kill() {
      await end(server, 'SIGKILL');
      server = start();
    },
    async [Symbol.asyncDispose]() {
      await end(server, 'SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    server.close(() => resolve(port));
  });
  return promise;
}

export interface KillableWalnut extends AsyncDisposable {
  kill(): Promise<void>;
}

/** A Walnut process that is started again whenever it ends, also where it cannot start while its database is away. */
export async function startKillableWalnut(
  settings: Readonly<Record<string, string>>,
  roles: string,
): Promise<KillableWalnut> {
  const stopper = new AbortController();
  const start = async (): Promise<WalnutProcess> => {
    for (;;) {
      try {
        return await startProcess(settings, ['serve', '--roles', roles]);
      } catch (error) {
        if (stopper.signal.aborted) throw error;
        await pause(500);
      }
    }
  };
  let child = await start();
  return {
    async kill() {
      await child.kill('SIGKILL');
      child = await start();
    },
    async [Symbol.asyncDispose]() {
      stopper.abort();
      await child.kill('SIGTERM');
    },
  };
}
