import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type pg from 'pg';
import { errorCode, Fault } from '../fault.ts';

/** Folders whose content belongs to the running server alone (PostgreSQL manual, "Making a Base Backup"). */
const EMPTY_FOLDERS = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
]);
const EMPTY_TOO = new Set(['pg_stat_tmp', 'pg_subtrans']);
const LEFT_OUT = /^(postmaster\.(pid|opts)|server\.log(\.old)?|pgsql_tmp.*|pg_internal\.init.*)$/;
const SPARE_BYTES = 64_000_000;

/**
 * Copies the cluster of a running server into `target` by PostgreSQL's online backup; the shop stays open. The copy is
 * made consistent from the write-ahead log when it is first started. `client` holds the backup open.
 */
export async function copyRunning(client: pg.Client, cluster: string, target: string): Promise<void> {
  // The slot keeps the write-ahead log until the copy is done. It ends with this session.
  await client.query(
    `SELECT pg_create_physical_replication_slot('walnut_backup_' || pg_backend_pid(), true, true)`,
  );
  await client.query(`SELECT pg_backup_start('walnut', fast => true)`);
  await copyTree(cluster, target, isServersOwn);
  const { rows } = await client.query<{ label: string; last: string }>(`
    SELECT labelfile AS label, pg_walfile_name(lsn) AS last FROM pg_backup_stop(wait_for_archive => false)`);
  const { label, last } = rows[0] ?? { label: '', last: '' };
  await writeFile(join(target, 'backup_label'), label, { mode: 0o600 });
  await copyLog(cluster, target, { first: /\(file (\w+)\)/.exec(label)?.[1] ?? '', last });
}

/** Files of the write-ahead log have numbers of equal length as names, so names sort by time. */
async function copyLog(
  cluster: string,
  target: string,
  { first, last }: { first: string; last: string },
): Promise<void> {
  for (const name of await readdir(join(cluster, 'pg_wal'))) {
    const isNeeded = /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last;
    if (isNeeded) await copyFile(join(cluster, 'pg_wal', name), join(target, 'pg_wal', name));
  }
}

function isServersOwn(path: string): boolean {
  const parts = path.split(sep);
  const isInside = parts.length > 1 && (EMPTY_FOLDERS.has(parts[0] ?? '') || EMPTY_TOO.has(parts[0] ?? ''));
  return isInside || LEFT_OUT.test(parts.at(-1) ?? '');
}

/** Copies a folder, except the paths for which `isLeftOut` is true. Files that vanish meanwhile are skipped. */
export async function copyTree(
  source: string,
  target: string,
  isLeftOut: (path: string) => boolean = () => false,
): Promise<void> {
  await mkdir(target, { mode: 0o700 });
  for (const { name, parentPath, isFolder } of await listTree(source)) {
    const path = join(parentPath, name).slice(source.length + 1);
    if (isLeftOut(path)) continue;
    if (isFolder) await mkdir(join(target, path), { mode: 0o700 });
    else await copyFile(join(source, path), join(target, path), constants.COPYFILE_FICLONE).catch(ignoreGone);
  }
}

/** All that is in a folder, each folder before its content. */
export async function listTree(
  folder: string,
): Promise<{ name: string; parentPath: string; isFolder: boolean }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  // Anything else, like the server's socket, is nothing to copy.
  const found = entries
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => ({
      name: entry.name,
      parentPath: entry.parentPath,
      isFolder: entry.isDirectory(),
    }));
  return found.sort((a, b) => a.parentPath.length - b.parentPath.length);
}

/** Throws a fault when the disk of `target` has no room for a copy of `source`. */
export async function checkRoom(source: string, target: string): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(target)).catch((cause: unknown) => {
    throw errorCode(cause) === 'ENOENT' ? noFolder(dirname(target), cause) : cause;
  });
  const needed = (await folderSize(source)) + SPARE_BYTES;
  const free = bavail * bsize;
  if (free >= needed) return;
  const lack = `has ${megabytes(free)} free and the copy needs ${megabytes(needed)}`;
  const message = `The disk that holds ${dirname(target)} ${lack}: free some space, or choose another place.`;
  throw new Fault('disk-full', message);
}

/** It is not made: mostly it is a disk that is not there, and the copy would come onto the village's own. */
export const noFolder = (folder: string, cause?: unknown): Fault =>
  new Fault('folder', `There is no folder ${folder}: is its disk connected? If it is new, make it first.`, {
    cause,
  });

async function folderSize(folder: string): Promise<number> {
  let bytes = 0;
  for (const { name, parentPath, isFolder } of await listTree(folder)) {
    if (!isFolder) bytes += (await stat(join(parentPath, name)).catch(() => ({ size: 0 }))).size;
  }
  return bytes;
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000)} MB`;
}

function ignoreGone(error: unknown): void {
  if (errorCode(error) !== 'ENOENT') throw error;
}
