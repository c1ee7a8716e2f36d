import { logFault } from '../../db/client/away.ts';
import type { AlertId } from '../../db/ids.ts';
import { inTransaction } from '../../db/work.ts';
import { releaseLapsedLeases } from '../../shop/notifications/recipients.ts';
import { AGAIN_MS } from './results.ts';
import type { SenderDeps } from './sender.ts';

/** Timers are a little late, so that the time of a release has come. */
const LATE_MS = 50;

/** Brings back recipients that were put off. */
export interface Releases {
  /** Recipients of this alert were put off for `AGAIN_MS`. */
  later(alertId: AlertId): void;
  isEmpty(): boolean;
  stop(): void;
}

export function createReleases(
  { appContext, log, held }: SenderDeps,
  start: (alertId: AlertId) => void,
): Releases {
  const timers = new Map<AlertId, NodeJS.Timeout>();

  const release = async (alertId: AlertId): Promise<void> => {
    try {
      await inTransaction(appContext, (context) => releaseLapsedLeases(context, held.all()));
    } catch (error) {
      logFault(log, error, 'recipients that were put off wait for the next sweep', { alert: alertId });
    }
    timers.delete(alertId);
    start(alertId);
  };

  return {
    later(alertId) {
      clearTimeout(timers.get(alertId));
      timers.set(
        alertId,
        setTimeout(() => void release(alertId), AGAIN_MS + LATE_MS),
      );
    },
    isEmpty: () => timers.size === 0,
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
