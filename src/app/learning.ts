import type { Logger } from 'pino';
import { takeSteps } from '../async/steps.ts';
import type { Lifecycle } from '../lifecycle.ts';
import { learnAhead } from '../nlu/learn-ahead.ts';

/** Learns how people say things in small steps beside the first messages; one that needs it earlier learns what is left. */
export function startLearning(lifecycle: Lifecycle, log: Logger): void {
  const stopped = new AbortController();
  const learning = takeSteps(learnAhead(), stopped.signal).catch((err: unknown) => {
    log.error({ err }, 'nothing was learned ahead');
  });
  lifecycle.add('what is learned', () => {
    stopped.abort();
    return learning;
  });
}
