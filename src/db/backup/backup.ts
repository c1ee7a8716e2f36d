import { randomUUID } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { withConnection } from '../connection/connection.ts';
import { SECRET_KEY_FILE } from '../crypto/key-file.ts';
import { PASSWORD_FILE } from '../embedded/cluster.ts';
import { openEmbedded } from '../embedded/embedded.ts';
import { findPlace, type Place, SYSTEM_DIR } from '../embedded/place.ts';
import { Fault, folderFault } from '../fault.ts';
import { type BackupOptions, currentFingerprints } from './backup-key.ts';
import { checkRoom, copyRunning } from './copy.ts';
import { writeManifest } from './manifest.ts';

export interface Backup {
  readonly folder: string;
  /** Where the secret key was put, if DATA_DIR has one. Keep it somewhere else: it opens what the backup holds. */
  readonly key: string | undefined;
}

/**
 * Copies the embedded database of `dataDir` into the new folder `target` and the secret key beside it, in
 * `<target>.key`. The shop may be open meanwhile: nothing is stopped. Throws a `Fault` and leaves nothing half-made;
 * also where `target` is among Walnut's own files.
 */
export async function backup(dataDir: string, target: string, options: BackupOptions = {}): Promise<Backup> {
  const folder = resolve(target);
  const key = `${folder}.key`;
  refuseOwnFolder(folder);
  refuseExisting(folder, key);
  const place = await findPlace(dataDir, options.systemDir ?? SYSTEM_DIR);
  if (!existsSync(place.cluster))
    throw new Fault('folder', `There is no database in ${place.home} to back up.`);
  const half = `${folder}.part-${randomUUID()}`;
  try {
    await checkRoom(place.cluster, folder);
    await copyOut(place, half, options);
    await rename(half, folder);
    return { folder, key: await copyKey(place.dataDir, key) };
  } catch (cause) {
    throw folderFault(dirname(folder), cause);
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

async function copyOut(place: Place, half: string, options: BackupOptions): Promise<void> {
  const embedded = await openEmbedded(place.dataDir, options);
  try {
    await mkdir(half, { mode: 0o700 });
    await withConnection(embedded.url, (client) =>
      copyRunning(client, place.cluster, join(half, 'postgres')),
    );
    await copyFile(join(place.dataDir, PASSWORD_FILE), join(half, PASSWORD_FILE));
    await writeManifest(half, await currentFingerprints(place.dataDir, options));
  } finally {
    await embedded.stop();
  }
}

async function copyKey(dataDir: string, key: string): Promise<string | undefined> {
  const kept = join(dataDir, SECRET_KEY_FILE);
  if (!existsSync(kept)) return undefined;
  await writeFile(key, await readFile(kept), { mode: 0o600, flag: 'wx' });
  return key;
}

/** Where Walnut's own files lie. */
const CHECKOUT = resolve(import.meta.dirname, '../../..');

/** A backup among Walnut's own files may be committed or removed with them, and so may its key. */
function refuseOwnFolder(folder: string): void {
  const path = relative(realpathSync(CHECKOUT), realPathTo(folder));
  if (path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)) return;
  throw new Fault(
    'target',
    `${folder} is inside Walnut's own folder, where a backup and its key may be committed or removed with it: ` +
      'choose a folder elsewhere, best on another disk.',
  );
}

/** The path without symbolic links, as far as it is there. */
function realPathTo(path: string): string {
  return existsSync(path) ? realpathSync(path) : join(realPathTo(dirname(path)), basename(path));
}

function refuseExisting(...paths: string[]): void {
  const taken = paths.find((path) => existsSync(path));
  if (taken) throw new Fault('target', `${taken} is there already: choose another name for the backup.`);
}
