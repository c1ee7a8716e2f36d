/** How many chats one batch tells, at so many messages a second: a tenth of a second's worth. */
export const batchSize = (rate: number): number => Math.max(1, Math.ceil(rate / 10));

/**
 * The time between the starts of two batches. A second holds one whole batch less than the rate allows, so that no
 * batch that is late by less than this time makes a second of more than `rate` messages.
 */
export function batchSpacingMs(rate: number): number {
  const batchesInASecond = Math.floor(rate / batchSize(rate));
  return Math.ceil(1_000 / Math.max(0.5, batchesInASecond - 1));
}

/** A batch that is not ready to be sent by then waits for the next beat; the rest of the time is for its sending to begin. */
export const maxLatenessMs = (rate: number): number => 0.45 * batchSpacingMs(rate);
