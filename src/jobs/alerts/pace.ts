/** How many recipients a batch has at `rate` messages a second: a tenth of a second's worth. 25 → 3. */
export const batchSize = (rate: number): number => Math.max(1, Math.ceil(rate / 10));

/**
 * The time between the starts of two batches. A second holds one batch less than the rate allows, so that a batch that is
 * late by less than this time never makes a second of more than `rate` messages.
 */
export function batchSpacingMs(rate: number): number {
  const batchesInASecond = Math.floor(rate / batchSize(rate));
  return Math.ceil(1_000 / Math.max(0.5, batchesInASecond - 1));
}

/** A batch that is ready later than this waits for the next slot; the rest of the slot is for sending to begin. */
export const maxLatenessMs = (rate: number): number => 0.45 * batchSpacingMs(rate);
