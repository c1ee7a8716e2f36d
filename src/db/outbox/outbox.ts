import type { Tx } from '../client/client.ts';
import type { AppContext, TxContext } from '../work.ts';
import type { JobName, JobPayloads } from './job-names.ts';

/** Records later work in the caller's transaction: it happens if and only if that commits, not before `dueAt`. */
export async function enqueue<Name extends JobName>(
  { tx, now }: TxContext,
  job: Name,
  payload: JobPayloads[Name],
  dueAt: Date = now,
): Promise<void> {
  await tx.outbox.create({ data: { job, payload: { ...payload }, dueAt, createdAt: now } });
  await notifyRelay(tx);
}

/** Records failed work again, under a new id: a queue ignores an id that it has seen. */
export async function enqueueFailedAgain({ tx, now }: TxContext, id: bigint): Promise<boolean> {
  const recorded = await tx.$executeRaw`
    WITH failed AS (DELETE FROM outbox WHERE id = ${id} AND failed_at IS NOT NULL RETURNING job, payload)
    INSERT INTO outbox (job, payload, due_at, created_at) SELECT job, payload, ${now}, ${now} FROM failed`;
  if (recorded === 0) return false;
  await notifyRelay(tx);
  return true;
}

const notifyRelay = (tx: Tx): Promise<number> => tx.$executeRaw`SELECT tell_processes(${OUTBOX_CHANNEL}, '')`;

/** The relay listens on this channel; a notification means that work was recorded. */
export const OUTBOX_CHANNEL = 'walnut_outbox';

/** Later work as it was recorded. */
export interface OutboxRow {
  readonly id: bigint;
  readonly job: string;
  readonly payload: unknown;
  readonly dueAt: Date;
}

const BATCH = 200;
/** How much longer failed work is kept than work that was relayed. */
const FAILURES_MS = 30 * 24 * 3_600_000;

/**
 * Hands work of these jobs that is due by `until` to `take`, and marks it as handed over. Several processes may do so
 * at the same time. When one dies in between, the work is handed over again: `take` recognises the ids.
 */
export async function relayDue(
  { db, clock }: AppContext,
  jobs: readonly string[],
  until: Date,
  take: (recorded: readonly OutboxRow[]) => Promise<void>,
): Promise<void> {
  for (let count = BATCH; count === BATCH; ) {
    count = await db.$transaction(async (tx) => {
      const recorded = await tx.$queryRaw<OutboxRow[]>`
        SELECT id, job, payload, due_at AS "dueAt" FROM outbox
        WHERE relayed_at IS NULL AND due_at <= ${until} AND job = ANY(${[...jobs]})
        ORDER BY due_at, id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
      if (recorded.length === 0) return 0;
      await take(recorded);
      const ids = recorded.map(({ id }) => id);
      await tx.outbox.updateMany({ where: { id: { in: ids } }, data: { relayedAt: clock.now() } });
      return recorded.length;
    });
  }
}

/** Marks work as failed. It stays until an operator retries it. */
export async function markFailed({ db, clock }: AppContext, id: bigint): Promise<void> {
  await db.outbox.updateMany({ where: { id }, data: { failedAt: clock.now() } });
}

/** Whether work of these jobs is due and has not been handed over. */
export async function isAnythingDue({ db, clock }: AppContext, jobs: readonly string[]): Promise<boolean> {
  const due = { relayedAt: null, dueAt: { lte: clock.now() }, job: { in: [...jobs] } };
  return (await db.outbox.count({ where: due })) > 0;
}

/** Deletes what was handed over before `before`. */
export async function deleteRelayed({ db }: AppContext, before: Date): Promise<void> {
  await db.outbox.deleteMany({ where: { relayedAt: { lt: before }, failedAt: null } });
  await db.outbox.deleteMany({ where: { failedAt: { lt: new Date(before.getTime() - FAILURES_MS) } } });
}
