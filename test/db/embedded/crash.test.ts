import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ask, askUntilAnswered, open, scratchFolder, serverOf } from '../scratch.ts';
import { holdInOtherProcess } from './holding.ts';

describe('the embedded database after a crash', () => {
  let scratch: Awaited<ReturnType<typeof scratchFolder>>;
  let data: string;

  beforeAll(async () => {
    scratch = await scratchFolder();
    data = join(scratch.folder, 'data');
    await (await open(data)).stop();
  });
  afterAll(() => scratch[Symbol.asyncDispose]());

  it.each(['SIGKILL', 'SIGINT'] as const)(
    'outlives %s to the terminal of its process, and is adopted',
    async (signal) => {
      const holder = await holdInOtherProcess(data);
      await ask(holder.url, `CREATE TABLE IF NOT EXISTS kept AS SELECT 1 AS one`);
      const server = await serverOf(join(data, 'postgres'));
      await holder.kill(signal);
      const next = await open(data);
      expect(await serverOf(next.cluster)).toBe(server);
      expect(next.url).toBe(holder.url);
      expect(await ask(next.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
      expect(await next.stop()).toBe(true);
    },
  );

  it('starts at once after everything was killed, with what was committed', async () => {
    const holder = await holdInOtherProcess(data);
    await ask(holder.url, `CREATE TABLE committed AS SELECT '核桃' AS words`);
    const server = Number(await serverOf(join(data, 'postgres')));
    await holder.kill('SIGKILL');
    process.kill(server, 'SIGKILL');
    const next = await open(data);
    expect(await ask(next.url, 'SELECT words FROM committed')).toEqual([{ words: '核桃' }]);
    expect(await next.stop()).toBe(true);
  });

  it('starts though its last process id belongs to another program now', async () => {
    const stale = [process.pid, join(data, 'postgres'), 1, 5432, '', '127.0.0.1', '0 0', 'ready'].join('\n');
    await writeFile(join(data, 'postgres', 'postmaster.pid'), stale);
    const next = await open(data);
    expect(await ask(next.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await next.stop()).toBe(true);
  });

  it('comes back at the same address when its server is killed under a running app', async () => {
    const notice = vi.fn();
    const embedded = await open(data, { notice });
    process.kill(Number(await serverOf(embedded.cluster)), 'SIGKILL');
    expect(await askUntilAnswered(embedded.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(notice).toHaveBeenCalledWith('PostgreSQL went away; starting it again.');
    expect(await embedded.stop()).toBe(true);
    expect(await serverOf(embedded.cluster)).toBeUndefined();
  });

  it('is still ours when a crash of one session has thrown everybody out', async () => {
    const embedded = await open(data);
    const [session] = await ask(
      embedded.url,
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'walnut lease'`,
    );
    process.kill(Number(session?.pid), 'SIGKILL');
    await vi.waitFor(async () => {
      const leases = await ask(
        embedded.url,
        `SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory'`,
      );
      expect(leases).toEqual([{ count: 1 }]);
    }, 10_000);
    const other = await holdInOtherProcess(data);
    expect(await other.leave()).toBe(false);
    expect(await embedded.stop()).toBe(true);
  });
});
