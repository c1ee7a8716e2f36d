import type { IncomingEvent } from '../../../chat/dsl/event.ts';
import { type RetryOptions, retryUntilDone } from '../api/retry.ts';
import type { AnyUpdate } from './update.ts';

export interface PollingDeps<Update> {
  /** Asks for updates from `offset` on, which confirms all before it. */
  getUpdates(offset: number, waitSeconds: number, signal: AbortSignal): Promise<readonly Update[]>;
  take(update: Update): Promise<IncomingEvent | undefined>;
  accept(batch: readonly IncomingEvent[]): Promise<void>;
  readonly retryOptions: RetryOptions;
}

/** How long Telegram holds an empty answer back. */
export const POLL_SECONDS = 30;
/** How much later an answer may come before the request is given up. */
const SLACK_MS = 20_000;
const CONFIRM_MS = 5_000;

/**
 * Takes updates batch by batch until we are stopping. A batch is confirmed only after it is stored: what a dying
 * process loses comes again.
 */
export async function poll<Update extends AnyUpdate>(deps: PollingDeps<Update>): Promise<void> {
  const { retryOptions, getUpdates, take, accept } = deps;
  const { stopping } = retryOptions;
  let offset = 0;
  let asked = 0;

  const fetched = async (): Promise<readonly Update[]> => {
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(POLL_SECONDS * 1_000 + SLACK_MS)]);
    const updates = await getUpdates(offset, POLL_SECONDS, signal);
    asked = offset;
    return updates;
  };

  while (!stopping.aborted) {
    const updates = await retryUntilDone(fetched, retryOptions);
    const last = updates?.at(-1);
    if (!updates || !last) continue;
    const batch = await takeAll(updates, take);
    const stored = async (): Promise<true> => {
      if (batch.length > 0) await accept(batch);
      return true;
    };
    if (await retryUntilDone(stored, retryOptions, notStored)) offset = last.update_id + 1;
  }
  if (offset > asked) {
    // If this fails the batch comes again and is ignored as known.
    await getUpdates(offset, 0, AbortSignal.timeout(CONFIRM_MS)).catch(() => undefined);
  }
}

/** Database errors tell what is wrong in their last line. */
const notStored = (error: unknown): string =>
  `what came in could not be stored: ${error instanceof Error ? error.message.trim().split('\n').at(-1) : 'no reason'}`;

async function takeAll<Update>(
  updates: readonly Update[],
  take: (update: Update) => Promise<IncomingEvent | undefined>,
): Promise<IncomingEvent[]> {
  const batch: IncomingEvent[] = [];
  for (const update of updates) {
    const incoming = await take(update);
    if (incoming) batch.push(incoming);
  }
  return batch;
}
