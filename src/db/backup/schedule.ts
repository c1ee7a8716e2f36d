import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode, folderFault } from '../fault.ts';
import { backup } from './backup.ts';
import type { BackupOptions } from './backup-key.ts';
import { type CheckedBackup, checkBackup } from './check.ts';
import { noFolder } from './copy.ts';

/** Backups that are made by themselves. */
export interface BackupPlan {
  readonly dataDir: string;
  /** Holds one folder a day, and its key beside it. */
  readonly folder: string;
  /** Days of which the backup is kept; of older ones that of each Monday, for as many weeks. */
  readonly keep: number;
}

/** What a day's backup came to: nothing where it was there already. */
export type BackupResult = CheckedBackup | undefined;

/**
 * Makes the backup of `day` (YYYY-MM-DD), proves it by restoring it, and removes those that are no longer kept: only
 * then, so that a failing disk never takes the last good one. Throws a Fault where any of it fails.
 */
export async function backUpDay(
  { dataDir, folder, keep }: BackupPlan,
  day: string,
  options: BackupOptions = {},
): Promise<BackupResult> {
  await makeFolder(folder);
  const days = await findDays(folder);
  if (days.includes(day)) return undefined;
  const target = join(folder, nameOf(day));
  await backup(dataDir, target, options);
  try {
    const checked = await checkBackup(target, options);
    for (const old of chooseOld([...days, day], keep)) await remove(join(folder, nameOf(old)));
    return checked;
  } catch (error) {
    await remove(target);
    throw error;
  }
}

/** The folder itself, and none above it. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (cause) {
    if (errorCode(cause) === 'EEXIST') return;
    throw errorCode(cause) === 'ENOENT' ? noFolder(dirname(folder), cause) : folderFault(folder, cause);
  }
}

const PREFIX = 'walnut-';
const nameOf = (day: string): string => `${PREFIX}${day}`;

/** The days of which there is a backup, in no order. */
export async function findDays(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => /^walnut-\d{4}-\d\d-\d\d$/.test(name))
    .map((name) => name.slice(PREFIX.length));
}

/** Of these days, those whose backups are no longer kept. */
export function chooseOld(days: readonly string[], keep: number): string[] {
  const older = days.toSorted().reverse().slice(keep);
  const mondays = new Set(older.filter((day) => new Date(day).getUTCDay() === MONDAY).slice(0, keep));
  return older.filter((day) => !mondays.has(day));
}

const MONDAY = 1;

async function remove(path: string): Promise<void> {
  for (const one of [path, `${path}.key`]) await rm(one, { recursive: true, force: true });
}
