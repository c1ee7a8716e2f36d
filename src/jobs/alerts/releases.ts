import { logFault } from '../../db/client/away.ts';
import type { AlertId } from '../../db/ids.ts';
import { inTransaction } from '../../db/work.ts';
import { releaseLapsedLeases } from '../../shop/notifications/alerts/recipients.ts';
import type { SenderDeps } from './sender.ts';

/** Timers are a little late, so that the time of a release has come. */
const LATE_MS = 50;

/** Brings back recipients that were put off. */
export interface Releases {
  /** Recipients of this alert were put off for `ms`. */
  later(alertId: AlertId, ms: number): void;
  /** None is under way; those whose time has not come do not count. */
  isIdle(): boolean;
  stop(): void;
}

export function createReleases(
  { appContext, log, held }: SenderDeps,
  start: (alertId: AlertId) => void,
): Releases {
  /** By alert and pause. */
  const planned = new Map<string, () => void>();
  const running = new Set<AlertId>();

  const release = async (alertId: AlertId): Promise<void> => {
    running.add(alertId);
    try {
      await inTransaction(appContext, (context) => releaseLapsedLeases(context, held.all()));
    } catch (error) {
      logFault(log, error, 'recipients that were put off wait for the next sweep', { alert: alertId });
    }
    running.delete(alertId);
    start(alertId);
  };

  return {
    later(alertId, ms) {
      const key = `${alertId} ${ms}`;
      planned.get(key)?.();
      const begin = (): void => {
        planned.delete(key);
        void release(alertId);
      };
      planned.set(key, appContext.clock.after(ms + LATE_MS, begin));
    },
    isIdle: () => running.size === 0,
    stop() {
      for (const cancel of planned.values()) cancel();
      planned.clear();
    },
  };
}
