import { chownSync, existsSync } from 'node:fs';
import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkEncoding, withConnection } from '../connection/connection.ts';
import { PASSWORD_FILE } from '../embedded/cluster.ts';
import { type EmbeddedOptions, isFree, openEmbedded } from '../embedded/embedded.ts';
import { changeOwner, findPlace, type Place, SYSTEM_DIR } from '../embedded/place.ts';
import { Fault, folderFault } from '../fault.ts';
import { checkApplied, MIGRATIONS_FOLDER, readApplied, readMigrations } from '../migrations/migrations.ts';
import { type BackupOptions, findMissingKey } from './backup-key.ts';
import { checkRoom, copyTree, listTree } from './copy.ts';
import { readManifest } from './manifest.ts';

export interface Restored {
  readonly madeAt: Date;
  /** The folder with the earlier data, if there was any. It may be deleted. */
  readonly previous: string | undefined;
  /** Where the backup's secret key must be put before the app starts; undefined when it is there. */
  readonly missingKey: string | undefined;
}

/**
 * Replaces the embedded database of `dataDir` by the backup in `source`. The backup is started and checked before
 * anything is replaced. If it does not start in its new place, the earlier data is moved back.
 */
export async function restore(
  source: string,
  dataDir: string,
  options: BackupOptions = {},
): Promise<Restored> {
  const folder = resolve(source);
  const { madeAt, keys } = await readManifest(folder);
  const place = await findPlace(dataDir, options.systemDir ?? SYSTEM_DIR);
  await refuseWhenInUse(place, options);
  const trial = await mkdtemp(join(place.home, 'restore-'));
  try {
    await checkRoom(folder, trial);
    await restoreCopy(folder, trial, place);
    await inspect(trial, options);
    const previous = await swap(trial, place, options);
    return { madeAt, previous, missingKey: await findMissingKey(place.dataDir, keys, options) };
  } catch (cause) {
    throw folderFault(place.home, cause);
  } finally {
    await rm(trial, { recursive: true, force: true });
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

/** Starts the copy in its own folder, which makes it consistent, and checks that this release can read it. */
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
