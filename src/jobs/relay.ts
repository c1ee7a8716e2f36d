import type { Store } from '../db/work.ts';
import type { WorkQueue } from './queues.ts';

const BATCH = 100;
/** What is due within this time goes to the queue with its delay; what is due later stays in the outbox until a sweep. */
const AHEAD_MS = 20_000;

interface Row {
  id: bigint;
  job: string;
  payload: unknown;
  dueAt: Date;
}

/**
 * Hands recorded work to the queue. Several processes may relay at once. A process that dies after adding and before
 * committing adds the same ids again, which the queue knows.
 */
export async function relay({ db, clock }: Store, queue: Pick<WorkQueue, 'add'>): Promise<void> {
  for (let count = BATCH; count === BATCH; ) {
    count = await db.$transaction(async (tx) => {
      const now = clock.now();
      const until = new Date(now.getTime() + AHEAD_MS);
      const rows = await tx.$queryRaw<Row[]>`
        SELECT id, job, payload, due_at AS "dueAt" FROM outbox WHERE relayed_at IS NULL AND due_at <= ${until}
        ORDER BY due_at, id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
      await queue.add(
        rows.map(({ id, job, payload, dueAt }) => ({
          name: job,
          data: payload,
          id: `outbox-${id}`,
          delayMs: Math.max(0, dueAt.getTime() - now.getTime()),
        })),
      );
      await tx.outbox.updateMany({
        where: { id: { in: rows.map(({ id }) => id) } },
        data: { relayedAt: now },
      });
      return rows.length;
    });
  }
}
