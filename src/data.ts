import type { Logger } from 'pino';
import { createOutageLog } from './async/outage.ts';
import { waitAtMost } from './async/timeout.ts';
import type { Config } from './config.ts';
import type { Blobs } from './db/blobs/blobs.ts';
import { type Database, openDatabase } from './db/client/client.ts';
import { checkHearing } from './db/connection/hearing.ts';
import { openEmbedded } from './db/embedded/embedded.ts';
import { Fault } from './db/fault.ts';
import { migrate } from './db/migrations/migrate.ts';
import type { AppContext, Clock } from './db/work.ts';
import type { Lifecycle } from './lifecycle.ts';
import { provenCipher } from './secret-key.ts';

/** Of PostgreSQL's connections; the queues, the lease and the listener take some twenty more. */
export const POOL_SIZE = 10;

/** A server that went away without a word does not see us off. */
const LEAVE_MS = 5_000;

export const systemClock: Clock = { now: () => new Date() };

/** The store of a process, with the address of its database past any pooler: for what needs a session of its own. */
export interface Data {
  readonly appContext: AppContext;
  readonly databaseUrl: string;
}

/** Opens the database, embedded or not, brings it up to date, and finds the key that opens it. */
export async function openData(config: Config, parts: Lifecycle, log: Logger, clock: Clock): Promise<Data> {
  const { database } = config;
  const databaseUrl =
    database.is === 'server' ? database.directUrl : await openOwn(database.dataDir, parts, log);
  if (database.is === 'server') await checkHearing(databaseUrl);
  await migrate(databaseUrl);
  const cipher = await provenCipher(database, databaseUrl);
  const poolUrl = database.is === 'server' ? database.url : databaseUrl;
  const db = await openDatabase(poolUrl, { poolSize: POOL_SIZE, isPooled: poolUrl !== databaseUrl });
  parts.add('the database', () => waitAtMost(LEAVE_MS, db.$disconnect()));
  const blobs = await openBlobs(config, db, parts, log);
  return { appContext: { db, cipher, clock, blobs }, databaseUrl };
}

/** Where pictures lie, if not in the database. Loaded only where it is set: the client is large. */
async function openBlobs(
  { pictures }: Config,
  db: Database,
  parts: Lifecycle,
  log: Logger,
): Promise<Blobs | undefined> {
  if (!pictures) {
    await refuseWithoutStore(db);
    return undefined;
  }
  const { openS3 } = await import('./db/blobs/s3.ts');
  const outage = createOutageLog(log, 'the store of pictures is away', 'the store of pictures is back');
  const blobs = openS3(pictures, outage);
  parts.add('the store of pictures', async () => blobs.close());
  return blobs;
}

/** Throws a Fault where pictures lie in a store that is no longer set. */
async function refuseWithoutStore(db: Database): Promise<void> {
  if (!(await db.media.findFirst({ where: { object: { not: null } }, select: { id: true } }))) return;
  throw new Fault(
    'target',
    'Pictures of this village lie in an S3-compatible store, and S3_BUCKET is not set: set it as it was. ' +
      'To do without it, bring them back first: npm run pictures -- back',
  );
}

async function openOwn(dataDir: string, parts: Lifecycle, log: Logger): Promise<string> {
  const embedded = await openEmbedded(dataDir, { notice: (line) => log.info(line) });
  parts.add('PostgreSQL', () => embedded.stop());
  return embedded.socketUrl;
}
