import { createBoundedTasks } from '../../async/bounded.ts';
import { waitAtMost } from '../../async/timeout.ts';
import { takeRoom } from '../../chat/outbound/channel-rate.ts';
import { isAway, logFault } from '../../db/away.ts';
import type { AlertId } from '../../db/ids.ts';
import { inTransaction } from '../../db/work.ts';
import { hasDueRecipients } from '../../shop/notifications/recipients.ts';
import type { Queues, TaskResult, TaskRun } from '../queue/queues.ts';
import {
  type BatchDeps,
  type Pacing,
  prepareBatch,
  type ReadyBatch,
  returnBatch,
  sendBatch,
} from './batch.ts';
import { batchSize, batchSpacingMs, maxLatenessMs } from './pace.ts';

/** Batches on their way at a time: a slow line slows nobody down, a dead one does not pile up. */
const MAX_CONCURRENT_BATCHES = 40;
/** Beyond so many a second alerts are paid for. */
const FREE_RATE = 30;
/** A batch that got late and finds no beat in this process for so long is given back. */
const KEEP_MS = 1_000;
/** How long a beat that found no database is put off. */
const AWAY_MS = 1_000;
/** How long a stop waits for batches on their way. */
const LAND_MS = 20_000;

/** Before every other id. */
export const NO_ALERT = '00000000-0000-0000-0000-000000000000';

/** The alerts of one channel, at its pace. */
export interface PacedSender {
  /** There is an alert to be told on this channel. */
  start(alertId: AlertId): Promise<void>;
  isIdle(): Promise<boolean>;
  stop(): Promise<void>;
}

/**
 * A queue that beats the time of a channel, over all processes: each beat sends the next batch on its way, of whichever
 * alert has its turn. A batch that is late is kept for the next beat: sent late, it could meet another process's.
 */
export async function createPacedSender(
  deps: BatchDeps,
  queues: Queues,
  channel: string,
  rate: number,
): Promise<PacedSender> {
  const batches = createBoundedTasks(MAX_CONCURRENT_BATCHES);
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
      await returnBatch(deps, batch);
      await start(batch.alertId);
    } catch (error) {
      logFault(deps.log, error, 'a batch was not given back');
    }
  };

  const keep = (batch: ReadyBatch): void => {
    const timer = setTimeout(() => void giveBackKept(), KEEP_MS);
    kept = { batch, timer };
  };

  /** Replies go first. What is paid for has a rate of its own. */
  const hasRoom = async () => rate > FREE_RATE || (await takeRoom(deps.appContext, channel, batchSize(rate)));
  const isSomebodyDue = () => inTransaction(deps.appContext, (context) => hasDueRecipients(context, channel));

  const sendNextBatch = async ({ begunAt }: TaskRun): Promise<TaskResult> => {
    const late = takeKept();
    if (!late && !(await hasRoom())) return 'again';
    const batch = late ?? (await prepareBatch(deps, channel, batchSize(rate), lastAlert));
    // Who is just being told may have to be told again.
    if (!batch) return !batches.isEmpty() || (await isSomebodyDue()) ? 'again' : 'done';
    lastAlert = batch.alertId;
    if (Date.now() - begunAt > maxLatenessMs(rate)) keep(batch);
    else await batches.add(() => sendBatch(deps, batch, pacing));
    return 'again';
  };

  const againOnceBack = (error: unknown): TaskResult => {
    if (!isAway(error)) throw error;
    return { againInMs: AWAY_MS };
  };

  const start = async (alertId: AlertId): Promise<void> => {
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
    concurrency: 1,
    spacingMs: batchSpacingMs(rate),
    handle: (_, run) => sendNextBatch(run).catch(againOnceBack),
  });
  const queue = await opening;
  return {
    start,
    isIdle: async () => !kept && batches.isEmpty() && (await queue.isQuiet()),
    async stop() {
      await queue.stop();
      await giveBackKept();
      // Without a database, what was said cannot be recorded: that is not waited for.
      await waitAtMost(LAND_MS, batches.drain());
    },
  };
}
