import pg from 'pg';
import type { Logger } from 'pino';
import { OUTBOX_CHANNEL } from '../../db/outbox.ts';
import { NOTE_CHANNEL, type Note } from './messages.ts';

const RECONNECT_MS = 1_000;

/** Tells readers in this process what any process wrote for their chats. */
export interface Wake {
  /** Calls `onNote` for every note on the chat, until the returned function is called. */
  watch(chatId: string, onNote: (note: Note) => void): () => void;
  /** Calls `onWork` whenever any process has recorded later work, and after a broken connection. */
  onLaterWork(onWork: () => void): void;
  stop(): Promise<void>;
}

/** Listens on one connection of its own; when it breaks, listens again and has every reader look at the table. */
export async function openWake(url: string, log: Logger): Promise<Wake> {
  const readers = new Map<string, Set<(note: Note) => void>>();
  const workers = new Set<() => void>();
  let isStopped = false;
  let client = await listen();

  async function listen(): Promise<pg.Client> {
    const next = new pg.Client({ connectionString: url, application_name: 'walnut wake' });
    next.on('error', (error) => log.warn({ err: error }, 'the listening connection broke'));
    next.on('end', () => void reconnect());
    next.on('notification', ({ channel, payload }) =>
      channel === OUTBOX_CHANNEL ? tellWorkers() : tell(payload ?? ''),
    );
    await next.connect();
    await next.query(`LISTEN ${NOTE_CHANNEL}; LISTEN ${OUTBOX_CHANNEL}`);
    return next;
  }

  async function reconnect(): Promise<void> {
    while (!isStopped) {
      try {
        client = await listen();
        for (const onNote of [...readers.values()].flatMap((watching) => [...watching]))
          onNote({ is: 'messages' });
        tellWorkers();
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
      }
    }
  }

  function tellWorkers(): void {
    for (const onWork of workers) onWork();
  }

  function tell(payload: string): void {
    // Only `notifyChat` writes to this channel.
    const { chat, note } = JSON.parse(payload) as { chat: string; note: Note };
    for (const onNote of readers.get(chat) ?? []) onNote(note);
  }

  return {
    watch(chatId, onNote) {
      const watching = readers.get(chatId) ?? new Set();
      readers.set(chatId, watching.add(onNote));
      return () => {
        watching.delete(onNote);
        if (watching.size === 0) readers.delete(chatId);
      };
    },
    onLaterWork(onWork) {
      workers.add(onWork);
    },
    async stop() {
      isStopped = true;
      client.removeAllListeners('end');
      await client.end();
    },
  };
}
