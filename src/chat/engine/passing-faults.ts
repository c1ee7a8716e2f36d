import { isPassing } from '../../db/client/away.ts';
import type { Clock } from '../../db/work.ts';

/** First and longest pause before an event whose transaction was lost is tried again. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 15_000;
/** An event that has lost its transaction so often, and for so long, is what breaks it: from then on its failures count. */
const ENOUGH = 20;
const ENOUGH_MS = 10 * 60_000;
/** More events than have troubles at once: what another process has handled is forgotten. */
const MOST_KEPT = 1_000;

/** Remembers the events whose turns failed only because of the database: the failures of those are not counted. */
export interface PassingFaults {
  /** How long to wait before the event is tried again; nothing where the failure is its own, or counts as such. */
  pause(eventId: bigint, error: unknown): number | undefined;
  forget(eventId: bigint): void;
}

export function createPassingFaults(clock: Clock): PassingFaults {
  const met = new Map<bigint, { readonly since: number; readonly count: number }>();
  return {
    pause(eventId, error) {
      if (!isPassing(error)) return undefined;
      const now = clock.now().getTime();
      const { since, count } = met.get(eventId) ?? { since: now, count: 0 };
      if (count >= ENOUGH && now - since >= ENOUGH_MS) return undefined;
      met.delete(eventId);
      met.set(eventId, { since, count: count + 1 });
      const [oldest] = met.keys();
      if (oldest !== undefined && met.size > MOST_KEPT) met.delete(oldest);
      return Math.min(FIRST_PAUSE_MS * 2 ** count, LONGEST_PAUSE_MS);
    },
    forget: (eventId) => void met.delete(eventId),
  };
}
