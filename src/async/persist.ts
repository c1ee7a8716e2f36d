import { setTimeout as pause } from 'node:timers/promises';

const FIRST_MS = 100;
const MOST_MS = 5_000;

/**
 * Repeats an attempt until it works. Waits before each one with exponential back-off up to five seconds, and jitter, so
 * that processes which lost the same server do not return at once. Undefined when `signal` is aborted.
 */
export async function persist<T>(
  attempt: () => Promise<T>,
  signal: AbortSignal,
  onFailure: (error: unknown) => void = () => {},
): Promise<T | undefined> {
  for (let ms = FIRST_MS; !signal.aborted; ms = Math.min(ms * 2, MOST_MS)) {
    await pause(jittered(ms), undefined, { signal }).catch(() => {});
    if (signal.aborted) break;
    try {
      return await attempt();
    } catch (error) {
      onFailure(error);
    }
  }
  return undefined;
}

/** A random time between half of `ms` and `ms`. */
export const jittered = (ms: number): number => ms * (0.5 + Math.random() / 2);
