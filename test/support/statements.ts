import pg from 'pg';

/** Statements that one kind of work sent to the database, in their order. */
export interface Counted {
  readonly statements: readonly string[];
  /** BEGIN, COMMIT and savepoints left out. */
  readonly count: number;
  /** How often the process had to wait for the server: what is sent together counts once. */
  readonly roundTrips: number;
}

// A connection that is opened meanwhile sets this once: no part of a turn, and only a busy machine needs one more.
const FRAME = /^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET idle_in_transaction_session_timeout)/i;

/** What the shop's own pool sends while `act` runs; the queues, the listener and the lease have other connections. */
export async function countStatements(act: () => Promise<unknown>): Promise<Counted> {
  const statements: string[] = [];
  const waits = new WeakMap<object, number>();
  let roundTrips = 0;
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function record(this: pg.Client, ...args: unknown[]): unknown {
    const sent = Reflect.apply(query, this, args);
    if (applicationName(this) !== 'walnut') return sent;
    statements.push(textFrom(args[0]));
    const waiting = waits.get(this) ?? 0;
    if (waiting === 0) roundTrips += 1;
    // What the pool sends by itself comes with a callback, alone on its connection.
    if (!(sent instanceof Promise)) return sent;
    waits.set(this, waiting + 1);
    const done = () => waits.set(this, (waits.get(this) ?? 1) - 1);
    sent.then(done, done);
    return sent;
  } as typeof query;
  try {
    await act();
  } finally {
    pg.Client.prototype.query = query;
  }
  return { statements, count: statements.filter((one) => !FRAME.test(one)).length, roundTrips };
}

const textFrom = (query: unknown): string =>
  (typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : String(query))
    .replaceAll(/\s+/g, ' ')
    .trim();

/** pg's types leave its settings out. */
function applicationName(client: pg.Client): unknown {
  const settings: unknown = Reflect.get(client, 'connectionParameters');
  return typeof settings === 'object' && settings !== null
    ? Reflect.get(settings, 'application_name')
    : undefined;
}
