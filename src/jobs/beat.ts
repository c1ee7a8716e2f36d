import { takeRoom } from '../chat/channel-rate.ts';
import { transact } from '../db/work.ts';
import { isAnybodyDue } from '../shop/deliveries.ts';
import {
  type BatchParts,
  giveBack,
  type Pacing,
  prepareBatch,
  type ReadyBatch,
  sendBatch,
} from './alert-batch.ts';
import { flightOf } from './flight.ts';
import { batchOf, latenessOf, spacingOf } from './pace.ts';
import type { Queues, Run, TaskEnd } from './queues.ts';

/** Batches on their way at a time: a slow line slows nobody down, a dead one does not pile up. */
const BATCHES_AT_ONCE = 40;
/** Beyond so many a second alerts are paid for. */
const FREE_RATE = 30;
/** A batch that got late and finds no beat in this process for so long is given back. */
const KEEP_MS = 1_000;

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

  const giveBackKept = async (): Promise<void> => {
    const batch = takeKept();
    if (!batch) return;
    await giveBack(parts, batch);
    await start(batch.alertId);
  };

  const keep = (batch: ReadyBatch): void => {
    const timer = setTimeout(() => {
      giveBackKept().catch((error: unknown) => parts.log.error({ err: error }, 'a batch was not given back'));
    }, KEEP_MS);
    kept = { batch, timer };
  };

  /** Replies go first. What is paid for has a rate of its own. */
  const hasRoom = async () => rate > FREE_RATE || (await takeRoom(parts.store, channel, batchOf(rate)));
  const isSomebodyDue = () => transact(parts.store, (work) => isAnybodyDue(work, channel));

  const beat = async ({ begunAt }: Run): Promise<TaskEnd> => {
    const late = takeKept();
    if (!late && !(await hasRoom())) return 'again';
    const batch = late ?? (await prepareBatch(parts, channel, batchOf(rate), lastAlert));
    // Who is just being told may have to be told again.
    if (!batch) return !flight.isEmpty() || (await isSomebodyDue()) ? 'again' : 'done';
    lastAlert = batch.alertId;
    if (Date.now() - begunAt > latenessOf(rate)) keep(batch);
    else await flight.add(() => sendBatch(parts, batch, pacing));
    return 'again';
  };

  const start = async (alertId: string): Promise<void> => {
    const task = { name: 'beat', data: {}, id: `beat-${alertId}`, isForgotten: true };
    await (await opening).add([task]);
  };

  const pacing: Pacing = {
    pause: async (ms) => (await opening).pause(ms),
    // Without an id: the beat that told them first may still be there under it.
    comeBack: async (delayMs) =>
      (await opening).add([{ name: 'beat', data: {}, isForgotten: true, delayMs }]),
  };

  // The first beat may come before this is awaited: an alert may be half told.
  const opening = queues.open(`alerts-${channel}`, {
    atOnce: 1,
    spacingMs: spacingOf(rate),
    handle: (_, run) => beat(run),
  });
  const queue = await opening;
  return {
    start,
    isIdle: async () => !kept && flight.isEmpty() && (await queue.isQuiet()),
    async stop() {
      await queue.stop();
      await giveBackKept();
      await flight.land();
    },
  };
}
