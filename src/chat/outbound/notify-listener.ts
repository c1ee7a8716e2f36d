import pg from 'pg';
import type { Logger } from 'pino';
import { persist } from '../../async/persist.ts';
import { waitAtMost } from '../../async/timeout.ts';
import { NOTIFY_CHANNEL } from '../../db/client/end-streams.ts';
import { FACTS_CHANNEL } from '../../db/connection/facts.ts';
import type { ChatId } from '../../db/ids.ts';
import { OUTBOX_CHANNEL } from '../../db/outbox/outbox.ts';
import type { ChatNotification } from './messages.ts';

/** A server that does not answer within this time counts as gone. */
const ANSWER_MS = 5_000;
/** How often the connection is tested: nothing else is sent on it, so a dead server would go unnoticed. */
const PROBE_MS = 15_000;

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

/** Listens on a connection of its own. When that breaks it connects again and lets every reader read the table. */
export async function openNotifyListener(url: string, log: Logger): Promise<NotifyListener> {
  const readers = new Map<string, Set<(note: ChatNotification) => void>>();
  const workers = new Set<() => void>();
  const knowers = new Set<() => void>();
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
    next.on('notification', ({ channel, payload }) => {
      if (channel === OUTBOX_CHANNEL) notifyWorkers();
      else if (channel === FACTS_CHANNEL) notifyKnowers();
      else notifyReaders(payload ?? '');
    });
    try {
      await next.connect();
      await next.query(`LISTEN ${NOTIFY_CHANNEL}; LISTEN ${OUTBOX_CHANNEL}; LISTEN ${FACTS_CHANNEL}`);
    } catch (error) {
      await next.end();
      throw error;
    }
    // Only after connecting: a failed connect ends the client too, and each failure would start another loop.
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
    notifyWorkers();
    notifyKnowers();
  }

  function notifyKnowers(): void {
    for (const onChange of knowers) onChange();
  }

  function notifyWorkers(): void {
    for (const onWork of workers) onWork();
  }

  function notifyReaders(payload: string): void {
    // Only `notifyChat` writes to this channel.
    const { chat, note } = JSON.parse(payload) as { chat: ChatId; note: ChatNotification };
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
    onFacts(onChange) {
      knowers.add(onChange);
    },
    onOutboxWork(onWork) {
      workers.add(onWork);
    },
    async stop() {
      stopping.abort();
      clearInterval(probing);
      await reconnecting;
      if (client) await waitAtMost(ANSWER_MS, client.end());
    },
  };
}
