/**
 * A message leaves within this time after its slot begins, or in a later slot. Slots are so much further apart, so that
 * messages that bunch up by it still make no second of more than the rate.
 */
export const MAX_LATENESS_MS = 40;

/** A recipient whose channel was in trouble, or who waits for another message, is due again after this time. */
export const AGAIN_MS = 3_000;
/** … or after this one, where that message has left already and is only to be recorded. */
export const SOON_MS = 1_000;

const SECOND_MS = 1_000;
/** The slots that are reserved at a time, as a part of a second: few, so that replies come in between. */
const RESERVED_MS = 80;
/** The recipients that are claimed at a time, as a part of a second; … */
const CLAIMED_MS = 100;
/** … no fewer than this: each claim is composed anew, and replies wait for the processor meanwhile. */
const LEAST_CLAIMED = 6;
/** Results of at least this time are written together, or of this many messages: replies wait for the same disk. */
export const TOGETHER_MS = 50;
const TOGETHER = 3;
const MOST_TOGETHER_MS = 125;

/** The time from one slot to the next at `rate` messages a second. 25 → 41.6 ms, 1,000 → 1.04 ms. */
export const slotSpacingMs = (rate: number): number => (SECOND_MS + MAX_LATENESS_MS) / rate;

/** How many slots are reserved at a time. 25 → 2, 1,000 → 80. */
export const slotsAtATime = (rate: number): number =>
  Math.max(1, Math.round((rate * RESERVED_MS) / SECOND_MS));

/** How many recipients are claimed at a time. 25 → 6, 1,000 → 100. */
export const batchSize = (rate: number): number =>
  Math.max(LEAST_CLAIMED, Math.ceil((rate * CLAIMED_MS) / SECOND_MS));

/**
 * For how long results are gathered that are written together. A process that dies has so much to send again. 25 → 125 ms
 * (three messages), 1,000 → 50 ms.
 */
export const resultsTogetherMs = (rate: number): number =>
  Math.max(TOGETHER_MS, Math.min(MOST_TOGETHER_MS, Math.round(TOGETHER * slotSpacingMs(rate))));
