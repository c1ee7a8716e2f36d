import { isPassing } from '../../db/client/away.ts';
import type { Clock } from '../../db/work.ts';

/** First and longest pause before such an event is tried again. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 15_000;
/** An event that met nothing else so often, and for so long, may be what breaks the database: from then on its failures count. */
const ENOUGH = 20;
const ENOUGH_MS = 10 * 60_000;
/** More events than have troubles at once: what another process has handled is forgotten. */
const MOST_KEPT = 1_000;

/** Remembers the events that failed only because of the database: the failures of those are not counted. */
export interface PassingFaults {
  /** How long to wait before the event is tried again; nothing where the failure is its own, or counts as such. */
  pause(event: string, error: unknown): number | undefined;
  forget(event: string): void;
}

export function createPassingFaults(clock: Clock): PassingFaults {
  const met = new Map<string, { readonly since: number; readonly count: number }>();
  return {
    pause(event, error) {
      if (!isPassing(error)) return undefined;
      const now = clock.now().getTime();
      const { since, count } = met.get(event) ?? { since: now, count: 0 };
      if (count >= ENOUGH && now - since >= ENOUGH_MS) return undefined;
      met.delete(event);
      met.set(event, { since, count: count + 1 });
      const [oldest] = met.keys();
      if (oldest !== undefined && met.size > MOST_KEPT) met.delete(oldest);
      return Math.min(FIRST_PAUSE_MS * 2 ** count, LONGEST_PAUSE_MS);
    },
    forget: (event) => void met.delete(event),
  };
}
