import { setTimeout as pause } from 'node:timers/promises';

/** How long a stop waits for running replies. */
const IDLE_MS = 5_000;

/** Replies outside of events, such as those to inline queries. They are not awaited; failures are logged. */
export interface BackgroundReplies {
  run(answer: Promise<unknown>): void;
  /** Resolves when all have ended, after five seconds at the latest. */
  idle(): Promise<void>;
}

export function createBackgroundReplies(failed: (error: unknown) => void): BackgroundReplies {
  const running = new Set<Promise<unknown>>();
  return {
    run(answer) {
      const ended = answer.catch(failed).finally(() => running.delete(ended));
      running.add(ended);
    },
    async idle() {
      const enough = new AbortController();
      const longest = pause(IDLE_MS, undefined, enough).catch(() => undefined);
      await Promise.race([Promise.all(running), longest]);
      enough.abort();
    },
  };
}
