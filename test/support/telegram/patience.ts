/** How long people and bots are waited for before a test fails: a busy machine is slow, not wrong. In milliseconds. */
export const WITHIN_MS = 10_000;
