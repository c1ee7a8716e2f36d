import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backup } from '../../../src/db/backup/backup.ts';
import { restore } from '../../../src/db/backup/restore.ts';
import { SECRET_KEY_FILE } from '../../../src/db/crypto/key-file.ts';
import { migrate } from '../../../src/db/migrations/migrate.ts';
import { holdInOtherProcess } from '../embedded/holding.ts';
import { ask, open, scratchFolder } from '../scratch.ts';

const options = { isDurable: false };
const NOTES = 'SELECT words FROM note ORDER BY words';

describe('backup and restore', () => {
  let scratch: Awaited<ReturnType<typeof scratchFolder>>;
  let data: string;
  let saved: string;

  beforeAll(async () => {
    scratch = await scratchFolder();
    data = join(scratch.folder, 'data');
    saved = join(scratch.folder, 'saved');
    const embedded = await open(data);
    await migrate(embedded.url);
    await ask(embedded.url, `CREATE TABLE note AS SELECT '核桃' AS words`);
    await ask(embedded.url, 'CREATE TABLE sale (id int GENERATED ALWAYS AS IDENTITY)');
    await writeFile(join(data, SECRET_KEY_FILE), 'the key');
    await whileSelling(embedded.url, () => backup(data, saved, options));
    await embedded.stop();
  });
  afterAll(() => scratch[Symbol.asyncDispose]());

  it('keeps the secret key beside the backup and never inside', async () => {
    expect(await readFile(`${saved}.key`, 'utf8')).toBe('the key');
    const names = await readdir(saved, { recursive: true });
    expect(names.filter((name) => name.includes('key'))).toEqual([]);
  });

  it('brings a village back whole, though its shop was open and busy during the copy', async () => {
    const other = join(scratch.folder, 'other');
    const { previous, missingKey } = await restore(saved, other, options);
    expect(previous).toBeUndefined();
    expect(missingKey).toBe(join(other, SECRET_KEY_FILE));
    const embedded = await open(other);
    expect(await ask(embedded.url, NOTES)).toEqual([{ words: '核桃' }]);
    const [sale] = await ask(
      embedded.url,
      'SELECT count(*)::int AS sold, count(*)::int % 100 AS torn FROM sale',
    );
    expect(sale).toEqual({ sold: expect.toSatisfy((sold: number) => sold >= 100), torn: 0 });
    await embedded.stop();
  });

  it('says that there is no such folder where its disk is not there', async () => {
    const away = join(scratch.folder, 'no-disk', 'saved');
    await expect(backup(data, away, options)).rejects.toMatchObject({
      code: 'folder',
      message: expect.stringContaining('no-disk: is its disk connected?'),
    });
  });

  it('says that the key of that time is missing where another one stands', async () => {
    const [keyed, strange] = [join(scratch.folder, 'keyed'), join(scratch.folder, 'strange')];
    const [key, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const place = join(strange, SECRET_KEY_FILE);
    await backup(data, keyed, { ...options, secretKeys: [key] });
    const missing = async (secretKey?: Uint8Array) =>
      (await restore(keyed, strange, { ...options, secretKeys: secretKey && [secretKey] })).missingKey;
    expect(await missing()).toBe(place);
    await writeFile(place, other.toString('base64'));
    expect(await missing()).toBe(place);
    expect(await missing(other)).toBe('SECRET_KEY');
    expect(await missing(key)).toBeUndefined();
    await writeFile(place, key.toString('base64'));
    expect(await missing()).toBeUndefined();
  });

  it('is refused while the app runs, and changes nothing', async () => {
    const app = await holdInOtherProcess(data);
    await expect(restore(saved, data, options)).rejects.toMatchObject({
      code: 'in-use',
      message: expect.stringContaining('stop it first'),
    });
    expect(await ask(app.url, NOTES)).toEqual([{ words: '核桃' }]);
    await app.leave();
  });

  it('puts the data from before aside, also that of an app that was killed', async () => {
    const app = await holdInOtherProcess(data);
    await ask(app.url, `INSERT INTO note VALUES ('later')`);
    await app.kill('SIGKILL');
    const { previous } = await restore(saved, data, options);
    const now = await open(data);
    expect(await ask(now.url, NOTES)).toEqual([{ words: '核桃' }]);
    await now.stop();
    const before = await open(String(previous));
    expect(await ask(before.url, NOTES)).toEqual([{ words: 'later' }, { words: '核桃' }]);
    await before.stop();
  });

  it('is refused where the target exists or there is nothing to copy', async () => {
    await expect(backup(data, saved, options)).rejects.toMatchObject({ code: 'target' });
    const nothing = join(scratch.folder, 'nothing');
    await expect(backup(nothing, join(scratch.folder, 'new'), options)).rejects.toThrow(
      'There is no database in',
    );
    expect(existsSync(join(scratch.folder, 'new'))).toBe(false);
  });

  it('is refused among Walnut’s own files, where it and its key might be committed', async () => {
    const checkout = join(import.meta.dirname, '..', '..', '..');
    await symlink(checkout, join(scratch.folder, 'link'));
    for (const target of [
      join(checkout, 'saved'),
      join(checkout, '.data', 'saved'),
      join(checkout, '..saved'),
      join(scratch.folder, 'link', 'saved'),
    ]) {
      await expect(backup(data, target, options)).rejects.toMatchObject({
        code: 'target',
        message: expect.stringContaining("inside Walnut's own folder"),
      });
      expect(existsSync(target) || existsSync(`${target}.key`)).toBe(false);
    }
  });

  it('refuses half a backup and one that does not start, and leaves what was there', async () => {
    const half = join(scratch.folder, 'half');
    await cp(saved, half, { recursive: true });
    await rm(join(half, 'postgres', 'global', 'pg_control'));
    await expect(restore(half, data, options)).rejects.toMatchObject({ code: 'start' });
    await rm(join(half, 'walnut-backup.json'));
    await expect(restore(half, data, options)).rejects.toMatchObject({ code: 'bad-backup' });
    const embedded = await open(data);
    expect(await ask(embedded.url, NOTES)).toEqual([{ words: '核桃' }]);
    await embedded.stop();
    expect((await readdir(data)).filter((name) => name.startsWith('restore-'))).toEqual([]);
  });
});

/** Sells by the hundred, over and over, until `act` is done. */
async function whileSelling(url: string, act: () => Promise<unknown>): Promise<void> {
  const sell = (): Promise<unknown> => ask(url, 'INSERT INTO sale SELECT FROM generate_series(1, 100)');
  let isOpen = true;
  const selling = (async () => {
    while (isOpen) await sell();
  })();
  await sell();
  await act();
  isOpen = false;
  await selling;
}
