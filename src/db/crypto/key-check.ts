import type pg from 'pg';
import type { Cipher } from './cipher.ts';

/** The value that is encrypted to prove a key. */
const CONSTANT = 'walnut';
const KEY_ID = 1;
/** The shortest envelope: key id, nonce, tag and one character. */
const LEAST_BYTES = 30;

/** Tables with encrypted rows. One row proves the key of a database that has no check value yet. */
const SEALED_ROWS = ['message', 'session', 'inbox', 'address', 'conversation_message'];

/** Whether a key decrypts what is in a database; `unused`: nothing is encrypted there yet. */
export type KeyCheck = 'right' | 'wrong' | 'unused';

/** Tries the key on the check value, or on rows from before there was one. Changes nothing. */
export async function checkKey(client: pg.Client, cipher: Cipher): Promise<KeyCheck> {
  const sealed = await findSealed(client);
  if (sealed.length === 0) return 'unused';
  return sealed.some((envelope) => opens(cipher, envelope)) ? 'right' : 'wrong';
}

function opens(cipher: Cipher, envelope: Uint8Array): boolean {
  try {
    cipher.decrypt(envelope);
    return true;
  } catch {
    return false;
  }
}

/** Whether anything in the database needs a key that was made before. */
export const isKeyed = async (client: pg.Client): Promise<boolean> => (await findSealed(client)).length > 0;

/** Checks the key, and writes the check value where there is none. The first of two processes decides. */
export async function proveKey(client: pg.Client, cipher: Cipher): Promise<boolean> {
  if ((await checkKey(client, cipher)) === 'wrong') return false;
  await client.query('INSERT INTO secret_key (id, check_value) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING', [
    KEY_ID,
    cipher.encrypt(CONSTANT),
  ]);
  return (await checkKey(client, cipher)) === 'right';
}

async function findSealed(client: pg.Client): Promise<Uint8Array[]> {
  const values = await firstOf(client, 'secret_key', 'check_value');
  for (const table of SEALED_ROWS) {
    if (values.length > 0) break;
    values.push(...(await firstOf(client, table, 'sealed')));
  }
  return values;
}

/** A database of an earlier release may not have the table; an erased row holds nothing. */
async function firstOf(client: pg.Client, table: string, column: string): Promise<Uint8Array[]> {
  const { rows: tables } = await client.query('SELECT to_regclass($1) AS found', [`public.${table}`]);
  if (tables[0]?.found == null) return [];
  const { rows } = await client.query<{ sealed: Uint8Array }>(
    `SELECT ${column} AS sealed FROM ${table} WHERE octet_length(${column}) >= ${LEAST_BYTES} LIMIT 10`,
  );
  return rows.map(({ sealed }) => sealed);
}
