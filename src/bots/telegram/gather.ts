import type { Incoming } from '../../chat/event.ts';

/** Events that come within so many milliseconds are stored together. */
const GATHER_MS = 4;
/** As many as Telegram gives a poller at once. */
const AT_ONCE = 100;

interface Pending {
  readonly incoming: Incoming;
  resolve(): void;
  reject(error: unknown): void;
}

/** Collects single events into batches. */
export interface Gatherer {
  /** Resolves when the event is stored, rejects when it could not be. */
  add(incoming: Incoming): Promise<void>;
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>;
}

/**
 * Stores what comes in bursts in one statement and in the platform's order, one statement at a time: what was posted
 * side by side is answered in order.
 */
export function gathererOf(accept: (batch: readonly Incoming[]) => Promise<void>): Gatherer {
  const pending: Pending[] = [];
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    while (pending.length > 0) {
      await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
      pending.sort((a, b) => Number(a.incoming.seq - b.incoming.seq));
      await store(pending.splice(0, AT_ONCE));
    }
    running = undefined;
  };

  const store = async (batch: readonly Pending[]): Promise<void> => {
    try {
      await accept(batch.map(({ incoming }) => incoming));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };

  return {
    add: (incoming) =>
      new Promise((resolve, reject) => {
        pending.push({ incoming, resolve, reject });
        running ??= run();
      }),
    idle: () => running ?? Promise.resolve(),
  };
}
