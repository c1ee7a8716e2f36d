import type { Blobs } from './blobs/blobs.ts';
import type { Database, Tx } from './client/client.ts';
import type { Ending } from './connection/prepared.ts';
import type { Cipher } from './crypto/cipher.ts';

/** The clock that every decision reads; tests bring their own. */
export interface Clock {
  now(): Date;
  /** Does something once so many milliseconds have passed on this clock; what it answers calls that off. */
  after(ms: number, act: () => void): () => void;
}

/** Database, cipher and clock of one process. */
export interface AppContext {
  readonly db: Database;
  readonly cipher: Cipher;
  readonly clock: Clock;
  /** Where pictures lie, if not in the database. */
  readonly blobs?: Blobs | undefined;
}

/** One transaction: everything written through `tx` happens together, at `now`. */
export interface TxContext {
  readonly tx: Tx;
  readonly cipher: Cipher;
  readonly now: Date;
}

/** A transaction that may be ended with its last statement. */
export interface WholeTransaction extends TxContext {
  readonly tx: Tx & Ending;
}

/** Runs `act` in one transaction, at the clock's time. */
export function inTransaction<T>(
  { db, cipher, clock }: AppContext,
  act: (context: WholeTransaction) => Promise<T>,
): Promise<T> {
  return db.$transaction((tx) => act({ tx, cipher, now: clock.now() }));
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
  context: TxContext,
  act: (context: TxContext, refuse: (refusal: R) => never) => Promise<T>,
): Promise<Outcome<T, R>> {
  const refuse = (refusal: R): never => {
    throw new Undone(refusal);
  };
  try {
    const done = await nested(context.tx, (tx) => act({ ...context, tx }, refuse));
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
