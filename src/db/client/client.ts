import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { checkEncoding, withConnection } from '../connection/connection.ts';
import { createFacts } from '../connection/facts.ts';
import { inTurn } from '../connection/in-turn.ts';
import { limitUse, openPool } from '../connection/pool.ts';
import {
  createPrepared,
  type Ending,
  type Line,
  opening,
  type Prepared,
  preparedOn,
} from '../connection/prepared.ts';
import { type Prisma, PrismaClient } from '../generated/client.ts';
import { checkApplied, MIGRATIONS_FOLDER, readApplied, readMigrations } from '../migrations/migrations.ts';
import { followNotices, NOTICES_NAME } from '../wake/notices.ts';
import type { Note } from '../wake/wake.ts';

/** Walnut's database. `$disconnect()` closes its pool. */
export type Database = Omit<PrismaClient, '$transaction'> & Prepared & Transactions;

/** One transaction on it: what `database.$transaction(async (tx) => …)` hands out. */
export type Tx = Prisma.TransactionClient & Prepared;

interface Transactions {
  $transaction<T>(act: (tx: Tx & Ending) => Promise<T>): Promise<T>;
  $transaction<P extends Prisma.PrismaPromise<unknown>[]>(acts: [...P]): Promise<unknown[]>;
}

/** How long a turn waits for a connection in a burst (measured: with 2 s, most are refused). */
const MAX_WAIT_MS = 60_000;

/** The longest transaction. A turn takes milliseconds; this limit frees the locks of one that is stuck. */
const TRANSACTION_MS = 15_000;

/** Longer than any transaction or clean-up takes, unless the server vanished without closing. */
const USE_MS = 2 * TRANSACTION_MS;

interface DatabaseOptions {
  readonly poolSize?: number;
  readonly isPooled?: boolean;
  readonly onNotes?: ((notes: readonly Note[]) => void) | undefined;
  /** `migrate` has just brought it up to date, so nothing has to be looked at again. */
  readonly isMigrated?: boolean;
  /** The longest transaction. */
  readonly transactionMs?: number;
}

/** Opens a pool of `poolSize` connections to a database that `migrate` has prepared; refuses one it cannot work with.
 * Behind a pooler (`isPooled`) no statement is prepared by name: the next one may reach another session. `onNotes` is called
 * with what this process's own transactions notify, where listening does not hear it.
 */
export async function openDatabase(
  url: string,
  {
    poolSize = 10,
    isPooled = false,
    onNotes,
    isMigrated = false,
    transactionMs = TRANSACTION_MS,
  }: DatabaseOptions = {},
): Promise<Database> {
  if (!isMigrated) await checkSchema(url);
  const pool = openPool({
    connectionString: url,
    max: poolSize,
    application_name: onNotes ? NOTICES_NAME : 'walnut',
  });
  if (onNotes) pool.on('connect', (client) => followNotices(client, onNotes));
  limitUse(pool, USE_MS);
  const prisma = new PrismaClient({
    adapter: inTurn(new PrismaPg(pool, { disposeExternalPool: true })),
    transactionOptions: { maxWait: MAX_WAIT_MS, timeout: transactionMs },
    errorFormat: 'minimal',
  });
  return withPrepared(prisma, pool, !isPooled);
}

const checkSchema = (url: string): Promise<void> =>
  withConnection(url, async (client) => {
    await checkEncoding(client);
    checkApplied(readMigrations(MIGRATIONS_FOLDER), await readApplied(client));
  });

/** Prisma's client, with the statements that go straight to pg. */
function withPrepared(prisma: PrismaClient, pool: pg.Pool, isNamed: boolean): Database {
  const $facts = createFacts();
  const { $prepared } = preparedOn(pool, isNamed);
  const $transaction = (acts: unknown): Promise<unknown> =>
    typeof acts === 'function' ? begin(acts as Act) : prisma.$transaction(acts as []);
  const begin = (act: Act): Promise<unknown> => {
    const opened: { line?: Line } = {};
    return opening.run(opened, () =>
      prisma.$transaction((tx) => {
        if (!opened.line) throw new Error('a transaction began without a connection');
        return act(within(tx, { $facts, ...createPrepared(opened.line, isNamed) }));
      }),
    );
  };
  return beside(prisma, { $facts, $prepared, $transaction }) as unknown as Database;
}

type Act = (tx: Tx & Ending) => Promise<unknown>;

/** A transaction and its savepoints, which Prisma's types do not offer. */
function within(tx: Prisma.TransactionClient, prepared: Prepared & Ending): Tx & Ending {
  const $transaction = (act: Act): Promise<unknown> => {
    const opener = tx as unknown as Pick<PrismaClient, '$transaction'>;
    return opener.$transaction((inner) => act(within(inner, prepared)));
  };
  return beside(tx, { ...prepared, $transaction }) as unknown as Tx & Ending;
}

/** Whatever `more` has, and else what `base` has. */
const beside = (base: object, more: object): object =>
  new Proxy(base, {
    get(target, name) {
      if (Object.hasOwn(more, name)) return Reflect.get(more, name);
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
