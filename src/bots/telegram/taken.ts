import type { ChannelName, Incoming } from '../../chat/event.ts';
import { decode } from './decode.ts';

/** Where a framework's first middleware leaves the events it found, to be fetched when the framework is done. */
export interface Taken {
  /** True when the update is an event: it goes into the engine, and no other middleware has to do with it. */
  keep(update: object): boolean;
  /** The event that was found in the update. */
  of(update: object): Incoming | undefined;
}

export function takenBy(channel: ChannelName, now: () => Date): Taken {
  const taken = new WeakMap<object, Incoming>();
  return {
    keep(update) {
      const incoming = decode(channel, update, now());
      if (incoming) taken.set(update, incoming);
      return incoming !== undefined;
    },
    of: (update) => taken.get(update),
  };
}

/** Answers that no event waits for: begun and left alone, ended before a stop. Failures are nobody's business. */
export interface Beside {
  run(answer: Promise<unknown>): void;
  idle(): Promise<void>;
}

export function besideOf(failed: (error: unknown) => void): Beside {
  const running = new Set<Promise<unknown>>();
  return {
    run(answer) {
      const ended = answer.catch(failed).finally(() => running.delete(ended));
      running.add(ended);
    },
    async idle() {
      await Promise.all(running);
    },
  };
}
