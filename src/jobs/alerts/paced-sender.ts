import { createBoundedTasks } from '../../async/bounded.ts';
import { waitAtMost } from '../../async/timeout.ts';
import { takeRoom } from '../../chat/outbound/channel-rate.ts';
import { isAway, logFault } from '../../db/client/away.ts';
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

/** Concurrent batches: enough for a slow connection, bounded for a dead one. */
const MAX_CONCURRENT_BATCHES = 40;
/** Messages a second that Telegram sends for free; beyond them alerts are paid. */
const FREE_RATE = 30;
/** A late batch that gets no slot in this process within this time is returned. */
const KEEP_MS = 1_000;
/** How long a slot waits when the database is away. */
const AWAY_MS = 1_000;
/** How long a stop waits for running batches. */
const LAND_MS = 20_000;

/** Sorts before every other id. */
export const NO_ALERT = '00000000-0000-0000-0000-000000000000';

/** Sends the alerts of one channel at its rate. */
export interface PacedSender {
  /** An alert has due recipients on this channel. */
  start(alertId: AlertId): Promise<void>;
  isIdle(): Promise<boolean>;
  stop(): Promise<void>;
}

/**
 * A queue that begins one task each `batchSpacingMs`, over all processes. Each task sends the next batch; alerts take
 * turns. A late batch is kept for the next slot: sent late, it could fall into the same second as another process's.
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

  /** If that fails, its recipients are due again when their lease lapses. */
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

  /** Replies go first. Paid alerts have a rate of their own. */
  const hasRoom = async () => rate > FREE_RATE || (await takeRoom(deps.appContext, channel, batchSize(rate)));
  const isSomebodyDue = () => inTransaction(deps.appContext, (context) => hasDueRecipients(context, channel));

  const sendNextBatch = async ({ begunAt }: TaskRun): Promise<TaskResult> => {
    const late = takeKept();
    if (!late && !(await hasRoom())) return 'again';
    const batch = late ?? (await prepareBatch(deps, channel, batchSize(rate), lastAlert));
    // Recipients in a running batch may become due again.
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
    // Without an id: the task that sent to them may still be kept under it.
    comeBack: async (delayMs) =>
      (await opening).add([{ name: 'beat', data: {}, isForgotten: true, delayMs }]),
  };

  // The first task may run before this is awaited: an earlier process may have left one.
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
      // While the database is away, results cannot be recorded: the wait is limited.
      await waitAtMost(LAND_MS, batches.drain());
    },
  };
}
