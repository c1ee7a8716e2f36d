import { setTimeout as pause } from 'node:timers/promises';
import type { Database, Tx } from '../../src/db/client/client.ts';

// Two transactions on two connections of a real database, the one stopped before any of its statements.

/** What one transaction does. */
export type Act = (tx: Tx) => Promise<unknown>;

/** How two acts met. */
export interface Meeting {
  /** How many statements `first` sent. Where it sent fewer than asked for, `second` has not run. */
  readonly statements: number;
  /** What `second` had read and what it was sending when it had to wait for `first`; undefined if it ended without. */
  readonly waitedAt: string | undefined;
}

/**
 * Runs `first` until it is about to send its statement number `at` (from 0), then `second` until it has ended or waits
 * for a lock, then both to their ends. Throws what either throws, a deadlock among it.
 */
export async function interleave(db: Database, first: Act, second: Act, at: number): Promise<Meeting> {
  let statements = 0;
  let beside: Promise<unknown> = Promise.resolve();
  let waitedAt: string | undefined;
  const before = async (): Promise<void> => {
    statements += 1;
    if (statements - 1 !== at) return;
    const started = startBeside(db, second);
    beside = started.end;
    waitedAt = await started.stopped;
  };
  const ends = [
    ...(await Promise.allSettled([db.$transaction((tx) => first(stepped(tx, { before })))])),
    ...(await Promise.allSettled([beside])),
  ];
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return { statements, waitedAt };
}

/** Begins an act in a transaction of its own; `stopped` comes when it has ended or waits, and says where it waits. */
function startBeside(
  db: Database,
  act: Act,
): { end: Promise<unknown>; stopped: Promise<string | undefined> } {
  const known = Promise.withResolvers<number | undefined>();
  const read: string[] = [];
  let isOver = false;
  const end = db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
    known.resolve(row?.pid);
    return act(stepped(tx, { after: (answer) => read.push(sizeOf(answer)) }));
  });
  const over = (): void => {
    isOver = true;
    known.resolve(undefined);
  };
  end.then(over, over);
  const wait = async (): Promise<string | undefined> => {
    const pid = await known.promise;
    while (pid !== undefined && !isOver) {
      const statement = await blockedStatement(db, pid);
      if (statement !== undefined) return [...read, statement].join(' | ');
      await pause(2);
    }
    return undefined;
  };
  return { end, stopped: wait() };
}

/** How much a statement answered: ids and times differ from one meeting to the next, this does not. */
const sizeOf = (answer: unknown): string =>
  Array.isArray(answer) ? `${answer.length} rows` : answer === null ? 'nothing' : typeof answer;

async function blockedStatement(db: Database, pid: number): Promise<string | undefined> {
  const [row] = await db.$queryRaw<{ query: string }[]>`
    SELECT query FROM pg_stat_activity WHERE pid = ${pid}::int AND cardinality(pg_blocking_pids(pid)) > 0`;
  return row?.query;
}

type Callable = (...given: unknown[]) => unknown;

const isCallable = (value: unknown): value is Callable => typeof value === 'function';
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

interface Watch {
  readonly before?: () => Promise<void>;
  readonly after?: (answer: unknown) => void;
}

/** The same transaction, watched at every statement, also within its savepoints. */
function stepped<T extends object>(target: T, watch: Watch): T {
  return new Proxy(target, {
    get(_, name) {
      const value: unknown = Reflect.get(target, name);
      if (name === '$transaction' && isCallable(value))
        return (act: (tx: object) => unknown) =>
          value.call(target, (inner: object) => act(stepped(inner, watch)));
      if (isCallable(value))
        return async (...given: unknown[]) => {
          await watch.before?.();
          const answer: unknown = await value.apply(target, given);
          watch.after?.(answer);
          return answer;
        };
      return isObject(value) ? stepped(value, watch) : value;
    },
  });
}
