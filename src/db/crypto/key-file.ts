import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, Fault } from '../fault.ts';

/** The file in DATA_DIR that holds SECRET_KEY where nobody set one. */
export const SECRET_KEY_FILE = 'secret.key';
export const SECRET_KEY_BYTES = 32;

/** The key kept in `dataDir`; undefined where there is none. Throws a `Fault` where the file holds something else. */
export async function readSecretKey(dataDir: string): Promise<Uint8Array | undefined> {
  const file = join(dataDir, SECRET_KEY_FILE);
  try {
    const key = Buffer.from(await readFile(file, 'utf8'), 'base64');
    if (key.length === SECRET_KEY_BYTES) return key;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  throw new Fault('wrong-key', `${file} holds no key: put back the one that was kept with your backup.`);
}
