import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type pg from 'pg';
import type { Config } from './config.ts';
import { withConnection } from './db/connection/connection.ts';
import { type Cipher, createCipher } from './db/crypto/cipher.ts';
import { isKeyed, proveKey } from './db/crypto/key-check.ts';
import { readSecretKey, SECRET_KEY_BYTES, SECRET_KEY_FILE } from './db/crypto/key-file.ts';
import { errorCode, Fault } from './db/fault.ts';

/**
 * The cipher under the installation's key: the one that is set, else the one kept in DATA_DIR, which is made for a
 * database in which nothing has been sealed yet. Throws a `Fault` where the key is missing or opens nothing there.
 */
export const provenCipher = (database: Config['database'], databaseUrl: string): Promise<Cipher> =>
  withConnection(databaseUrl, async (client) => {
    const given = await givenOrJustMade(client, database);
    const cipher = createCipher(given ?? (await makeSecretKey(database)));
    if (!(await proveKey(client, cipher))) throw wrongKey(database);
    return cipher;
  });

/** Another process may have made the key, and sealed with it, between two looks. */
async function givenOrJustMade(
  client: pg.Client,
  database: Config['database'],
): Promise<Uint8Array | undefined> {
  const given = await givenSecretKey(database);
  if (given || !(await isKeyed(client))) return given;
  const made = await givenSecretKey(database);
  if (!made) throw missingKey(database);
  return made;
}

/** The key that is set, or kept; nothing where there is none yet. */
export async function givenSecretKey(database: Config['database']): Promise<Uint8Array | undefined> {
  if (database.is === 'server' || database.secretKey) return database.secretKey;
  return readSecretKey(database.dataDir);
}

/** Where the key comes from, as people know it. */
export const keyPlace = (database: Config['database']): string =>
  database.is === 'server' || database.secretKey
    ? 'SECRET_KEY'
    : join(resolve(database.dataDir), SECRET_KEY_FILE);

/** What to do about a key that is missing or wrong. */
export const keyAdvice = (database: Config['database']): string =>
  keyPlace(database) === 'SECRET_KEY'
    ? 'set the key with which the shop was opened first'
    : 'put back the key that was kept beside its backup (<backup>.key)';

const missingKey = (database: Config['database']): Fault =>
  new Fault(
    'missing-key',
    `The secret key ${keyPlace(database)} is not there, and a new one would not open what is in the database: ` +
      `${keyAdvice(database)}.`,
  );

const wrongKey = (database: Config['database']): Fault =>
  new Fault(
    'wrong-key',
    `The secret key in ${keyPlace(database)} does not open what is in the database: ${keyAdvice(database)}.`,
  );

/** Readable by its owner alone. Another process may make it at the same time: then its key is ours. */
async function makeSecretKey(database: Config['database']): Promise<Uint8Array> {
  const made = randomBytes(SECRET_KEY_BYTES);
  if (database.is === 'server') return database.secretKey;
  await mkdir(database.dataDir, { recursive: true, mode: 0o711 });
  try {
    const file = join(database.dataDir, SECRET_KEY_FILE);
    await writeFile(file, made.toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  return (await readSecretKey(database.dataDir)) ?? made;
}
