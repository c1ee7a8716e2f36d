import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type pg from 'pg';
import type { Config } from './config.ts';
import { withConnection } from './db/connection/connection.ts';
import type { Keyring } from './db/crypto/cipher.ts';
import { isKeyed, openKeyring, proveKeys } from './db/crypto/key-check.ts';
import {
  formatKeys,
  readKeyFile,
  readKeyFileNow,
  SECRET_KEY_BYTES,
  SECRET_KEY_FILE,
  type SecretKeys,
} from './db/crypto/key-file.ts';
import { errorCode, Fault } from './db/fault.ts';

/**
 * The installation's keys: those that are set, else those kept in DATA_DIR, where one is made for a database in which
 * nothing has been sealed yet. Throws a `Fault` where the key is missing or opens nothing there.
 */
export const provenKeyring = (database: Config['database'], databaseUrl: string): Promise<Keyring> =>
  withConnection(databaseUrl, async (client) => {
    const given = await givenOrJustMade(client, database);
    const keys = given ?? (await makeSecretKey(database));
    if (!(await proveKeys(client, keys))) throw wrongKey(database);
    return openKeyring(client, keys, isKept(database) ? () => readKeyFileNow(database.dataDir) : undefined);
  });

/** Another process may have made the key, and sealed with it, between two looks. */
async function givenOrJustMade(
  client: pg.Client,
  database: Config['database'],
): Promise<SecretKeys | undefined> {
  const given = await givenSecretKeys(database);
  if (given || !(await isKeyed(client))) return given;
  const made = await givenSecretKeys(database);
  if (!made) throw missingKey(database);
  return made;
}

type Kept = Extract<Config['database'], { is: 'embedded' }>;

/** Whether the keys are those of the file in DATA_DIR. */
export const isKept = (database: Config['database']): database is Kept =>
  database.is === 'embedded' && database.secretKey === undefined;

/** The keys that are set, or kept; nothing where there are none yet. */
export async function givenSecretKeys(database: Config['database']): Promise<SecretKeys | undefined> {
  const { secretKey, otherSecretKeys = [] } = database;
  if (secretKey) return [secretKey, ...otherSecretKeys];
  return isKept(database) ? readKeyFile(database.dataDir) : undefined;
}

/** Where the key comes from, as people know it. */
export const keyPlace = (database: Config['database']): string =>
  isKept(database) ? join(resolve(database.dataDir), SECRET_KEY_FILE) : 'SECRET_KEY';

/** What to do about a key that is missing or wrong. */
export const keyAdvice = (database: Config['database']): string =>
  isKept(database)
    ? 'put back the key that was kept beside its backup (<backup>.key)'
    : 'set the key with which the shop was opened first';

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
async function makeSecretKey(database: Config['database']): Promise<SecretKeys> {
  const made: SecretKeys = [randomBytes(SECRET_KEY_BYTES)];
  if (database.is === 'server') return [database.secretKey];
  await mkdir(database.dataDir, { recursive: true, mode: 0o711 });
  try {
    const file = join(database.dataDir, SECRET_KEY_FILE);
    await writeFile(file, formatKeys(made), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  return (await readKeyFile(database.dataDir)) ?? made;
}
