import type pg from 'pg';
import { type Cipher, createCipher, createKeyring, fingerprintKey, type Keyring } from './cipher.ts';
import type { SecretKeys } from './key-file.ts';
import { sealedAt } from './sealed-columns.ts';

/** The value that is encrypted to prove a key. */
const CONSTANT = 'walnut';
const ROW_ID = 1;
export const CHECK_PLACE = sealedAt('secret_key.check_value', ROW_ID);
export const LASTING_PLACE = sealedAt('secret_key.lasting', ROW_ID);
/** The shortest envelope: format, nonce, tag and one character. An erased row holds less. */
export const LEAST_BYTES = 30;

/** Tables with encrypted rows of earlier releases. One of them proves the key of a database that has no check value. */
const SEALED_ROWS = ['message', 'session', 'inbox', 'address', 'conversation_message'];

/** Whether a key decrypts what is in a database; `unused`: nothing is encrypted there yet. */
export type KeyCheck = 'right' | 'wrong' | 'unused';

/** Tries the keys on the check value, or on rows from before there was one. Changes nothing. */
export async function checkKeys(client: pg.Client, [first, ...others]: SecretKeys): Promise<KeyCheck> {
  const sealed = await findSealed(client);
  if (sealed.length === 0) return 'unused';
  const cipher = createCipher(first, { others });
  return sealed.some((envelope) => opens(cipher, envelope)) ? 'right' : 'wrong';
}

function opens(cipher: Cipher, envelope: Uint8Array): boolean {
  try {
    cipher.decrypt(envelope, CHECK_PLACE);
    return true;
  } catch {
    return false;
  }
}

/** Whether anything in the database needs a key that was made before. */
export const isKeyed = async (client: pg.Client): Promise<boolean> => (await findSealed(client)).length > 0;

/** Checks the keys, and writes the check value where there is none. The first of two processes decides. */
export async function proveKeys(client: pg.Client, keys: SecretKeys): Promise<boolean> {
  const is = await checkKeys(client, keys);
  if (is === 'wrong') return false;
  const sealed = createCipher(keys[0]).encrypt(CONSTANT, CHECK_PLACE);
  await client.query(
    'INSERT INTO secret_key (id, check_value, is_bound) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING',
    [ROW_ID, sealed, is === 'unused'],
  );
  return (await checkKeys(client, keys)) === 'right';
}

/** What the database says of its keys. */
export interface KeyState {
  /** The key of lasting fingerprints. */
  readonly lasting: Uint8Array;
  /** Every value is bound to its place. */
  readonly isBound: boolean;
  /** The check value is under the first key: no value needs another. */
  readonly isRotated: boolean;
}

/** Reads it with keys that have been proven. */
export async function readKeyState(client: pg.Client, keys: SecretKeys): Promise<KeyState> {
  const { rows } = await client.query<{ value: Uint8Array; lasting: Uint8Array | null; isBound: boolean }>(
    'SELECT check_value AS value, lasting, is_bound AS "isBound" FROM secret_key WHERE id = $1',
    [ROW_ID],
  );
  const [row] = rows;
  if (!row) throw new Error('keys that were not proven');
  const proving = keys.findIndex((key) => opens(createCipher(key), row.value));
  const [first, ...others] = keys;
  const lasting = row.lasting
    ? Buffer.from(String(createCipher(first, { others }).decrypt(row.lasting, LASTING_PLACE)), 'base64')
    : fingerprintKey(keys[proving] ?? first);
  return { lasting, isBound: row.isBound, isRotated: proving === 0 };
}

/** The last step of a rotation: from now on the other keys open nothing that is needed. */
export async function writeRotated(client: pg.Client, key: Uint8Array, lasting: Uint8Array): Promise<void> {
  const cipher = createCipher(key);
  await client.query('UPDATE secret_key SET check_value = $2, lasting = $3, is_bound = true WHERE id = $1', [
    ROW_ID,
    cipher.encrypt(CONSTANT, CHECK_PLACE),
    cipher.encrypt(Buffer.from(lasting).toString('base64'), LASTING_PLACE),
  ]);
}

/** The keyring for what is in the database. */
export async function openKeyring(
  client: pg.Client,
  keys: SecretKeys,
  findKeys?: () => SecretKeys,
): Promise<Keyring> {
  const { lasting, isBound } = await readKeyState(client, keys);
  const [first, ...others] = keys;
  return createKeyring(first, { others, lasting, opensUnbound: !isBound, ...(findKeys && { findKeys }) });
}

async function findSealed(client: pg.Client): Promise<Uint8Array[]> {
  const values = await firstOf(client, 'secret_key', 'check_value');
  for (const table of SEALED_ROWS) {
    if (values.length > 0) break;
    values.push(...(await firstOf(client, table, 'sealed')));
  }
  return values;
}

/** A database of an earlier release may not have the table. */
async function firstOf(client: pg.Client, table: string, column: string): Promise<Uint8Array[]> {
  const { rows: tables } = await client.query('SELECT to_regclass($1) AS found', [`public.${table}`]);
  if (tables[0]?.found == null) return [];
  const { rows } = await client.query<{ sealed: Uint8Array }>(
    `SELECT ${column} AS sealed FROM ${table} WHERE octet_length(${column}) >= ${LEAST_BYTES} LIMIT 10`,
  );
  return rows.map(({ sealed }) => sealed);
}
