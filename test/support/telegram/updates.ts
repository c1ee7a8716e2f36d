import type { Update } from 'grammy/types';
import { createSignal, type Signal } from './signal.ts';

export type UpdateKind = Exclude<keyof Update, 'update_id'>;

/** What waits to be taken by a bot. `lane` is the chat (or person) within which order is kept. */
export interface Waiting {
  readonly update: Update;
  readonly lane: number;
  /** It was confirmed before, and comes again. */
  readonly isAgain: boolean;
  wasDelivered: boolean;
}

/** One bot's updates. */
export interface Queue {
  /** Every update there was, delivered or not. */
  readonly all: readonly Update[];
  readonly waiting: readonly Waiting[];
  readonly changes: Signal;
  /** Kinds that the bot asked for; nothing: Telegram's default. */
  allowed: readonly UpdateKind[];
  push(body: Omit<Update, 'update_id'>, lane: number): void;
  again(update: Update): void;
  /** Forgets all below `offset`; a negative one keeps only that many of the newest. */
  confirm(offset: number): void;
  done(waiting: Waiting): void;
  clear(): void;
}

/** Those that Telegram sends only when they are asked for by name. */
const ONLY_IF_ASKED: readonly string[] = ['chat_member', 'message_reaction', 'message_reaction_count'];

export function createQueue(firstId: number, deliverTwice: boolean): Queue {
  const all: Update[] = [];
  const lanes = new Map<number, number>();
  const waiting: Waiting[] = [];
  const changes = createSignal();

  const enqueue = (update: Update, lane: number, isAgain: boolean): void => {
    waiting.push({ update, lane, isAgain, wasDelivered: false });
    waiting.sort((a, b) => a.update.update_id - b.update.update_id);
    changes.fire();
  };

  const queue: Queue = {
    all,
    waiting,
    changes,
    allowed: [],
    push(body, lane) {
      const kind = Object.keys(body)[0] ?? '';
      const { allowed } = queue;
      const isWanted =
        allowed.length > 0 ? allowed.some((one) => one === kind) : !ONLY_IF_ASKED.includes(kind);
      if (!isWanted) return;
      const update = { update_id: firstId + all.length, ...body };
      all.push(update);
      lanes.set(update.update_id, lane);
      enqueue(update, lane, false);
    },
    again: (update) => enqueue(update, lanes.get(update.update_id) ?? 0, true),
    confirm(offset) {
      const from = offset < 0 ? (waiting.at(offset)?.update.update_id ?? 0) : offset;
      // What comes again has an id that was confirmed long ago: it counts only when it has been taken.
      const gone = waiting.filter(
        ({ update, isAgain, wasDelivered }) => update.update_id < from && (wasDelivered || !isAgain),
      );
      for (const one of gone) queue.done(one);
    },
    done(one) {
      const index = waiting.indexOf(one);
      if (index < 0) return;
      waiting.splice(index, 1);
      if (deliverTwice && !one.isAgain) enqueue(one.update, one.lane, true);
      changes.fire();
    },
    clear() {
      waiting.length = 0;
      changes.fire();
    },
  };
  return queue;
}
