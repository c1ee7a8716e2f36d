import { join } from 'node:path';
import { keyFingerprint } from '../crypto/cipher.ts';
import { readKeyFile, SECRET_KEY_FILE } from '../crypto/key-file.ts';
import type { EmbeddedOptions } from '../embedded/embedded.ts';

export interface BackupOptions extends EmbeddedOptions {
  /** The keys that are set; else those in DATA_DIR count. */
  readonly secretKeys?: readonly Uint8Array[] | undefined;
}

/** The fingerprints of the keys that are set or kept in `dataDir`: two while the key is being changed. */
export async function currentFingerprints(
  dataDir: string,
  { secretKeys }: BackupOptions,
): Promise<readonly string[]> {
  const keys = secretKeys ?? (await readKeyFile(dataDir).catch(() => undefined)) ?? [];
  return keys.map(keyFingerprint);
}

/** Where keys with the fingerprints `wanted` must be put; undefined when all are there. */
export async function findMissingKey(
  dataDir: string,
  wanted: readonly string[],
  options: BackupOptions,
): Promise<string | undefined> {
  const here = await currentFingerprints(dataDir, options);
  if (here.length > 0 && wanted.every((one) => here.includes(one))) return undefined;
  return options.secretKeys ? 'SECRET_KEY' : join(dataDir, SECRET_KEY_FILE);
}
