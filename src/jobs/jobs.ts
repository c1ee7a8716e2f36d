import { z } from 'zod';
import type { Wake } from '../chat/wake.ts';
import { alertBatchJob, beginAlertJob, spacingOf } from './alerts.ts';
import { showDraft, writeBlurb } from './drafts.ts';
import { type Job, type JobParts, job } from './job.ts';
import { fetchPhoto } from './photos.ts';
import type { Queues, Task, WorkQueue } from './queues.ts';
import { relay } from './relay.ts';
import { SWEEP_MS, sweep } from './sweep.ts';

/** Slow things (model, downloads) must not hold up quick ones. */
const AT_ONCE = 8;

export interface JobsParts extends Omit<JobParts, 'addBatch'> {
  readonly queues: Queues;
  readonly wake: Pick<Wake, 'onLaterWork'>;
  /** Alerts a second, for each bot. */
  readonly alertRate: number;
}

/** Everything that happens later, in this process. */
export interface Jobs {
  /** Hands over what was recorded, and takes up what is due. */
  sweep(): Promise<void>;
  /** Takes nothing more up; resolves when what runs has ended. What waits stays for the next start. */
  stop(): Promise<void>;
}

export async function startJobs(parts: JobsParts): Promise<Jobs> {
  const { queues, alertRate, log } = parts;
  const batches = new Map<string, WorkQueue>();
  const addBatch = async (channel: string, task: Task): Promise<void> =>
    (batches.get(channel) ?? work).add([task]);
  const jobParts: JobParts = { ...parts, addBatch };
  const sweepJob = job('sweep', z.object({}), () => takeUp());
  const run = runnerOf(
    [beginAlertJob, alertBatchJob(alertRate), fetchPhoto, showDraft, writeBlurb, sweepJob],
    jobParts,
  );

  const work = await queues.open('work', { atOnce: AT_ONCE, handle: run });
  for (const { name } of parts.channels.filter((channel) => !channel.can.readsTable)) {
    batches.set(
      name,
      await queues.open(`alerts-${name}`, { atOnce: 1, spacingMs: spacingOf(alertRate), handle: run }),
    );
  }

  const takeUp = async (): Promise<void> => {
    await relay(parts.store, work);
    await sweep(jobParts);
  };
  let relaying = Promise.resolve();
  parts.wake.onLaterWork(() => {
    relaying = relaying
      .then(() => relay(parts.store, work))
      .catch((error: unknown) => log.error({ err: error }, 'the outbox could not be relayed'));
  });
  await work.every(SWEEP_MS, { name: 'sweep', data: {} });

  return {
    sweep: takeUp,
    async stop() {
      await relaying;
      await Promise.all([work, ...batches.values()].map((queue) => queue.stop()));
    },
  };
}

function runnerOf(jobs: readonly Job[], parts: JobParts): (task: Task) => Promise<void> {
  const byName = new Map(jobs.map((one) => [one.name, one]));
  return async ({ name, data }) => {
    const found = byName.get(name);
    if (!found) throw new Error(`there is no job "${name}"`);
    await found.run(data, parts);
  };
}
