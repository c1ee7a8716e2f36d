import { handOver, type Recorded } from '../../db/outbox.ts';
import type { Store } from '../../db/work.ts';
import type { NewTask, WorkQueue } from './queues.ts';

/** What is due within this time goes to its queue with its delay; what is due later stays in the outbox until a sweep. */
const AHEAD_MS = 30_000;

/** Hands recorded work to the queue of its job; what no job here knows stays for a process of another release. */
export async function relay(store: Store, queueOf: ReadonlyMap<string, WorkQueue>): Promise<void> {
  const now = store.clock.now().getTime();
  await handOver(store, [...queueOf.keys()], new Date(now + AHEAD_MS), async (recorded) => {
    for (const queue of new Set(queueOf.values())) {
      const its = recorded.filter((one) => queueOf.get(one.job) === queue);
      await queue.add(its.map((one) => taskOf(one, now)));
    }
  });
}

const PREFIX = 'outbox-';

/** The row that a task was handed over from. */
export const recordedAs = (task: string | undefined): bigint | undefined =>
  task?.startsWith(PREFIX) ? BigInt(task.slice(PREFIX.length)) : undefined;

const taskOf = ({ id, job, payload, dueAt }: Recorded, now: number): NewTask => ({
  name: job,
  data: payload,
  id: `${PREFIX}${id}`,
  delayMs: Math.max(0, dueAt.getTime() - now),
});
