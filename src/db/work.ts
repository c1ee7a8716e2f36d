import type { Database, Tx } from './client.ts';
import type { Seal } from './seal.ts';

/** The only source of the time that decides anything; tests bring their own. */
export interface Clock {
  now(): Date;
}

/** The truth and how to reach it, shared by every part of one process. */
export interface Store {
  readonly db: Database;
  readonly seal: Seal;
  readonly clock: Clock;
}

/** One transaction: everything written through `tx` happens together, at `now`. */
export interface Work {
  readonly tx: Tx;
  readonly seal: Seal;
  readonly now: Date;
}

/** Runs `act` in one transaction at the store's time. */
export function transact<T>({ db, seal, clock }: Store, act: (work: Work) => Promise<T>): Promise<T> {
  return db.$transaction((tx) => act({ tx, seal, now: clock.now() }));
}

/** Thrown inside a savepoint to undo it and carry a "no" out. */
class Undone<R> extends Error {
  readonly refusal: R;

  constructor(refusal: R) {
    super('refused');
    this.refusal = refusal;
  }
}

export type Outcome<T, R> = ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: R };

/**
 * Runs an act that writes more than one row in a savepoint: `refuse(why)` rolls back what it wrote and becomes the
 * value `{ ok: false, refusal }`, and the turn goes on.
 */
export async function inSavepoint<T extends object, R>(
  work: Work,
  act: (work: Work, refuse: (refusal: R) => never) => Promise<T>,
): Promise<Outcome<T, R>> {
  const refuse = (refusal: R): never => {
    throw new Undone(refusal);
  };
  try {
    const done = await nested(work.tx, (tx) => act({ ...work, tx }, refuse));
    return { ok: true, ...done };
  } catch (error) {
    if (error instanceof Undone) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

/** Prisma turns a transaction within a transaction into a savepoint, which its types do not offer. */
function nested<T>(tx: Tx, act: (tx: Tx) => Promise<T>): Promise<T> {
  const opener = tx as Tx & Pick<Database, '$transaction'>;
  return opener.$transaction(act);
}
