import type { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils';
import type pg from 'pg';
import { type Line, opening } from './prepared.ts';

/**
 * Prisma's adapter, with the queries of one transaction sent one after another. Prisma asks for the relations of a row
 * side by side, also where a transaction has a single connection for all of them. pg 8 makes such queries wait inside
 * the connection and warns; pg 9 refuses them, and package.json stays below it for as long as Prisma's adapter does.
 * Statements of our own that go straight to pg take their turn among Prisma's.
 */
export function inTurn(adapter: PrismaPg): SqlDriverAdapterFactory {
  const { provider, adapterName } = adapter;
  return {
    provider,
    adapterName,
    async connect() {
      const connected: SqlDriverAdapter = await adapter.connect();
      const start = connected.startTransaction.bind(connected);
      connected.startTransaction = async (isolation) => {
        const started = await start(isolation);
        const queue = createQueue();
        const end = { isOver: false };
        const line: Line = {
          client: clientUnder(started),
          inTurn: (act) => queue(() => (end.isOver ? Promise.reject(new TransactionOver()) : act())),
        };
        const store = opening.getStore();
        if (store) store.line = line;
        return queueQueries(started, queue, end);
      };
      return connected;
    },
  };
}

/** Where its time was up, Prisma has rolled the transaction back while its turn went on. The code is Prisma's for that. */
class TransactionOver extends Error {
  readonly code = 'P2028';

  constructor() {
    super('the transaction is over');
  }
}

/** The transaction's savepoints go through `executeRaw` too, so they keep their place among its queries. */
function queueQueries(transaction: Transaction, queue: Queue, end: { isOver: boolean }): Transaction {
  const query = transaction.queryRaw.bind(transaction);
  const execute = transaction.executeRaw.bind(transaction);
  transaction.queryRaw = (sql) => queue(() => query(sql));
  transaction.executeRaw = (sql) => {
    if (sql.sql === 'COMMIT' || sql.sql === 'ROLLBACK') end.isOver = true;
    return queue(() => execute(sql));
  };
  return transaction;
}

/** Prisma's transaction keeps its connection under this name, which its types leave out. */
const clientUnder = (transaction: Transaction): pg.PoolClient =>
  (transaction as unknown as { readonly client: pg.PoolClient }).client;

type Queue = <T>(act: () => Promise<T>) => Promise<T>;

/** Starts each act when the one before it has ended, whether it succeeded or failed. */
function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const result = last.then(act);
    last = result.catch(() => {});
    return result;
  };
}
