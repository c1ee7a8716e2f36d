import { setTimeout as pause } from 'node:timers/promises';
import { deliveryResult, parseApiError } from '../api/errors.ts';

/** How long a stop waits for running replies. */
const IDLE_MS = 5_000;

/** Replies outside of events, such as those to inline queries. They are not awaited; failures are logged. */
export interface BackgroundReplies {
  run(answer: Promise<unknown>): void;
  /** Makes a call as often as a message of ours is sent: again after Telegram's own pause, or when it cannot be reached. */
  runAgain(call: () => Promise<unknown>): void;
  /** Resolves when all have ended, after five seconds at the latest; nothing is tried again any more. */
  idle(): Promise<void>;
}

export function createBackgroundReplies(failed: (error: unknown) => void): BackgroundReplies {
  const running = new Set<Promise<unknown>>();
  const stopper = new AbortController();
  const run = (answer: Promise<unknown>): void => {
    const ended = answer.catch(failed).finally(() => running.delete(ended));
    running.add(ended);
  };
  return {
    run,
    runAgain: (call) => run(callAgain(call, stopper.signal)),
    async idle() {
      stopper.abort();
      const enough = new AbortController();
      const longest = pause(IDLE_MS, undefined, enough).catch(() => undefined);
      await Promise.race([Promise.all(running), longest]);
      enough.abort();
    },
  };
}

/** A group's answer is worth a few minutes, not more: what was asked has scrolled away by then. */
const TRIES = 6;
const FIRST_MS = 1_000;

async function callAgain(call: () => Promise<unknown>, stopping: AbortSignal): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      const waitMs = pauseBefore(attempt, error);
      if (waitMs === undefined || attempt === TRIES || stopping.aborted) throw error;
      await pause(waitMs, undefined, { signal: stopping });
    }
  }
}

/** How long to wait before the next try; nothing where none would help. */
function pauseBefore(attempt: number, error: unknown): number | undefined {
  const result = deliveryResult(parseApiError(error));
  if (result.is === 'later') return result.ms;
  return result.is === 'unwell' ? Math.max(FIRST_MS * 2 ** (attempt - 1), result.atLeastMs ?? 0) : undefined;
}
