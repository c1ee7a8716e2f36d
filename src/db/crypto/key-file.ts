import { readFileSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, Fault } from '../fault.ts';

/** The file in DATA_DIR that holds the keys where no SECRET_KEY is set: one a line, the sealing one first. */
export const SECRET_KEY_FILE = 'secret.key';
export const SECRET_KEY_BYTES = 32;

/** The keys of an installation: all of them open, the first seals. */
export type SecretKeys = readonly [Uint8Array, ...Uint8Array[]];

/** The keys kept in `dataDir`; undefined where there are none. Throws a `Fault` where the file holds something else. */
export async function readKeyFile(dataDir: string): Promise<SecretKeys | undefined> {
  const file = join(dataDir, SECRET_KEY_FILE);
  try {
    return parseKeys(file, await readFile(file, 'utf8'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** … at once, while something waits to be opened. */
export function readKeyFileNow(dataDir: string): SecretKeys {
  const file = join(dataDir, SECRET_KEY_FILE);
  return parseKeys(file, readFileSync(file, 'utf8'));
}

function parseKeys(file: string, text: string): SecretKeys {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const [first, ...others] = lines.map((line) => Buffer.from(line, 'base64'));
  const isKey = (key: Uint8Array | undefined): boolean => key?.length === SECRET_KEY_BYTES;
  if (first && isKey(first) && others.every(isKey)) return [first, ...others];
  throw new Fault('wrong-key', `${file} holds no key: put back the one that was kept with your backup.`);
}

/** Replaces the file in one step: whoever reads it sees the old keys or the new ones. */
export async function writeKeyFile(dataDir: string, keys: SecretKeys): Promise<void> {
  const file = join(dataDir, SECRET_KEY_FILE);
  const half = `${file}.new`;
  await writeFile(half, formatKeys(keys), { mode: 0o600, flush: true });
  await rename(half, file);
}

export const formatKeys = (keys: SecretKeys): string =>
  keys.map((key) => Buffer.from(key).toString('base64')).join('\n');
