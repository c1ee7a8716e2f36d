import type { Logger } from 'pino';
import { waitAtMost } from './async/timeout.ts';
import { listenAt } from './chat/outbound/notify-listener.ts';
import type { Config } from './config.ts';
import { openDatabase } from './db/client/client.ts';
import { withConnection } from './db/connection/connection.ts';
import { canListen, unheard } from './db/connection/hearing.ts';
import { followKeyFile } from './db/crypto/follow-keys.ts';
import { type Embedded, openEmbedded } from './db/embedded/embedded.ts';
import { migrate } from './db/migrations/migrate.ts';
import { MIGRATIONS_FOLDER } from './db/migrations/migrations.ts';
import { villagePrefix } from './db/wake/prefix.ts';
import type { RedisWake } from './db/wake/redis.ts';
import type { Wake } from './db/wake/wake.ts';
import type { AppContext, Clock } from './db/work.ts';
import type { Lifecycle } from './lifecycle.ts';
import { openPictureStore } from './picture-store.ts';
import { isKept, provenKeyring } from './secret-key.ts';
import { sealClear } from './shop/customers/seal-clear.ts';

/** Of PostgreSQL's connections; the queues, the lease and the listener take some twenty more. */
export const POOL_SIZE = 10;

/** A server that went away without a word does not see us off. */
const LEAVE_MS = 5_000;

export const systemClock: Clock = {
  now: () => new Date(),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

/** The store of a process, with the address of its database past any pooler: for what needs a session of its own. */
export interface Data {
  readonly appContext: AppContext;
  readonly databaseUrl: string;
  readonly wake: Wake;
}

/**
 * Opens the database, embedded or not, brings it up to date, and finds the key that opens it. `embedded` is its server where
 * one has been begun.
 */
export async function openData(
  config: Config,
  parts: Lifecycle,
  log: Logger,
  clock: Clock,
  embedded?: Promise<Embedded>,
): Promise<Data> {
  const { database } = config;
  const databaseUrl =
    database.is === 'server'
      ? database.directUrl
      : await openOwn(
          embedded ?? openEmbedded(database.dataDir, { notice: (line) => log.info(line) }),
          parts,
        );
  const redisWake = await openWakeBesidePooler(config, parts, log);
  await migrate(databaseUrl, MIGRATIONS_FOLDER, { isPooled: redisWake !== undefined });
  const keyring = await provenKeyring(database, databaseUrl);
  if (isKept(database)) {
    const stop = followKeyFile(database.dataDir, keyring);
    parts.add('the keys', async () => stop());
  }
  const poolUrl = database.is === 'server' ? database.url : databaseUrl;
  const isMigrated = poolUrl === databaseUrl;
  const isPooled = !isMigrated || redisWake !== undefined;
  const onNotes = redisWake?.publish;
  const db = await openDatabase(poolUrl, { poolSize: POOL_SIZE, isPooled, onNotes, isMigrated });
  parts.add('the database', () => waitAtMost(LEAVE_MS, db.$disconnect()));
  const blobs = await openPictureStore(config, db, parts, log);
  const appContext = { db, cipher: keyring.cipher, clock, blobs };
  await sealClear(appContext);
  return { appContext, databaseUrl, wake: redisWake ?? listenAt(databaseUrl, log) };
}

/**
 * Notifications go through Redis where a pooler loses them and there is no way past it; nothing: by LISTEN. Throws a Fault
 * where there is no Redis either.
 */
async function openWakeBesidePooler(
  { database, queues }: Config,
  parts: Lifecycle,
  log: Logger,
): Promise<RedisWake | undefined> {
  if (database.is === 'embedded' || (await canListen(database.directUrl))) return undefined;
  if (queues.is !== 'redis') throw unheard();
  const name = await withConnection(database.directUrl, villagePrefix);
  const { openRedisWake } = await import('./db/wake/redis.ts');
  const wake = openRedisWake(queues.url, name, log);
  parts.add('the notifications', () => wake.stop());
  return wake;
}

async function openOwn(opening: Promise<Embedded>, parts: Lifecycle): Promise<string> {
  const embedded = await opening;
  parts.add('PostgreSQL', () => embedded.stop());
  return embedded.socketUrl;
}
