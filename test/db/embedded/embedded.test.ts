import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdDatabase } from '../../../src/commands/database.ts';
import { readConfig } from '../../../src/config.ts';
import { beginEmbedded } from '../../../src/db/embedded/embedded.ts';
import { diagnose } from '../../../src/doctor.ts';
import { ask, open, scratchFolder, serverOf } from '../scratch.ts';
import { holdInOtherProcess } from './holding.ts';

describe('the embedded database', () => {
  let scratch: Awaited<ReturnType<typeof scratchFolder>>;
  let data: string;

  beforeAll(async () => {
    scratch = await scratchFolder();
    data = join(scratch.folder, '核桃 data');
    await (await open(data)).stop();
  });
  afterAll(() => scratch[Symbol.asyncDispose]());

  it('counts Chinese characters, lowers letters and finds trigrams, whatever the environment', async () => {
    const holder = await holdInOtherProcess(data);
    const words = `SELECT length('核桃') AS length, lower('ÀÉ') AS lower, current_setting('server_encoding') AS encoding`;
    expect(await ask(holder.url, words)).toEqual([{ length: 2, lower: 'àé', encoding: 'UTF8' }]);
    await ask(holder.url, 'CREATE EXTENSION pg_trgm');
    expect(await ask(holder.url, `SELECT cardinality(show_trgm('山西核桃')) AS trigrams`)).toEqual([
      { trigrams: 5 },
    ]);
    expect(await holder.leave()).toBe(true);
  });

  it('starts again and keeps what it was told', async () => {
    const first = await open(data);
    await ask(first.url, `CREATE TABLE note AS SELECT '核桃' AS words`);
    await first.stop();
    const second = await open(data);
    expect(await ask(second.url, 'SELECT words FROM note')).toEqual([{ words: '核桃' }]);
    await second.stop();
  });

  it('comes up while its process has no time for it', async () => {
    const { cluster, stop } = await open(data);
    await stop();
    const { opened } = await beginEmbedded(data, { isDurable: false });
    const giveUp = Date.now() + 60_000;
    while (!isReady(cluster) && Date.now() < giveUp);
    expect(isReady(cluster)).toBe(true);
    await (await opened).stop();
  });

  it('is told what keeps it from opening when it is awaited, however late', async () => {
    await writeFile(join(scratch.folder, 'no folder'), '');
    const { opened } = await beginEmbedded(join(scratch.folder, 'no folder', 'data'));
    await new Promise(setImmediate);
    await expect(opened).rejects.toMatchObject({ code: 'folder' });
  });

  it('is shared by several processes, and the last to leave stops it', async () => {
    const ours = await open(data);
    const other = await holdInOtherProcess(data);
    expect(other.url).toBe(ours.url);
    expect(await ours.stop()).toBe(false);
    expect(await ask(other.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await other.leave()).toBe(true);
    expect(await serverOf(ours.cluster)).toBeUndefined();
  });

  it('is stopped by exactly one of many that come and leave at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => open(data)));
    expect(new Set(all.map(({ url }) => url)).size).toBe(1);
    const stopped = await Promise.all(all.map((each) => each.stop()));
    expect(stopped.filter(Boolean)).toHaveLength(1);
  });

  it('can be opened while the last one leaves', async () => {
    const leaving = await open(data);
    const [, coming] = await Promise.all([leaving.stop(), open(data)]);
    expect(await ask(coming.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await coming.stop()).toBe(true);
  });

  it('answers on this machine only, to a password that only its owner can read', async () => {
    const embedded = await open(data);
    const stranger = new URL(embedded.url);
    stranger.password = 'guess';
    await expect(ask(stranger.href, 'SELECT 1')).rejects.toMatchObject({ code: 'unreachable' });
    expect(await ask(embedded.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect((await stat(join(data, 'postgres.password'))).mode & 0o777).toBe(0o600);
    await embedded.stop();
  });

  it('writes nothing that people told us into its log', async () => {
    const embedded = await open(data);
    const broken = ask(embedded.url, `SELECT '13800001234'::date`);
    await expect(broken).rejects.toThrow('13800001234');
    expect(await readFile(join(embedded.cluster, 'server.log'), 'utf8')).not.toContain('13800001234');
    await embedded.stop();
  });

  it('says what to do about data of another major version', async () => {
    const other = join(scratch.folder, 'other');
    await mkdir(join(other, 'postgres'), { recursive: true });
    await writeFile(join(other, 'postgres', 'PG_VERSION'), '15\n');
    const message =
      /made by PostgreSQL 15 and this Walnut brings 18; nothing was changed\. .*npm run database.*pg_dump .*mv (.*)\/postgres \1\/postgres-15,.*pg_restore [^\n]*$/;
    await expect(open(other)).rejects.toMatchObject({
      code: 'other-version',
      message: expect.stringMatching(message),
    });
    const database = (await diagnose(readConfig({ DATA_DIR: other })).next()).value;
    expect(database).toMatchObject({ is: 'wrong', said: expect.stringMatching(message) });
    expect(await readdir(join(other, 'postgres'))).toEqual(['PG_VERSION']);
  });

  it('stays open for other programs until it is ended, and for nothing else of Walnut', async () => {
    const leaving = new AbortController();
    const printed = Promise.withResolvers<string>();
    const hear = (line: string): void => {
      if (line.includes('postgresql:')) printed.resolve(line);
    };
    const held = holdDatabase(data, hear, leaving.signal);
    const url = /postgresql:\S+$/.exec(await printed.promise)?.[0] ?? '';
    expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    leaving.abort();
    await held;
    await expect(ask(url, 'SELECT 1')).rejects.toThrow();
  });

  it('says what to do when its password was lost', async () => {
    const file = join(data, 'postgres.password');
    const password = await readFile(file);
    await rm(file);
    const message = expect.stringMatching(
      /^The password of .* was changed or lost: bring the file postgres.password/,
    );
    await expect(open(data)).rejects.toMatchObject({ code: 'folder', message });
    await writeFile(file, password, { mode: 0o600 });
    await (await open(data)).stop();
  });

  it('says in one line that a folder cannot be used', async () => {
    await writeFile(join(scratch.folder, 'file'), '');
    await expect(open(join(scratch.folder, 'file', 'data'))).rejects.toMatchObject({
      code: 'folder',
      message: expect.stringMatching(/^Walnut may not write in .*DATA_DIR.*\.$/),
    });
  });
});

/** As the server itself says in the eighth line of its file. */
function isReady(cluster: string): boolean {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}
