import { flightOf } from '../../async/bounded.ts';
import { within } from '../../async/timeout.ts';
import { isAway, logFault } from '../../db/away.ts';
import { transact } from '../../db/work.ts';
import { isAnybodyDue } from '../../shop/notifications/recipients.ts';
import type { Queues, Run, TaskEnd } from '../queue/queues.ts';
import { type BatchParts, giveBack, prepareBatch, type ReadyBatch, sendBatch } from './batch.ts';
import { batchOf, latenessOf, spacingOf } from './pace.ts';

/** Batches on their way at a time: a slow line slows nobody down, a dead one does not pile up. */
const BATCHES_AT_ONCE = 40;
/** A batch that got late and finds no beat in this process for so long is given back. */
const KEEP_MS = 1_000;
/** How long a beat that found no database is put off. */
const AWAY_MS = 1_000;
/** How long a stop waits for batches on their way. */
const LAND_MS = 20_000;

/** Before every other id. */
export const NO_ALERT = '00000000-0000-0000-0000-000000000000';

/** The alerts of one channel, at its pace. */
export interface Beat {
  /** There is an alert to be told on this channel. */
  start(alertId: string): Promise<void>;
  isIdle(): Promise<boolean>;
  stop(): Promise<void>;
}

/**
 * A queue that beats the time of a channel, over all processes: each beat sends the next batch on its way, of whichever
 * alert has its turn. A batch that is late is kept for the next beat: sent late, it could meet another process's.
 */
export async function beatOf(
  parts: BatchParts,
  queues: Queues,
  channel: string,
  rate: number,
): Promise<Beat> {
  const flight = flightOf(BATCHES_AT_ONCE);
  let lastAlert = NO_ALERT;
  let kept: { readonly batch: ReadyBatch; readonly timer: NodeJS.Timeout } | undefined;

  const takeKept = (): ReadyBatch | undefined => {
    const batch = kept?.batch;
    clearTimeout(kept?.timer);
    kept = undefined;
    return batch;
  };

  /** If it cannot be given back, its lease will lapse. */
  const giveBackKept = async (): Promise<void> => {
    const batch = takeKept();
    if (!batch) return;
    try {
      await giveBack(parts, batch);
      await start(batch.alertId);
    } catch (error) {
      logFault(parts.log, error, 'a batch was not given back');
    }
  };

  const keep = (batch: ReadyBatch): void => {
    const timer = setTimeout(() => void giveBackKept(), KEEP_MS);
    kept = { batch, timer };
  };

  const beat = async ({ begunAt }: Run): Promise<TaskEnd> => {
    const batch = takeKept() ?? (await prepareBatch(parts, channel, batchOf(rate), lastAlert));
    if (!batch)
      return (await transact(parts.store, (work) => isAnybodyDue(work, channel))) ? 'again' : 'done';
    lastAlert = batch.alertId;
    if (Date.now() - begunAt > latenessOf(rate)) keep(batch);
    else await flight.add(() => sendBatch(parts, batch, async (ms) => (await opening).pause(ms)));
    return 'again';
  };

  const againOnceBack = (error: unknown): TaskEnd => {
    if (!isAway(error)) throw error;
    return { againInMs: AWAY_MS };
  };

  const start = async (alertId: string): Promise<void> => {
    const task = { name: 'beat', data: {}, id: `beat-${alertId}`, isForgotten: true };
    await (await opening).add([task]);
  };

  // The first beat may come before this is awaited: an alert may be half told.
  const opening = queues.open(`alerts-${channel}`, {
    atOnce: 1,
    spacingMs: spacingOf(rate),
    handle: (_, run) => beat(run).catch(againOnceBack),
  });
  const queue = await opening;
  return {
    start,
    isIdle: async () => !kept && flight.isEmpty() && (await queue.isQuiet()),
    async stop() {
      await queue.stop();
      await giveBackKept();
      // Without a database, what was said cannot be recorded: that is not waited for.
      await within(LAND_MS, flight.land());
    },
  };
}
