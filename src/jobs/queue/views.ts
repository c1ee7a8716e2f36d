import { Queue } from 'bullmq';
import type { Logger } from 'pino';
import { openBackend } from './backends.ts';

/** The queues of that many names, opened without working on them, also in a process that does no jobs. */
export interface QueueViews {
  readonly views: readonly Queue[];
  stop(): Promise<void>;
}

export async function openQueueViews(
  databaseUrl: string,
  redisUrl: string | undefined,
  names: readonly string[],
  log: Logger,
): Promise<QueueViews> {
  const backend = await openBackend(databaseUrl, redisUrl, log);
  const views = names.map((name) => asWholeQueue(backend.queue(name, {})));
  for (const view of views) view.on('error', backend.outage.begin);
  return {
    views,
    async stop() {
      await Promise.all(views.map((view) => view.close()));
      await backend.stop();
    },
  };
}

/** The two backends' queues are one class, which BullMQ types apart. */
function asWholeQueue(queue: unknown): Queue {
  if (!(queue instanceof Queue)) throw new TypeError("not a queue of BullMQ's");
  return queue;
}
