import { setImmediate } from 'node:timers/promises';

/** Takes all steps of long work, and lets everything else that waits go first after each. Ends early when `signal` says so. */
export async function takeSteps(steps: Iterable<unknown>, signal?: AbortSignal): Promise<void> {
  for (const _ of steps) {
    if (signal?.aborted) return;
    await setImmediate();
  }
}
