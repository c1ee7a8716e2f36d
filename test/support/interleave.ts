import { setTimeout as pause } from 'node:timers/promises';
import type { Database, Tx } from '../../src/db/client/client.ts';

// Two transactions on two connections of a real database, the one stopped before any of its statements.

/** What one transaction does. */
export type Act = (tx: Tx) => Promise<unknown>;

/**
 * Runs `first` until it is about to send its statement number `at` (from 0), then `second` until it has ended or waits
 * for a lock, then both to their ends. Answers false where `first` has not so many statements: then `second` has not
 * run. Throws what either throws, a deadlock among it.
 */
export async function interleave(db: Database, first: Act, second: Act, at: number): Promise<boolean> {
  let count = 0;
  let beside: Promise<unknown> = Promise.resolve();
  const before = async (): Promise<void> => {
    count += 1;
    if (count - 1 === at) await reached();
  };
  const reached = async (): Promise<void> => {
    const started = startBeside(db, second);
    beside = started.end;
    await started.stopped;
  };
  const ends = [
    ...(await Promise.allSettled([db.$transaction((tx) => first(stepped(tx, before)))])),
    ...(await Promise.allSettled([beside])),
  ];
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return count > at;
}

/** Begins an act in a transaction of its own; `stopped` comes when it has ended or waits for somebody's lock. */
function startBeside(db: Database, act: Act): { end: Promise<unknown>; stopped: Promise<void> } {
  const known = Promise.withResolvers<number | undefined>();
  let isOver = false;
  const end = db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
    known.resolve(row?.pid);
    return act(tx);
  });
  const over = (): void => {
    isOver = true;
    known.resolve(undefined);
  };
  end.then(over, over);
  const wait = async (): Promise<void> => {
    const pid = await known.promise;
    while (pid !== undefined && !isOver && !(await isBlocked(db, pid))) await pause(2);
  };
  return { end, stopped: wait() };
}

async function isBlocked(db: Database, pid: number): Promise<boolean> {
  const [row] = await db.$queryRaw<{ by: number }[]>`SELECT cardinality(pg_blocking_pids(${pid}::int)) AS by`;
  return (row?.by ?? 0) > 0;
}

type Callable = (...given: unknown[]) => unknown;

const isCallable = (value: unknown): value is Callable => typeof value === 'function';
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The same transaction, with `before` awaited ahead of every statement, also within its savepoints. */
function stepped<T extends object>(target: T, before: () => Promise<void>): T {
  return new Proxy(target, {
    get(_, name) {
      const value: unknown = Reflect.get(target, name);
      if (name === '$transaction' && isCallable(value))
        return (act: (tx: object) => unknown) =>
          value.call(target, (inner: object) => act(stepped(inner, before)));
      if (isCallable(value))
        return async (...given: unknown[]) => {
          await before();
          return value.apply(target, given);
        };
      return isObject(value) ? stepped(value, before) : value;
    },
  });
}
