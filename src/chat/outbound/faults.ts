import type { Logger } from 'pino';
import { isAway, logFault } from '../../db/client/away.ts';
import type { Clock } from '../../db/work.ts';
import type { DeliveryResult } from '../dsl/channel.ts';

/** Pause before a message that met a fault of ours is tried again. */
const AGAIN_MS = 4_000;
/** A message that met only faults for this time is given up, so that it does not hold up its chat. */
const ENOUGH_MS = 10 * 60_000;

/** Counts messages that could not be handed to their channel because of a fault of ours, mostly a bug. */
export interface Faults {
  /** The result to settle the message with. */
  of(messageId: string, error: unknown): DeliveryResult;
  /** The message had another result. */
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
