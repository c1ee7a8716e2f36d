import type { Logger } from 'pino';
import { waitAtMost } from './async/timeout.ts';
import type { Config } from './config.ts';
import { openDatabase } from './db/client/client.ts';
import { checkHearing } from './db/connection/hearing.ts';
import { followKeyFile } from './db/crypto/follow-keys.ts';
import { openEmbedded } from './db/embedded/embedded.ts';
import { migrate } from './db/migrations/migrate.ts';
import type { AppContext, Clock } from './db/work.ts';
import type { Lifecycle } from './lifecycle.ts';
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
}

/** Opens the database, embedded or not, brings it up to date, and finds the key that opens it. */
export async function openData(config: Config, parts: Lifecycle, log: Logger, clock: Clock): Promise<Data> {
  const { database } = config;
  const databaseUrl =
    database.is === 'server' ? database.directUrl : await openOwn(database.dataDir, parts, log);
  if (database.is === 'server') await checkHearing(databaseUrl);
  await migrate(databaseUrl);
  const keyring = await provenKeyring(database, databaseUrl);
  if (isKept(database)) {
    const stop = followKeyFile(database.dataDir, keyring);
    parts.add('the keys', async () => stop());
  }
  const poolUrl = database.is === 'server' ? database.url : databaseUrl;
  const db = await openDatabase(poolUrl, { poolSize: POOL_SIZE, isPooled: poolUrl !== databaseUrl });
  parts.add('the database', () => waitAtMost(LEAVE_MS, db.$disconnect()));
  const appContext = { db, cipher: keyring.cipher, clock };
  await sealClear(appContext);
  return { appContext, databaseUrl };
}

async function openOwn(dataDir: string, parts: Lifecycle, log: Logger): Promise<string> {
  const embedded = await openEmbedded(dataDir, { notice: (line) => log.info(line) });
  parts.add('PostgreSQL', () => embedded.stop());
  return embedded.socketUrl;
}
