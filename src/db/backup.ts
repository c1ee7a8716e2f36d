import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, realpathSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import { checkRoom, copyRunning, copyTree, listTree } from './backup-copy.ts';
import { checkEncoding, withConnection } from './connection.ts';
import { type EmbeddedOptions, isFree, openEmbedded } from './embedded.ts';
import { POSTGRES_MAJOR } from './embedded-binaries.ts';
import { checkVersion, PASSWORD_FILE } from './embedded-cluster.ts';
import { changeOwner, findPlace, type Place, SYSTEM_DIR } from './embedded-place.ts';
import { Fault, folderFault } from './fault.ts';
import { readSecretKey, SECRET_KEY_FILE } from './key-file.ts';
import { checkApplied, MIGRATIONS_FOLDER, readApplied, readMigrations } from './migrations.ts';
import { keyFingerprint } from './seal.ts';

/** Written last: a folder without it is not a whole backup. */
const MANIFEST = 'walnut-backup.json';
const manifest = z.object({
  format: z.literal(1),
  postgres: z.string(),
  madeAt: z.iso.datetime(),
  /** The fingerprint of the key that opens it; backups of earlier releases do not say. */
  key: z.string().optional(),
});

export interface BackupOptions extends EmbeddedOptions {
  /** The key that is set; else the one in DATA_DIR counts. */
  readonly secretKey?: Uint8Array | undefined;
}

export interface Backup {
  readonly folder: string;
  /** Where the secret key was put, if DATA_DIR has one. Keep it somewhere else: it opens what the backup holds. */
  readonly key: string | undefined;
}

export interface Restored {
  readonly madeAt: Date;
  /** Where the data from before lies, if there was any. It may be deleted. */
  readonly previous: string | undefined;
  /** Where the secret key of that time must stand before the app starts; undefined when it is there. */
  readonly missingKey: string | undefined;
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
    const madeAt = new Date().toISOString();
    const key = await currentFingerprint(place.dataDir, options);
    await writeFile(
      join(half, MANIFEST),
      JSON.stringify({ format: 1, postgres: POSTGRES_MAJOR, madeAt, key }),
    );
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
const CHECKOUT = resolve(import.meta.dirname, '../..');

/** What lies among Walnut's own files may be committed with them, or removed: the key opens everything. */
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

/**
 * Puts the backup in `source` in the place of the embedded database of `dataDir`. It is started and looked at before
 * anything is replaced, and if it then does not start in its place, the data from before goes back there.
 */
export async function restore(
  source: string,
  dataDir: string,
  options: BackupOptions = {},
): Promise<Restored> {
  const folder = resolve(source);
  const { madeAt, key } = await readManifest(folder);
  const place = await findPlace(dataDir, options.systemDir ?? SYSTEM_DIR);
  await refuseWhenInUse(place, options);
  const trial = await mkdtemp(join(place.home, 'restore-'));
  try {
    await checkRoom(folder, trial);
    await restoreCopy(folder, trial, place);
    await inspect(trial, options);
    const previous = await swap(trial, place, options);
    return { madeAt, previous, missingKey: await findMissingKey(place.dataDir, key, options) };
  } catch (cause) {
    throw folderFault(place.home, cause);
  } finally {
    await rm(trial, { recursive: true, force: true });
  }
}

/** Of the key that is here now. */
async function currentFingerprint(
  dataDir: string,
  { secretKey }: BackupOptions,
): Promise<string | undefined> {
  const key = secretKey ?? (await readSecretKey(dataDir).catch(() => undefined));
  return key && keyFingerprint(key);
}

async function findMissingKey(
  dataDir: string,
  wanted: string | undefined,
  options: BackupOptions,
): Promise<string | undefined> {
  const here = await currentFingerprint(dataDir, options);
  if (here !== undefined && (wanted === undefined || here === wanted)) return undefined;
  return options.secretKey ? 'SECRET_KEY' : join(dataDir, SECRET_KEY_FILE);
}

async function readManifest(folder: string): Promise<{ madeAt: Date; key: string | undefined }> {
  try {
    const { madeAt, key } = manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
    await checkVersion(join(folder, 'postgres'));
    return { madeAt: new Date(madeAt), key };
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault('bad-backup', `${folder} is not a whole backup of Walnut: nothing was changed.`, {
      cause,
    });
  }
}

async function refuseWhenInUse(place: Place, options: EmbeddedOptions): Promise<void> {
  if (await isFree(place, options)) return;
  throw new Fault(
    'in-use',
    `Walnut is running on ${place.dataDir}: stop it first, then restore. Nothing was changed.`,
  );
}

/** The copy belongs to the account that runs PostgreSQL, and nobody else may look into it. */
async function restoreCopy(folder: string, trial: string, { account }: Place): Promise<void> {
  changeOwner(account, trial);
  await copyTree(join(folder, 'postgres'), join(trial, 'postgres'));
  await copyFile(join(folder, PASSWORD_FILE), join(trial, PASSWORD_FILE));
  if (!account) return;
  chownSync(join(trial, 'postgres'), account.uid, account.gid);
  for (const { parentPath, name } of await listTree(join(trial, 'postgres')))
    changeOwner(account, join(parentPath, name));
}

/** Starts the copy where it lies: PostgreSQL repairs it from its log, and we look whether this Walnut can read it. */
async function inspect(trial: string, options: EmbeddedOptions): Promise<void> {
  const embedded = await openEmbedded(trial, options);
  try {
    await withConnection(embedded.url, async (client) => {
      await checkEncoding(client);
      checkApplied(readMigrations(MIGRATIONS_FOLDER), await readApplied(client));
    });
  } finally {
    await embedded.stop();
  }
}

async function swap(trial: string, place: Place, options: EmbeddedOptions): Promise<string | undefined> {
  const previous = existsSync(place.cluster) ? await setAside(place) : undefined;
  try {
    await rename(join(trial, 'postgres'), place.cluster);
    await copyFile(join(trial, PASSWORD_FILE), join(place.dataDir, PASSWORD_FILE));
    await (await openEmbedded(place.dataDir, options)).stop();
  } catch (error) {
    await rm(place.cluster, { recursive: true, force: true });
    if (previous) await bringBack(previous, place);
    throw error;
  }
  return previous;
}

/** Moves the cluster and its password into a folder that can be opened as a DATA_DIR itself. */
async function setAside({ home, cluster, dataDir, account }: Place): Promise<string> {
  const aside = await mkdtemp(join(home, 'before-restore-'));
  changeOwner(account, aside);
  await copyFile(join(dataDir, PASSWORD_FILE), join(aside, PASSWORD_FILE));
  await rename(cluster, join(aside, 'postgres'));
  return aside;
}

async function bringBack(aside: string, { cluster, dataDir }: Place): Promise<void> {
  await rename(join(aside, 'postgres'), cluster);
  await copyFile(join(aside, PASSWORD_FILE), join(dataDir, PASSWORD_FILE));
  await rm(aside, { recursive: true, force: true });
}
