import type { Duplex } from 'node:stream';
import pg from 'pg';

// BEGIN, SAVEPOINT, RELEASE and COMMIT say nothing by themselves, and waiting for each costs as much as a statement: the
// first three travel with the statement that follows them, and COMMIT with the one that is said to be the last.

/** Whoever sends something after the last statement would write outside of any transaction. */
class Ended extends Error {
  constructor() {
    super('the transaction has ended with its last statement');
  }
}

/** A connection's transaction: what is due to be sent with its next statement, and whether it has ended. */
interface Frame {
  due: string[];
  hasEnded: boolean;
}

const frames = new WeakMap<pg.ClientBase, Frame>();
const fresh = (): Frame => ({ due: [], hasEnded: false });

/** A connection on which BEGIN waits for a statement. It must be able to send several at once (`pipeline`). */
export function frame(client: pg.PoolClient): void {
  Object.assign(client, { query: (...given: unknown[]): unknown => intercept(client, given) });
  unframe(client);
}

/** Whoever gives a connection back has ended its transaction, or the server has. */
export const unframe = (client: pg.ClientBase): void => void frames.set(client, fresh());

/** Sends a transaction's last statement and COMMIT with it. Where it fails, the server rolls back. */
export async function sendLast(client: pg.ClientBase, query: pg.QueryConfig): Promise<pg.QueryResult> {
  const [sent, committed] = together(client, () => [sendDue(client, [query]), send(client, ['COMMIT'])]);
  const [result] = await Promise.all([sent, committed]);
  frames.set(client, { due: [], hasEnded: true });
  return result;
}

function intercept(client: pg.PoolClient, given: unknown[]): unknown {
  const text = textFrom(given[0]);
  const at = frames.get(client) ?? fresh();
  if (text === 'COMMIT' || text === 'ROLLBACK') return end(client, at, given);
  if (at.hasEnded) return Promise.reject(new Ended());
  if (text === 'BEGIN' || text.startsWith('SAVEPOINT ') || text.startsWith('RELEASE SAVEPOINT '))
    return put(at, text);
  const undone = /^ROLLBACK TO SAVEPOINT (\w+)$/.exec(text)?.[1];
  if (undone !== undefined && at.due.includes(`SAVEPOINT ${undone}`)) return drop(at, `SAVEPOINT ${undone}`);
  return at.due.length === 0 ? send(client, given) : together(client, () => sendDue(client, given));
}

/** What is due is of no use any more; where BEGIN is among it, nothing was sent at all. */
function end(client: pg.PoolClient, at: Frame, given: unknown[]): unknown {
  const isNothing = at.hasEnded || at.due.includes('BEGIN');
  unframe(client);
  return isNothing ? Promise.resolve(NOTHING) : send(client, given);
}

function put({ due }: Frame, text: string): Promise<object> {
  due.push(text);
  return Promise.resolve(NOTHING);
}

/** Nothing was sent since the savepoint: it need not be made. */
function drop(at: Frame, savepoint: string): Promise<object> {
  at.due = at.due.slice(0, at.due.indexOf(savepoint));
  return Promise.resolve(NOTHING);
}

function sendDue(client: pg.ClientBase, given: unknown[]): Promise<pg.QueryResult> {
  const at = frames.get(client);
  // What ends a connection under these ends the statement behind them too, and is heard of there.
  for (const text of at?.due.splice(0) ?? []) send(client, [text]).catch(() => {});
  return send(client, given);
}

const send = (client: pg.ClientBase, given: unknown[]): Promise<pg.QueryResult> =>
  Reflect.apply(pg.Client.prototype.query, client, given);

/** One packet for whatever `act` sends. */
function together<T>(client: pg.ClientBase, act: () => T): T {
  const stream = socketStream(client);
  stream?.cork();
  try {
    return act();
  } finally {
    stream?.uncork();
  }
}

/** pg's types leave the connection's stream out. */
export const socketStream = (client: pg.ClientBase): Duplex | undefined =>
  (client as unknown as { connection?: { stream?: Duplex } }).connection?.stream;

const textFrom = (query: unknown): string =>
  String(typeof query === 'object' && query !== null && 'text' in query ? query.text : query);

const NOTHING = { rows: [], fields: [], rowCount: 0, command: '', oid: 0 };
