import type { Clock } from '../work.ts';
import { isPassing } from './away.ts';

/** First and longest pause before such work is tried again. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 15_000;
/** Work that met nothing else so often, and for so long, may be what breaks the database: from then on its failures count. */
const ENOUGH = 20;
const ENOUGH_MS = 10 * 60_000;
/** More than has troubles at once: what another process has done is forgotten. */
const MOST_KEPT = 1_000;

/** Remembers the work (events, jobs) that failed only because of the database: such failures are not counted. */
export interface PassingFaults {
  /** How many ms to wait before the work of this name is tried again; nothing where the failure is its own, or counts as such. */
  pause(work: string, error: unknown): number | undefined;
  forget(work: string): void;
}

export function createPassingFaults(clock: Clock): PassingFaults {
  const met = new Map<string, { readonly since: number; readonly count: number }>();
  return {
    pause(work, error) {
      if (!isPassing(error)) return undefined;
      const now = clock.now().getTime();
      const { since, count } = met.get(work) ?? { since: now, count: 0 };
      if (count >= ENOUGH && now - since >= ENOUGH_MS) return undefined;
      met.delete(work);
      met.set(work, { since, count: count + 1 });
      const [oldest] = met.keys();
      if (oldest !== undefined && met.size > MOST_KEPT) met.delete(oldest);
      return Math.min(FIRST_PAUSE_MS * 2 ** count, LONGEST_PAUSE_MS);
    },
    forget: (work) => void met.delete(work),
  };
}
