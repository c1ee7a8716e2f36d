import { join } from 'node:path';
import { keyFingerprint } from '../crypto/cipher.ts';
import { readSecretKey, SECRET_KEY_FILE } from '../crypto/key-file.ts';
import type { EmbeddedOptions } from '../embedded/embedded.ts';

export interface BackupOptions extends EmbeddedOptions {
  /** The key that is set; else the one in DATA_DIR counts. */
  readonly secretKey?: Uint8Array | undefined;
}

/** The fingerprint of the key that is set or kept in `dataDir`. */
export async function currentFingerprint(
  dataDir: string,
  { secretKey }: BackupOptions,
): Promise<string | undefined> {
  const key = secretKey ?? (await readSecretKey(dataDir).catch(() => undefined));
  return key && keyFingerprint(key);
}

/** Where the key with the fingerprint `wanted` must be put; undefined when it is there. */
export async function findMissingKey(
  dataDir: string,
  wanted: string | undefined,
  options: BackupOptions,
): Promise<string | undefined> {
  const here = await currentFingerprint(dataDir, options);
  if (here !== undefined && (wanted === undefined || here === wanted)) return undefined;
  return options.secretKey ? 'SECRET_KEY' : join(dataDir, SECRET_KEY_FILE);
}
