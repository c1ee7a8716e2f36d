import { messagesAfter, messagesBefore, type ShownMessage } from '../../../chat/outbound/history/history.ts';
import type { AppContext } from '../../../chat/store/people.ts';
import type { ChatId } from '../../../db/ids.ts';

/** How many messages a page begins with, and loads at a time. */
export const PAGE = 50;
/** Transactions that ran side by side may commit out of the order of their numbers, but none lasts this long. */
const LATE_MS = 60_000;

/** Reads a chat's new messages: each once, in the order of their numbers, late commits included. */
export interface Tail {
  /** The newest messages, as a page begins with them. */
  first(): Promise<ShownMessage[]>;
  /** Messages since the last read. */
  next(): Promise<ShownMessage[]>;
}

/** Begins after message number `after`. */
export function createTail(appContext: AppContext, chat: ChatId, after = 0n): Tail {
  let last = after;
  let sent = new Map<string, number>();

  const takeNew = (messages: readonly ShownMessage[], since: Date): ShownMessage[] => {
    const fresh = messages.filter((message) => !sent.has(message.id));
    for (const { id, at, seq } of fresh) {
      sent.set(id, at.getTime());
      if (BigInt(seq) > last) last = BigInt(seq);
    }
    // A row that has fallen out of the window is read no more, so it need not be remembered.
    sent = new Map([...sent].filter(([, at]) => at >= since.getTime()));
    return fresh;
  };
  const windowStart = (): Date => new Date(appContext.clock.now().getTime() - LATE_MS);

  return {
    async first() {
      const since = windowStart();
      return takeNew(await messagesBefore(appContext, chat, { take: PAGE }), since);
    },
    async next() {
      const since = windowStart();
      return takeNew(await messagesAfter(appContext, chat, last, since), since);
    },
  };
}
