import { existsSync } from 'node:fs';
import { access, constants, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type pg from 'pg';
import { FOUND_EXAMPLE } from '../commands/usage.ts';
import type { Config } from '../config.ts';
import { checkEncoding, withConnection } from '../db/connection/connection.ts';
import { canListen, unheard } from '../db/connection/hearing.ts';
import { keyFingerprint } from '../db/crypto/cipher.ts';
import { checkKeys, isKeyed } from '../db/crypto/key-check.ts';
import type { SecretKeys } from '../db/crypto/key-file.ts';
import { openEmbedded } from '../db/embedded/embedded.ts';
import { findPlace, SYSTEM_DIR } from '../db/embedded/place.ts';
import { folderFault } from '../db/fault.ts';
import { checkApplied, MIGRATIONS_FOLDER, readApplied, readMigrations } from '../db/migrations/migrations.ts';
import { givenSecretKeys, keyAdvice, keyPlace } from '../secret-key.ts';
import { DEMO_SLUG } from '../shop/sellers/villages.ts';
import type { Result } from './finding.ts';
import { lookAtPromises } from './promises.ts';

/** What a look into the database shows: the server itself, and whether a village has been founded in it. */
export interface DatabaseLook {
  readonly database: Result;
  readonly village: Result;
  readonly key: Result;
  readonly promises: Result;
}

/** Connects and looks at encoding, schema and village, changing nothing. */
export async function lookAtDatabase({ database, isDemo, queues, pictures }: Config): Promise<DatabaseLook> {
  const keys = await givenSecretKeys(database);
  const look = async (url: string) => {
    const { isReady, ...seen } = await lookAtServer(url, isDemo, (client) =>
      lookAtKey(client, database, keys),
    );
    return { ...seen, promises: isReady ? await lookAtPromises(url, pictures) : noPromises };
  };
  if (database.is === 'server') return lookThrough(database, queues, look);
  if (!(await isMade(database.dataDir))) {
    const said = `PostgreSQL comes embedded; the first start makes it in ${resolve(database.dataDir)}`;
    const unmade = { village: noVillage(isDemo), key: unusedKey(keys), promises: noPromises };
    return { database: { is: 'fine', said }, ...unmade };
  }
  const embedded = await openEmbedded(database.dataDir);
  try {
    const seen = await look(embedded.url);
    const said = `${seen.database.said}; embedded, in ${embedded.cluster}`;
    return { ...seen, database: { ...seen.database, said } };
  } finally {
    await embedded.stop();
  }
}

/** The server itself, and where there is a pooler before it, that this lets us through. */
async function lookThrough(
  { url, directUrl }: Extract<Config['database'], { is: 'server' }>,
  queues: Config['queues'],
  look: (url: string) => Promise<DatabaseLook>,
): Promise<DatabaseLook> {
  const hears = await canListen(directUrl);
  if (!hears && queues.is !== 'redis') throw unheard();
  await withConnection(url, (client) => client.query('SELECT 1'));
  const seen = await look(directUrl);
  const pooler = url === directUrl ? '' : '; turns go through a pooler';
  const wake = hears ? '' : '; a pooler loses notifications, which go through Redis';
  return { ...seen, database: { ...seen.database, said: `${seen.database.said}${pooler}${wake}` } };
}

const noPromises: Result = { is: 'off', said: 'nothing to judge them by before the first start' };

async function isMade(dataDir: string): Promise<boolean> {
  return existsSync(dataDir) && existsSync((await findPlace(dataDir, SYSTEM_DIR)).cluster);
}

/** Throws a Fault whose line says what to do. `isReady`: all tables are there. */
function lookAtServer(
  url: string,
  isDemo: boolean,
  lookForKey: (client: pg.Client) => Promise<Result>,
): Promise<Omit<DatabaseLook, 'promises'> & { readonly isReady: boolean }> {
  return withConnection(url, async (client) => {
    await checkEncoding(client);
    const ours = readMigrations(MIGRATIONS_FOLDER);
    const applied = await readApplied(client);
    checkApplied(ours, applied);
    const { rows } = await client.query('SHOW server_version');
    const missing = ours.length - applied.length;
    const schema =
      missing === 0 ? 'schema up to date' : `${missing} schema changes that the next start makes`;
    const database: Result = { is: 'fine', said: `PostgreSQL ${rows[0]?.server_version}, UTF8, ${schema}` };
    const village = (await findVillage(client, isDemo)) ?? noVillage(isDemo);
    return { database, village, key: await lookForKey(client), isReady: missing === 0 };
  });
}

/** Whether the key that is here opens what is there. */
async function lookAtKey(
  client: pg.Client,
  database: Config['database'],
  keys: SecretKeys | undefined,
): Promise<Result> {
  const todo = keyAdvice(database);
  if (!keys)
    return (await isKeyed(client))
      ? { is: 'wrong', said: `${keyPlace(database)} is not there`, todo }
      : unusedKey(keys);
  switch (await checkKeys(client, keys)) {
    case 'right':
      return {
        is: 'fine',
        said: `opens what is in the database; its fingerprint is ${keys.map(keyFingerprint).join(', ')}`,
      };
    case 'unused':
      return unusedKey(keys);
    default:
      return { is: 'wrong', said: `${keyPlace(database)} does not open what is in the database`, todo };
  }
}

const unusedKey = (keys: SecretKeys | undefined): Result => ({
  is: 'fine',
  said: keys ? 'nothing has been sealed with it yet' : 'the first start makes it',
});

/** A database that no migration has been applied to has no such table. */
async function findVillage(client: pg.Client, isDemo: boolean): Promise<Result | undefined> {
  const { rows: tables } = await client.query(`SELECT to_regclass('public.village') AS village`);
  if (tables[0]?.village == null) return undefined;
  const { rows } = await client.query<{ slug: string; name: string; county: string; families: string }>(
    `SELECT slug, name, county, (SELECT count(*) FROM seller WHERE village_id = village.id) AS families
     FROM village ORDER BY created_at LIMIT 1`,
  );
  const [village] = rows;
  if (!village) return undefined;
  if (village.slug === DEMO_SLUG && !isDemo)
    return {
      is: 'wrong',
      said: 'the demo village, with made-up families',
      todo: 'for a village of your own, set DATA_DIR to a new folder, or DATABASE_URL to a new database',
    };
  const said = `${village.name}, ${village.county}; families: ${village.families}`;
  const todo = village.families === '0' ? 'invite the first: npm run invite -- "Wang Xiuying"' : undefined;
  return { is: 'fine', said, todo };
}

const noVillage = (isDemo: boolean): Result =>
  isDemo
    ? { is: 'off', said: 'none yet; npm start makes the demo village (DEMO=off for one of your own)' }
    : {
        is: 'off',
        said: 'none yet: buyers hear that it is being set up',
        todo: `found it: ${FOUND_EXAMPLE}, or in the chat: npm run invite -- --operator`,
      };

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
