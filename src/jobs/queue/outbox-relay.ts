import { type OutboxRow, relayDue } from '../../db/outbox/outbox.ts';
import type { AppContext } from '../../db/work.ts';
import type { NewTask, WorkQueue } from './queues.ts';

/** Work due within this time goes to its queue with a delay; later work stays in the outbox until a sweep. */
const AHEAD_MS = 30_000;

/** Hands recorded work to the queue of its job. Jobs that this release does not know stay for another release. */
export async function relayOutbox(
  appContext: AppContext,
  queueByJob: ReadonlyMap<string, WorkQueue>,
): Promise<void> {
  const now = appContext.clock.now().getTime();
  await relayDue(appContext, [...queueByJob.keys()], new Date(now + AHEAD_MS), async (recorded) => {
    for (const queue of new Set(queueByJob.values())) {
      const its = recorded.filter((one) => queueByJob.get(one.job) === queue);
      await queue.add(its.map((one) => toTask(one, now)));
    }
  });
}

const PREFIX = 'outbox-';

/** The row that a task was handed over from. */
export const outboxId = (task: string | undefined): bigint | undefined =>
  task?.startsWith(PREFIX) ? BigInt(task.slice(PREFIX.length)) : undefined;

const toTask = ({ id, job, payload, dueAt }: OutboxRow, now: number): NewTask => ({
  name: job,
  data: payload,
  id: `${PREFIX}${id}`,
  delayMs: Math.max(0, dueAt.getTime() - now),
});
