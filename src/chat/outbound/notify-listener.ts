import pg from 'pg';
import type { Logger } from 'pino';
import { persist } from '../../async/persist.ts';
import { within } from '../../async/timeout.ts';
import { OUTBOX_CHANNEL } from '../../db/outbox.ts';
import { NOTE_CHANNEL, type Note } from './messages.ts';

/** A server that says nothing for so long is taken for gone. */
const ANSWER_MS = 5_000;
/** One that went away without a word is noticed by asking; nothing else is ever sent on this connection. */
const PROBE_MS = 15_000;

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
  const stopping = new AbortController();
  let client: pg.Client | undefined = await listen();
  let reconnecting: Promise<void> | undefined;

  const probing = setInterval(() => {
    const probed = client;
    probed?.query('SELECT 1').catch(() => probed.end());
  }, PROBE_MS).unref();

  async function listen(): Promise<pg.Client> {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'walnut wake',
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
    });
    let trouble: unknown;
    next.on('error', (error) => {
      trouble ??= error;
    });
    next.on('notification', ({ channel, payload }) =>
      channel === OUTBOX_CHANNEL ? tellWorkers() : tell(payload ?? ''),
    );
    try {
      await next.connect();
      await next.query(`LISTEN ${NOTE_CHANNEL}; LISTEN ${OUTBOX_CHANNEL}`);
    } catch (error) {
      await next.end();
      throw error;
    }
    // Not before: a connection that could not be made ends too, and would be made again by everyone who tried.
    next.once('end', () => {
      reconnecting = reconnect(trouble);
    });
    return next;
  }

  async function reconnect(trouble: unknown): Promise<void> {
    client = undefined;
    if (stopping.signal.aborted) return;
    log.warn({ err: trouble }, 'the listening connection broke; it is made again');
    client = await persist(listen, stopping.signal);
    if (!client) return;
    log.info('the listening connection is back');
    for (const onNote of [...readers.values()].flatMap((watching) => [...watching]))
      onNote({ is: 'messages' });
    tellWorkers();
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
      stopping.abort();
      clearInterval(probing);
      await reconnecting;
      if (client) await within(ANSWER_MS, client.end());
    },
  };
}
