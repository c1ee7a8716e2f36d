/**
 * A message leaves within this time after its slot begins, or in a later slot. Slots are so much further apart, so that
 * messages that bunch up by it still make no second of more than the rate.
 */
export const MAX_LATENESS_MS = 40;

/** A recipient whose channel was in trouble, or who waits for another message, is due again after this time. */
export const AGAIN_MS = 3_000;

const SECOND_MS = 1_000;
/** The slots that are reserved at a time, as a part of a second: few, so that replies come in between. */
const RESERVED_MS = 80;
/** The recipients that are claimed at a time, as a part of a second. */
const CLAIMED_MS = 100;

/** The time from one slot to the next at `rate` messages a second. 25 → 41.6 ms, 1,000 → 1.04 ms. */
export const slotSpacingMs = (rate: number): number => (SECOND_MS + MAX_LATENESS_MS) / rate;

/** How many slots are reserved at a time. 25 → 2, 1,000 → 80. */
export const slotsAtATime = (rate: number): number =>
  Math.max(1, Math.round((rate * RESERVED_MS) / SECOND_MS));

/** How many recipients are claimed at a time. 25 → 3, 1,000 → 100. */
export const batchSize = (rate: number): number => Math.max(1, Math.ceil((rate * CLAIMED_MS) / SECOND_MS));
