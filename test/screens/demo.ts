import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const START_MS = 60_000;

/** The demo as `npm start` gives it to a newcomer, in a folder and on a port of its own. */
export interface Demo extends AsyncDisposable {
  readonly buyer: string;
  /** Links that work once. */
  readonly seller: string;
  readonly office: string;
}

export async function startDemo(): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'walnut-screens-'));
  const child = spawn(process.execPath, ['src/start.js'], {
    cwd: ROOT,
    env: { ...demoEnvironment(), DATA_DIR: folder, PORT: String(await freePort()), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const links = await printedLinks(child);
  return {
    ...links,
    async [Symbol.asyncDispose]() {
      const isGone = once(child, 'exit');
      child.kill('SIGTERM');
      await isGone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Settings of this shell would make it somebody's real village. */
const demoEnvironment = (): NodeJS.ProcessEnv => {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, ...(TMPDIR && { TMPDIR }) };
};

async function printedLinks(child: ChildProcess): Promise<Pick<Demo, 'buyer' | 'seller' | 'office'>> {
  let printed = '';
  const timer = setTimeout(() => child.kill('SIGTERM'), START_MS);
  try {
    for await (const chunk of child.stdout ?? []) {
      printed += String(chunk);
      const [buyer, seller, office] = printed.match(/http:\/\/\S+/g) ?? [];
      if (buyer && seller && office && printed.includes('Ctrl-C')) {
        child.stdout?.resume();
        return { buyer, seller, office };
      }
    }
  } finally {
    clearTimeout(timer);
  }
  throw new Error(`the demo did not start:\n${printed}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
