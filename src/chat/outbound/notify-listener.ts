import type { Logger } from 'pino';
import { NOTIFY_CHANNEL } from '../../db/client/end-streams.ts';
import { FACTS_CHANNEL } from '../../db/connection/facts.ts';
import type { ChatId } from '../../db/ids.ts';
import { OUTBOX_CHANNEL } from '../../db/outbox/outbox.ts';
import { postgresWake } from '../../db/wake/postgres.ts';
import type { Wake } from '../../db/wake/wake.ts';
import type { ChatNotification } from './messages.ts';

/** Notifies readers in this process of what any process wrote for their chats. */
export interface NotifyListener {
  /** Calls `onNote` for every note on the chat, until the returned function is called. */
  watch(chatId: ChatId, onNote: (note: ChatNotification) => void): () => void;
  /** Calls `onChange` whenever a fact that processes know by heart has changed, and after a broken connection. */
  onFacts(onChange: () => void): void;
  /** Calls `onWork` whenever any process has recorded later work, and after a broken connection. */
  onOutboxWork(onWork: () => void): void;
  stop(): Promise<void>;
}

const CHANNELS = [NOTIFY_CHANNEL, OUTBOX_CHANNEL, FACTS_CHANNEL];

/** Listens on a connection of its own to the database at `url`. */
export const listenAt = (url: string, log: Logger): Wake => postgresWake(url, CHANNELS, log);

/** Hands notifications to whoever waits for them; where some may have been missed, every reader reads the table. */
export async function openNotifyListener(wake: Wake): Promise<NotifyListener> {
  const readers = new Map<string, Set<(note: ChatNotification) => void>>();
  const workers = new Set<() => void>();
  const knowers = new Set<() => void>();

  function notifyReaders(payload: string): void {
    // Only `notifyChat` writes to this channel.
    const { chat, note } = JSON.parse(payload) as { chat: ChatId; note: ChatNotification };
    for (const onNote of readers.get(chat) ?? []) onNote(note);
  }

  const listening = await wake.listen({
    onNote({ channel, payload }) {
      if (channel === OUTBOX_CHANNEL) callAll(workers);
      else if (channel === FACTS_CHANNEL) callAll(knowers);
      else if (channel === NOTIFY_CHANNEL) notifyReaders(payload);
    },
    onMissed() {
      for (const onNote of [...readers.values()].flatMap((watching) => [...watching]))
        onNote({ is: 'messages' });
      callAll(workers);
      callAll(knowers);
    },
  });

  return {
    watch(chatId, onNote) {
      const watching = readers.get(chatId) ?? new Set();
      readers.set(chatId, watching.add(onNote));
      return () => {
        watching.delete(onNote);
        if (watching.size === 0) readers.delete(chatId);
      };
    },
    onFacts(onChange) {
      knowers.add(onChange);
    },
    onOutboxWork(onWork) {
      workers.add(onWork);
    },
    stop: () => listening.stop(),
  };
}

function callAll(listeners: ReadonlySet<() => void>): void {
  for (const call of listeners) call();
}
