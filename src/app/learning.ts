import { takeSteps } from '../async/steps.ts';
import type { Lifecycle } from '../lifecycle.ts';
import { learnAhead } from '../nlu/learn-ahead.ts';

/** Begins to learn how people say things, beside everything else that starts; resolves when the first message may come. */
export function startLearning(lifecycle: Lifecycle): Promise<void> {
  const stopped = new AbortController();
  const learning = takeSteps(learnAhead(), stopped.signal);
  // Nobody may wait for it when it fails: whoever waits later is told then.
  const ended = learning.catch(() => undefined);
  lifecycle.add('what is learned', async () => {
    stopped.abort();
    await ended;
  });
  return learning;
}
