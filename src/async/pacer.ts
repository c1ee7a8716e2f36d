import { setTimeout as pause } from 'node:timers/promises';
import { jittered } from './persist.ts';

const FIRST_MS = 100;

/** Limits the attempts of many callers to reach the same server while it is away. */
export interface Pacer {
  /** Makes an attempt. After a failure the next attempt waits first, longer with each failure. */
  attempt<T>(act: () => Promise<T>): Promise<T>;
}

export function createPacer(mostMs: number): Pacer {
  let waitMs = 0;
  let notBefore = 0;

  const failed = (begunAt: number): void => {
    // Attempts that began at the same time fail for the same reason: they count once.
    if (begunAt < notBefore) return;
    waitMs = Math.min(Math.max(FIRST_MS, waitMs * 2), mostMs);
    notBefore = Date.now() + jittered(waitMs);
  };

  return {
    async attempt(act) {
      // Whoever wakes may find that another's attempt has failed meanwhile.
      for (let ms = notBefore - Date.now(); ms > 0; ms = notBefore - Date.now()) await pause(ms);
      const begunAt = Date.now();
      try {
        const made = await act();
        waitMs = 0;
        return made;
      } catch (error) {
        failed(begunAt);
        throw error;
      }
    },
  };
}
