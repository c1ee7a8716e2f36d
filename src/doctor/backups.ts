import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { systemClock } from '../data.ts';
import { noFolder } from '../db/backup/copy.ts';
import { findDays } from '../db/backup/schedule.ts';
import { checkFolder } from './database.ts';
import type { Result } from './finding.ts';

/** A night that was missed is tried again all day; two are a fault. */
const OLDEST_DAYS = 2;
const DAY_MS = 24 * 3_600_000;

/** Whether the backups that are made by themselves can be written, and are. */
export async function checkBackups(backups: Config['backups']): Promise<Result> {
  if (!backups)
    return { is: 'off', said: 'BACKUP_DIR is not set: nothing is backed up but by npm run backup' };
  const folder = resolve(backups.folder);
  if (!existsSync(dirname(folder))) throw noFolder(dirname(folder));
  const room = await checkFolder(folder);
  const newest = existsSync(folder) ? (await findDays(folder)).toSorted().at(-1) : undefined;
  const said = `${room.said}; ${newest ? `the newest is of ${newest}` : 'none yet'}`;
  if (room.is === 'wrong')
    return { ...room, said, todo: 'free some space, or set BACKUP_DIR to another disk' };
  if (newest === undefined || daysSince(newest) <= OLDEST_DAYS) return { is: 'fine', said };
  const todo = 'if Walnut was running, its log says why: "the backup failed"';
  return { is: 'wrong', said, todo };
}

const daysSince = (day: string): number => (systemClock.now().getTime() - Date.parse(day)) / DAY_MS;
