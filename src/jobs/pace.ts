import { setTimeout as pause } from 'node:timers/promises';

/** How many chats one batch tells, at so many messages a second: a tenth of a second's worth. */
export const batchOf = (rate: number): number => Math.max(1, Math.ceil(rate / 10));

/**
 * The time between the starts of two batches. A second holds one whole batch less than the rate allows, so that a batch
 * that is late by no more than this time never makes a second of more than `rate` messages.
 */
export const spacingOf = (rate: number): number =>
  Math.ceil(1_000 / Math.max(1, Math.floor(rate / batchOf(rate)) - 1));

/** Whoever awaits it goes on at most once in about `spacingOf(rate)`: batches that got late do not meet. */
export function paceOf(rate: number): () => Promise<void> {
  // A little less than the time between starts, so that what is late can catch up.
  const gap = 0.95 * spacingOf(rate);
  let next = 0;
  return async () => {
    const now = Date.now();
    const at = Math.max(now, next);
    next = at + gap;
    if (at > now) await pause(at - now);
  };
}
