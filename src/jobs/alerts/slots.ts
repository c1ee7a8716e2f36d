import { reserveSlots } from '../../chat/outbound/channels/rate.ts';
import type { AppContext } from '../../db/work.ts';
import { MAX_LATENESS_MS, slotSpacingMs, slotsAtATime } from './pace.ts';

/** Messages a second that Telegram sends for free; beyond them alerts are paid. */
const FREE_RATE = 30;

/** A time at which one message may leave, by `performance.now()`: not before `from`, not after `until`. */
export interface Slot {
  readonly from: number;
  readonly until: number;
}

/** Reserves the next slots; a number is how long to wait, in milliseconds, before asking again. */
export async function takeSlots(
  appContext: AppContext,
  channel: string,
  rate: number,
  wanted: number,
): Promise<readonly Slot[] | number> {
  const slotMs = slotSpacingMs(rate);
  const count = Math.min(wanted, slotsAtATime(rate));
  const askedAt = performance.now();
  const reserved = await reserveSlots(appContext, channel, { count, slotMs, isShared: rate <= FREE_RATE });
  if (reserved.is === 'full') return reserved.waitMs;
  // The database counted from some moment between the two: what may be too early or too late by that is left out.
  const latest = performance.now() + reserved.startsInMs;
  const earliest = askedAt + reserved.startsInMs;
  return Array.from({ length: count }, (_, i) => ({
    from: latest + i * slotMs,
    until: earliest + i * slotMs + MAX_LATENESS_MS,
  }));
}
