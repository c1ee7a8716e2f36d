import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../src/db/client/client.ts';
import { withConnection } from '../../src/db/connection/connection.ts';
import { proveKeys } from '../../src/db/crypto/key-check.ts';
import { type Embedded, openEmbedded } from '../../src/db/embedded/embedded.ts';
import { migrate } from '../../src/db/migrations/migrate.ts';
import { type Load, startLoad } from '../load/load.ts';
import { fillShop } from './goods.ts';
import { nodeArgs } from './node-args.ts';

/** A database on disk, people and a Telegram to put bots between. */
export interface World {
  readonly server: Embedded;
  readonly db: Database;
  readonly load: Load;
  /** Starts a bot as a process of its own and waits until it says that it runs. */
  start(file: string, settings: Readonly<Record<string, string>>): Promise<Running>;
  /** Starts Walnut with its buyers' bot on webhooks. */
  startWalnut(): Promise<Running & { readonly token: string }>;
  stop(): Promise<void>;
}

export interface Running {
  readonly pid: number;
  readonly url: string;
  stop(): Promise<void>;
}

const SECRET_KEY = Buffer.alloc(32, 7);
const TOKEN = '7000001:bench-bench-bench-bench-bench-bench';

export async function createWorld(products = 20): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'walnut-bench-'));
  // As root the server runs as another user, who must be able to reach its data.
  await chmod(folder, 0o711);
  const server = await openEmbedded(join(folder, 'data'));
  await migrate(server.url);
  // What a peer seals is no proof of the key.
  await withConnection(server.url, (client) => proveKeys(client, [SECRET_KEY]));
  const db = await openDatabase(server.socketUrl);
  await fillShop(db, products);
  const load = await startLoad();
  const start = async (file: string, settings: Readonly<Record<string, string>>): Promise<Running> => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const env = {
      ...{
        PATH: process.env.PATH ?? '',
        LOG_LEVEL: 'warn',
        DATABASE_URL: server.socketUrl,
        PORT: String(port),
      },
      ...{ TELEGRAM_API_ROOT: load.telegramRoot, BUYER_BOT_TOKEN: TOKEN, PUBLIC_URL: url },
      ...{ SECRET_KEY: SECRET_KEY.toString('base64'), ...settings },
    };
    const child = spawn(process.execPath, [...nodeArgs, file], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    await said(child, 'Walnut');
    return { pid: child.pid ?? 0, url, stop: () => end(child) };
  };
  return {
    ...{ server, db, load, start },
    startWalnut: async () => ({ ...(await start('src/start.js', {})), token: TOKEN }),
    async stop() {
      load.stop();
      await db.$disconnect();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function said(child: ChildProcess, word: string): Promise<void> {
  let output = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (part) => {
      output += String(part);
      if (output.includes(word)) resolve();
    });
    child.once('exit', () => reject(new Error(`it ended:\n${output}`)));
  });
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
