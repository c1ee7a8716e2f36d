import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Config } from '../src/config.ts';
import { CHECK_PLACE } from '../src/db/crypto/key-check.ts';
import { SECRET_KEY_FILE } from '../src/db/crypto/key-file.ts';
import { provenKeyring } from '../src/secret-key.ts';
import { type FreshDatabase, freshDatabase } from './support/database.ts';
import { sealedEarlier } from './support/earlier-seal.ts';

const provenCipher = async (database: Config['database'], url: string) =>
  (await provenKeyring(database, url)).cipher;

const secret = (sign: number) => Buffer.alloc(32, sign);

/** A database, and a folder where a key may be kept. */
async function inHouse(
  act: (house: { database: FreshDatabase; dataDir: string; file: string }) => Promise<void>,
) {
  await using database = await freshDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'walnut-key-'));
  const file = join(dataDir, SECRET_KEY_FILE);
  await act({ database, dataDir, file }).finally(() => rm(dataDir, { recursive: true, force: true }));
}

const sealMessage = async ({ db }: FreshDatabase, sealed: Uint8Array<ArrayBuffer>) => {
  await db.inbox.create({
    data: { channel: 'web-buyer', address: 'x', key: 'k', seq: 1n, at: new Date(), sealed, state: 'handled' },
  });
};

it('the first start makes a key, and every other, also at the same time, finds the same', () =>
  inHouse(async ({ database: { url }, dataDir }) => {
    const start = () => provenCipher({ is: 'embedded', dataDir }, url);
    const [one, other] = await Promise.all([start(), start()]);
    expect(other.decrypt(one.encrypt('核桃', CHECK_PLACE), CHECK_PLACE)).toBe('核桃');
    expect((await start()).decrypt(one.encrypt('核桃', CHECK_PLACE), CHECK_PLACE)).toBe('核桃');
  }));

it('no new key is made for a database that needs the old one: the start says which is missing', () =>
  inHouse(async ({ database: { url }, dataDir, file }) => {
    await provenCipher({ is: 'embedded', dataDir }, url);
    const kept = await readFile(file);
    await rm(file);
    await expect(provenCipher({ is: 'embedded', dataDir }, url)).rejects.toMatchObject({
      code: 'missing-key',
      message: expect.stringMatching(/^The secret key .*secret\.key is not there.*put back the key[^\n]*$/),
    });
    expect(existsSync(file)).toBe(false);
    await writeFile(file, kept);
    await provenCipher({ is: 'embedded', dataDir }, url);
  }));

it('a key that does not open what is there is refused in one line, whoever brings it', () =>
  inHouse(async ({ database: { url }, dataDir, file }) => {
    await provenCipher({ is: 'server', url, directUrl: url, secretKey: secret(1) }, url);
    await expect(
      provenCipher({ is: 'server', url, directUrl: url, secretKey: secret(2) }, url),
    ).rejects.toMatchObject({
      code: 'wrong-key',
      message: expect.stringMatching(/^The secret key in SECRET_KEY does not open[^\n]*$/),
    });
    await writeFile(file, secret(2).toString('base64'));
    await expect(provenCipher({ is: 'embedded', dataDir }, url)).rejects.toMatchObject({ code: 'wrong-key' });
    await writeFile(file, 'half a key');
    await expect(provenCipher({ is: 'embedded', dataDir }, url)).rejects.toMatchObject({ code: 'wrong-key' });
  }));

it('a database of an earlier release is known by what was sealed in it', () =>
  inHouse(async ({ database, dataDir }) => {
    const { url } = database;
    await sealMessage(database, sealedEarlier(secret(1), { body: 'hello' }));
    await expect(provenCipher({ is: 'embedded', dataDir }, url)).rejects.toMatchObject({
      code: 'missing-key',
    });
    const server = (sign: number) =>
      provenCipher({ is: 'server', url, directUrl: url, secretKey: secret(sign) }, url);
    await expect(server(2)).rejects.toMatchObject({ code: 'wrong-key' });
    expect(await database.db.secretKey.count()).toBe(0);
    await server(1);
    expect(await database.db.secretKey.count()).toBe(1);
  }));

it('of two processes with different keys at a new database, one is refused', () =>
  inHouse(async ({ database: { url } }) => {
    const starts = [1, 2].map((sign) =>
      provenCipher({ is: 'server', url, directUrl: url, secretKey: secret(sign) }, url),
    );
    const ends = await Promise.allSettled(starts);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  }));
