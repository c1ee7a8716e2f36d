import { existsSync } from 'node:fs';
import { access, constants, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { DatabaseConfig } from '../config.ts';
import { checkEncoding, withConnection } from '../db/connection.ts';
import { openEmbedded } from '../db/embedded.ts';
import { findPlace, SYSTEM_DIR } from '../db/embedded-place.ts';
import { folderFault } from '../db/fault.ts';
import { checkApplied, MIGRATIONS_FOLDER, readApplied, readMigrations } from '../db/migrations.ts';
import type { Result } from './finding.ts';

/** Connects and looks at encoding and schema, changing nothing. */
export async function checkDatabase(database: DatabaseConfig): Promise<Result> {
  if (database.is === 'server') return checkServer(database.url);
  if (!(await isMade(database.dataDir)))
    return {
      is: 'fine',
      said: `PostgreSQL comes embedded; the first start makes it in ${resolve(database.dataDir)}`,
    };
  const embedded = await openEmbedded(database.dataDir);
  try {
    const server = await checkServer(embedded.url);
    return { ...server, said: `${server.said}; embedded, in ${embedded.cluster}` };
  } finally {
    await embedded.stop();
  }
}

async function isMade(dataDir: string): Promise<boolean> {
  return existsSync(dataDir) && existsSync((await findPlace(dataDir, SYSTEM_DIR)).cluster);
}

/** Throws a Fault whose line says what to do. */
function checkServer(url: string): Promise<Result> {
  return withConnection(url, async (client) => {
    await checkEncoding(client);
    const ours = readMigrations(MIGRATIONS_FOLDER);
    const applied = await readApplied(client);
    checkApplied(ours, applied);
    const { rows } = await client.query('SHOW server_version');
    const missing = ours.length - applied.length;
    const schema =
      missing === 0 ? 'schema up to date' : `${missing} schema changes that the next start makes`;
    return { is: 'fine', said: `PostgreSQL ${rows[0]?.server_version}, UTF8, ${schema}` };
  });
}

/** Below this the shop has no room for photos and PostgreSQL's log. */
const ROOM_MB = 500;

/** Tries to write where data is kept, and looks how much room there is. */
export async function checkFolder(dataDir: string): Promise<Result> {
  const folder = nearest(resolve(dataDir));
  try {
    if (folder === resolve(dataDir)) await tryWriting(folder);
    else await access(folder, constants.W_OK);
  } catch (error) {
    throw folderFault(folder, error);
  }
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / 1_000_000);
  const said = `${resolve(dataDir)}, ${free >= 10_000 ? `${Math.floor(free / 1_000)} GB` : `${free} MB`} free`;
  if (free >= ROOM_MB) return { is: 'fine', said };
  return {
    is: 'wrong',
    said,
    todo: `free some space: at least ${ROOM_MB} MB, or set DATA_DIR to another disk`,
  };
}

async function tryWriting(folder: string): Promise<void> {
  const file = join(folder, `.doctor-${process.pid}`);
  try {
    await writeFile(file, 'x');
  } finally {
    await rm(file, { force: true });
  }
}

/** The folder itself, or the first above it that is there. */
const nearest = (folder: string): string => (existsSync(folder) ? folder : nearest(dirname(folder)));
