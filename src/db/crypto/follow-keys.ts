import type { Keyring } from './cipher.ts';
import { readKeyFile } from './key-file.ts';

/** How often the key file is looked at: while it trades, the key may be changed by another process. */
export const FOLLOW_MS = 2_000;

/** Takes the keys of the file in `dataDir` as it changes, until it is stopped. A file that cannot be read is left. */
export function followKeyFile(
  dataDir: string,
  keyring: Pick<Keyring, 'setKeys'>,
  everyMs = FOLLOW_MS,
): () => void {
  const look = async (): Promise<void> => {
    const keys = await readKeyFile(dataDir).catch(() => undefined);
    if (keys) keyring.setKeys(keys);
  };
  const looking = setInterval(look, everyMs).unref();
  return () => clearInterval(looking);
}
