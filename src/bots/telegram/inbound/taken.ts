import { setTimeout as pause } from 'node:timers/promises';
import type { ChannelName, IncomingEvent } from '../../../chat/dsl/event.ts';
import { decode } from './decode.ts';

/** Where a framework's first middleware leaves the events it found, to be fetched when the framework is done. */
export interface Taken {
  /** True when the update is an event: it goes into the engine, and no other middleware has to do with it. */
  keep(update: object): boolean;
  /** The event that was found in the update. */
  of(update: object): IncomingEvent | undefined;
}

export function takenBy(channel: ChannelName, now: () => Date): Taken {
  const taken = new WeakMap<object, IncomingEvent>();
  return {
    keep(update) {
      const incoming = decode(channel, update, now());
      if (incoming) taken.set(update, incoming);
      return incoming !== undefined;
    },
    of: (update) => taken.get(update),
  };
}

/** A stop does not wait longer for them. */
const IDLE_MS = 5_000;

/** Answers that no event waits for: begun and left alone. Failures are nobody's business. */
export interface BackgroundReplies {
  run(answer: Promise<unknown>): void;
  /** Resolves when all are through, or too slow to wait for. */
  idle(): Promise<void>;
}

export function createBackgroundReplies(failed: (error: unknown) => void): BackgroundReplies {
  const running = new Set<Promise<unknown>>();
  return {
    run(answer) {
      const ended = answer.catch(failed).finally(() => running.delete(ended));
      running.add(ended);
    },
    async idle() {
      const enough = new AbortController();
      const longest = pause(IDLE_MS, undefined, enough).catch(() => undefined);
      await Promise.race([Promise.all(running), longest]);
      enough.abort();
    },
  };
}
