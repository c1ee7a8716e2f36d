import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Embedded } from '../../../src/db/embedded/embedded.ts';
import { ask, askUntilAnswered, open, scratchFolder, serverOf } from '../scratch.ts';

/** Longer than a start takes. */
const TAKEN_MS = 1_000;

/** Somebody else's program on `port`, if it is free. */
async function listenOn(port: number): Promise<Server | undefined> {
  const server = createServer((socket) => socket.destroy());
  const { promise, resolve } = Promise.withResolvers<Server | undefined>();
  server.once('error', () => resolve(undefined));
  server.listen(port, '127.0.0.1', () => resolve(server));
  return promise;
}

describe('an embedded server that dies under a running app', () => {
  let scratch: Awaited<ReturnType<typeof scratchFolder>>;
  let embedded: Embedded;
  let notices: string[];

  beforeAll(async () => {
    scratch = await scratchFolder();
    await (await open(join(scratch.folder, 'data'))).stop();
  });
  afterAll(() => scratch[Symbol.asyncDispose]());
  beforeEach(async () => {
    notices = [];
    const notice = (line: string) => void notices.push(line);
    embedded = await open(join(scratch.folder, 'data'), { notice });
  });
  afterEach(() => embedded.stop());

  const kill = async (): Promise<void> => {
    process.kill(Number(await serverOf(embedded.cluster)), 'SIGKILL');
  };
  const isBack = () => askUntilAnswered(embedded.url, 'SELECT 1 AS one');
  const leases = async (): Promise<unknown> => {
    const query = `SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = 'walnut lease'`;
    return (await ask(embedded.url, query))[0]?.count;
  };

  it('comes back every time, with one connection to hold it, and says so in two lines', async () => {
    for (let time = 1; time <= 3; time += 1) {
      await kill();
      await expect.poll(() => notices.length).toBe(2 * time);
      await isBack();
    }
    expect(await leases()).toBe(1);
    expect(notices.slice(0, 2)).toEqual(['PostgreSQL went away; starting it again.', 'PostgreSQL is back.']);
  });

  it('comes back at its own address, though somebody else has that port for a while', async () => {
    const port = Number(new URL(embedded.url).port);
    await kill();
    const stranger = await vi.waitUntil(() => listenOn(port), { interval: 1, timeout: 5_000 });
    await pause(TAKEN_MS);
    await new Promise((resolve) => stranger.close(resolve));
    expect(await isBack()).toEqual([{ one: 1 }]);
  });

  it('comes back by itself once whatever kept it from starting is over', async () => {
    const settings = join(embedded.cluster, 'postgresql.auto.conf');
    const good = await readFile(settings, 'utf8');
    await appendFile(settings, 'no_such_setting = 1\n');
    await kill();
    await expect.poll(() => notices.length).toBe(2);
    await writeFile(settings, good);
    expect(await isBack()).toEqual([{ one: 1 }]);
    await expect.poll(() => notices.at(-1)).toBe('PostgreSQL is back.');
    expect(notices).toHaveLength(3);
  });

  it('does not keep the app from stopping while it cannot start', async () => {
    const settings = join(embedded.cluster, 'postgresql.auto.conf');
    const good = await readFile(settings, 'utf8');
    await appendFile(settings, 'no_such_setting = 1\n');
    await kill();
    await expect.poll(() => notices.length).toBe(2);
    expect(await embedded.stop()).toBe(false);
    await writeFile(settings, good);
    expect(await serverOf(embedded.cluster)).toBeUndefined();
  });
});
