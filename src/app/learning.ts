import type { Logger } from 'pino';
import { takeSteps } from '../async/steps.ts';
import { locales } from '../chat/dsl/event.ts';
import { loadBundle } from '../chat/dsl/i18n.ts';
import type { Lifecycle } from '../lifecycle.ts';
import { learnAhead } from '../nlu/learn-ahead.ts';
import { searchTerms, soundTerms } from '../shop/terms/search-terms.ts';

/** Learns how people say things in small steps beside the first messages; one that needs it earlier learns what is left. */
export function startLearning(lifecycle: Lifecycle, log: Logger): void {
  const stopped = new AbortController();
  const learning = takeSteps(ahead(), stopped.signal).catch((err: unknown) => {
    log.error({ err }, 'nothing was learned ahead');
  });
  lifecycle.add('what is learned', () => {
    stopped.abort();
    return learning;
  });
}

/** What the first message would else wait for: languages, characters, sounds, and what is learned from examples. */
function* ahead(): Generator<void> {
  for (const locale of locales) {
    loadBundle(locale);
    yield;
  }
  searchTerms('核桃');
  yield;
  soundTerms('核桃');
  yield;
  yield* learnAhead();
}
