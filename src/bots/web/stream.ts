import { Readable } from 'node:stream';
import type { ChatNotification } from '../../chat/outbound/messages.ts';
import type { NotifyListener } from '../../chat/outbound/notify-listener.ts';
import type { AppContext } from '../../chat/store/people.ts';
import type { ChatId } from '../../db/ids.ts';
import { createTail } from './tail.ts';

/** Proxies close a connection on which nothing moves. */
const HEARTBEAT_MS = 15_000;
/** A browser that reads nothing is disconnected before it fills our memory; it reconnects with its last number. */
const BACKLOG_BYTES = 2_000_000;

/**
 * The server-sent events of one chat: `hello` with the newest messages unless `after` is given, then `message`,
 * `done`, `beat`.
 */
export function openEventStream(
  appContext: AppContext,
  listener: Pick<NotifyListener, 'watch'>,
  chat: ChatId,
  after: bigint | undefined,
): Readable {
  const out = new Readable({ read() {} });
  const tail = createTail(appContext, chat, after);
  let reading = Promise.resolve();
  let isReadingNext = false;

  const write = (text: string): void => {
    if (out.destroyed) return;
    out.push(text);
    if (out.readableLength > BACKLOG_BYTES) out.destroy();
  };
  /** Runs one read at a time; what comes meanwhile is written after it. */
  const queue = (act: () => Promise<void>): void => {
    reading = reading
      .then(() => (out.destroyed ? undefined : act()))
      .catch((error: unknown) => {
        out.destroy(error instanceof Error ? error : new Error(String(error)));
      });
  };
  const readNext = (): void => {
    if (isReadingNext) return;
    isReadingNext = true;
    queue(async () => {
      isReadingNext = false;
      for (const message of await tail.next()) write(sse('message', message, message.seq));
    });
  };
  const begin = async (): Promise<void> => {
    const messages = await tail.first();
    const last = messages.reduce((most, { seq }) => (BigInt(seq) > most ? BigInt(seq) : most), 0n);
    write(sse('hello', messages, String(last)));
  };
  const note = (heard: ChatNotification): void => {
    if (heard.is === 'ended') out.destroy();
    else if (heard.is === 'messages') readNext();
    else queue(async () => write(sse('done', { key: heard.key, toast: heard.toast })));
  };

  const unwatch = listener.watch(chat, note);
  const heartbeat = setInterval(() => write(sse('beat', 1)), HEARTBEAT_MS);
  out.once('close', () => {
    unwatch();
    clearInterval(heartbeat);
  });
  write('retry: 1000\n\n');
  if (after === undefined) queue(begin);
  else readNext();
  return out;
}

const sse = (event: string, data: unknown, id?: string): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
