import type { Logger } from 'pino';
import { isAway, logFault } from '../../db/away.ts';
import type { Clock } from '../../db/work.ts';
import type { DeliveryResult } from '../dsl/channel.ts';

/** After a fault of ours a message is tried again after so long. */
const AGAIN_MS = 4_000;
/** A message that meets nothing but faults for so long is given up: it must not hold up its chat for a day. */
const ENOUGH_MS = 10 * 60_000;

/** Messages that could not even be handed to their channel, for reasons of ours: a bug, mostly. */
export interface Faults {
  /** How the delivery counts. */
  of(messageId: string, error: unknown): DeliveryResult;
  /** The message met something else. */
  forget(messageId: string): void;
}

export function createFaults(clock: Clock, log: Logger): Faults {
  const since = new Map<string, number>();
  return {
    of(message, error) {
      logFault(log, error, 'a message met a fault of ours', { message });
      // A database that is away is waited for.
      if (isAway(error)) return { is: 'later', ms: AGAIN_MS };
      const now = clock.now().getTime();
      const first = since.get(message) ?? now;
      since.set(message, first);
      return now - first < ENOUGH_MS
        ? { is: 'later', ms: AGAIN_MS }
        : { is: 'refused', why: `faults of ours for ${ENOUGH_MS / 60_000} minutes` };
    },
    forget: (message) => since.delete(message),
  };
}
