/** Items that come within this time are stored together, unless the caller says otherwise. */
const WAIT_MS = 4;
/** The most updates that Telegram gives a poller in one answer. */
const MAX_BATCH = 100;

interface Pending<T> {
  readonly item: T;
  resolve(): void;
  reject(error: unknown): void;
}

/** Collects single items into batches. */
export interface Batcher<T> {
  /** Resolves when the item is stored, rejects when it could not be. */
  add(item: T): Promise<void>;
  /** Resolves when no item waits. */
  idle(): Promise<void>;
}

/**
 * Stores items that come within a moment by one call of `accept`, sorted by `compare`. There is one call at a time, so
 * that the batches keep their order.
 */
export function createBatcher<T>(
  accept: (batch: readonly T[]) => Promise<void>,
  compare: (a: T, b: T) => number,
  waitMs = WAIT_MS,
): Batcher<T> {
  const pending: Pending<T>[] = [];
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    while (pending.length > 0) {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      pending.sort((a, b) => compare(a.item, b.item));
      await store(pending.splice(0, MAX_BATCH));
    }
    running = undefined;
  };

  const store = async (batch: readonly Pending<T>[]): Promise<void> => {
    try {
      await accept(batch.map(({ item }) => item));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        pending.push({ item, resolve, reject });
        running ??= run();
      }),
    idle: () => running ?? Promise.resolve(),
  };
}
