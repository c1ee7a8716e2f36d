import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SECRET_KEY_FILE } from './db/backup.ts';
import { errorCode } from './db/fault.ts';

const BYTES = 32;

/** The key under which people's words are sealed: kept in `dataDir`, readable by its owner alone; made when there is none. */
export async function keptSecretKey(dataDir: string): Promise<Uint8Array> {
  const file = join(dataDir, SECRET_KEY_FILE);
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  try {
    await writeFile(file, randomBytes(BYTES).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  const key = Buffer.from(await readFile(file, 'utf8'), 'base64');
  if (key.length !== BYTES)
    throw new Error(`${file} holds no key: put back the one that was kept with your backup.`);
  return key;
}
