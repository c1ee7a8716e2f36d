import pg from 'pg';

// BEGIN and COMMIT say nothing by themselves, and waiting for each costs as much as a statement: BEGIN travels with a
// transaction's first statement, and COMMIT with the one that is said to be its last.

/** Whoever sends something after the last statement would write outside of any transaction. */
class Ended extends Error {
  constructor() {
    super('the transaction has ended with its last statement');
  }
}

/** Where a connection's transaction stands. */
type Frame = 'none' | 'begin-is-due' | 'open' | 'ended';

const frames = new WeakMap<pg.ClientBase, Frame>();

/** A connection on which BEGIN waits for a statement. It must be able to send two at once (`pipeline`). */
export function frame(client: pg.PoolClient): void {
  const query = (...given: unknown[]): unknown => intercept(client, given);
  Object.assign(client, { query });
  frames.set(client, 'none');
}

/** Whoever gives a connection back has ended its transaction, or the server has. */
export const unframe = (client: pg.ClientBase): void => void frames.set(client, 'none');

/** Sends a transaction's last statement and COMMIT with it. Where it fails, the server rolls back. */
export async function sendLast(client: pg.ClientBase, query: pg.QueryConfig): Promise<pg.QueryResult> {
  const isBegun = frames.get(client) === 'begin-is-due';
  frames.set(client, 'open');
  const [sent, committed] = together(client, () => {
    if (isBegun) quietly(send(client, ['BEGIN']));
    return [send(client, [query]), send(client, ['COMMIT'])];
  });
  const [result] = await Promise.all([sent, committed]);
  frames.set(client, 'ended');
  return result;
}

function intercept(client: pg.PoolClient, given: unknown[]): unknown {
  const text = textFrom(given[0]);
  const at = frames.get(client);
  if (at === 'none' && text === 'BEGIN') return answered(client, 'begin-is-due');
  const isEnd = text === 'COMMIT' || text === 'ROLLBACK';
  if (isEnd && (at === 'ended' || at === 'begin-is-due')) return answered(client, 'none');
  if (at === 'ended') return Promise.reject(new Ended());
  if (isEnd) frames.set(client, 'none');
  if (at !== 'begin-is-due') return send(client, given);
  frames.set(client, 'open');
  return together(client, () => {
    quietly(send(client, ['BEGIN']));
    return send(client, given);
  });
}

const send = (client: pg.ClientBase, given: unknown[]): Promise<pg.QueryResult> =>
  Reflect.apply(pg.Client.prototype.query, client, given);

/** What ended a connection under BEGIN ends the statement behind it too, and is heard of there. */
const quietly = (begun: Promise<unknown>): void => void begun.catch(() => {});

/** One packet for whatever `act` sends. */
function together<T>(client: pg.ClientBase, act: () => T): T {
  const stream = streamOf(client);
  stream?.cork();
  try {
    return act();
  } finally {
    stream?.uncork();
  }
}

interface Corked {
  cork(): void;
  uncork(): void;
}

/** pg's types leave the connection's stream out. */
const streamOf = (client: pg.ClientBase): Corked | undefined =>
  (client as unknown as { connection?: { stream?: Corked } }).connection?.stream;

const textFrom = (query: unknown): unknown =>
  typeof query === 'object' && query !== null && 'text' in query ? query.text : query;

const NOTHING = { rows: [], fields: [], rowCount: 0, command: '', oid: 0 };

function answered(client: pg.ClientBase, next: Frame): Promise<object> {
  frames.set(client, next);
  return Promise.resolve(NOTHING);
}
