import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { Fault } from '../fault.ts';
import type { Cipher } from './cipher.ts';
import { FOLLOW_MS } from './follow-keys.ts';
import { openKeyring, readKeyState, writeRotated } from './key-check.ts';
import { readKeyFile, SECRET_KEY_BYTES, type SecretKeys, writeKeyFile } from './key-file.ts';
import { type Resealed, resealAll } from './reseal.ts';

/** By now every process that follows the key file has the new key, also one that was busy. */
const SETTLE_MS = 3 * FOLLOW_MS;
/** A process that seals with an old key makes work for every pass. */
const MOST_PASSES = 10;
/** Of the advisory lock: one rotation at a time. */
const LOCK = 7_259_114;

export interface RotationOptions {
  /** Where the key file is; nothing where the keys are set. */
  readonly dataDir?: string | undefined;
  readonly settleMs?: number;
  readonly report?: (done: Resealed) => void | Promise<void>;
  /** Writes anew what was computed with an old key, beside what is sealed. */
  readonly rekey?: (cipher: Cipher) => Promise<void>;
}

/** Puts a new key in front of the one in the file; where a rotation was begun before, its keys. */
export async function beginRotation(dataDir: string, keys: SecretKeys): Promise<SecretKeys> {
  if (keys.length > 1) return keys;
  const both: SecretKeys = [randomBytes(SECRET_KEY_BYTES), ...keys];
  await writeKeyFile(dataDir, both);
  return both;
}

/**
 * Seals everything with the first of the keys, while other processes go on. It may be killed at any time and run again:
 * the check value and the file change when nothing needs the other keys. Returns how many values were sealed.
 */
export async function rotate(
  client: pg.Client,
  keys: SecretKeys,
  { dataDir, settleMs = SETTLE_MS, report = () => {}, rekey = async () => {} }: RotationOptions,
): Promise<number> {
  await lock(client);
  if (dataDir) await wait(settleMs);
  const { cipher } = await openKeyring(client, keys);
  const count = await resealUntilDone(client, cipher, keys[0], report);
  await rekey(cipher);
  const { lasting } = await readKeyState(client, keys);
  await writeRotated(client, keys[0], lasting);
  if (dataDir) await dropOld(dataDir, keys[0]);
  return count;
}

async function lock(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1) AS free', [LOCK]);
  if (!rows[0]?.free) throw new Fault('in-use', 'The key is being changed by another process already.');
}

async function resealUntilDone(
  client: pg.Client,
  cipher: Cipher,
  secret: Uint8Array,
  report: (done: Resealed) => void | Promise<void>,
): Promise<number> {
  let total = 0;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const count = await resealAll(client, cipher, secret, report);
    total += count;
    if (count === 0) return total;
  }
  throw new Fault(
    'in-use',
    'A process still seals with the old key: restart all of them with the new key as SECRET_KEY and the old one in ' +
      'OTHER_SECRET_KEYS, then run this again.',
  );
}

async function dropOld(dataDir: string, secret: Uint8Array): Promise<void> {
  const [first] = (await readKeyFile(dataDir)) ?? [];
  if (first && Buffer.from(first).equals(secret)) await writeKeyFile(dataDir, [secret]);
}
