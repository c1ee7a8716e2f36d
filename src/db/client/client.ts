import { PrismaPg } from '@prisma/adapter-pg';
import { checkEncoding, withConnection } from '../connection/connection.ts';
import { inTurn } from '../connection/in-turn.ts';
import { limitUse, openPool } from '../connection/pool.ts';
import { type Prisma, PrismaClient } from '../generated/client.ts';
import { checkApplied, MIGRATIONS_FOLDER, readApplied, readMigrations } from '../migrations/migrations.ts';

/** Walnut's database. `$disconnect()` closes its pool. */
export type Database = PrismaClient;

/** One transaction on it: what `database.$transaction(async (tx) => …)` hands out. */
export type Tx = Prisma.TransactionClient;

/** How long a turn waits for a connection in a burst (measured: with 2 s, most are refused). */
const MAX_WAIT_MS = 60_000;

/** The longest transaction. A turn takes milliseconds; this limit frees the locks of one that is stuck. */
const TRANSACTION_MS = 15_000;

/** Longer than any transaction or clean-up takes, unless the server vanished without closing. */
const USE_MS = 2 * TRANSACTION_MS;

/** Opens a pool of `poolSize` connections to a database that `migrate` has prepared; refuses one it cannot work with. */
export async function openDatabase(url: string, { poolSize = 10 } = {}): Promise<Database> {
  await withConnection(url, async (client) => {
    await checkEncoding(client);
    checkApplied(readMigrations(MIGRATIONS_FOLDER), await readApplied(client));
  });
  const pool = openPool({ connectionString: url, max: poolSize, application_name: 'walnut' });
  limitUse(pool, USE_MS);
  return new PrismaClient({
    adapter: inTurn(new PrismaPg(pool, { disposeExternalPool: true })),
    transactionOptions: { maxWait: MAX_WAIT_MS, timeout: TRANSACTION_MS },
    errorFormat: 'minimal',
  });
}
