import type { Readable } from 'node:stream';
import type { ChatNotification } from '../../../chat/outbound/messages.ts';
import type { NotifyListener } from '../../../chat/outbound/notify-listener.ts';
import type { AppContext } from '../../../chat/store/people.ts';
import type { ChatId } from '../../../db/ids.ts';
import { createEventStream, type EventStream } from './stream.ts';
import { createTail, type Tail } from './tail.ts';

/** Proxies close connections that are silent for longer. */
const HEARTBEAT_MS = 15_000;
/** The most streams of one chat in this process; the oldest is closed for a new one. */
const STREAMS = 4;

/** The event streams of this process: one reader of the table for each chat, however many pages show it. */
export interface ChatFeeds {
  /** The server-sent events of one chat: `hello` with the newest messages unless `after` is given, then `message`, `done`, `beat`. */
  open(chat: ChatId, after: bigint | undefined): Readable;
}

export function createChatFeeds(appContext: AppContext, listener: Pick<NotifyListener, 'watch'>): ChatFeeds {
  const feeds = new Map<ChatId, Feed>();
  const feedFor = (chat: ChatId): Feed => {
    const feed = createFeed(appContext, listener, chat, () => {
      if (feeds.get(chat) === feed) feeds.delete(chat);
    });
    feeds.set(chat, feed);
    return feed;
  };
  return { open: (chat, after) => (feeds.get(chat) ?? feedFor(chat)).join(after) };
}

interface Feed {
  join(after: bigint | undefined): Readable;
}

/** Reads while streams are open; `onEmpty` is called when none is, or when the table cannot be read. */
function createFeed(
  appContext: AppContext,
  listener: Pick<NotifyListener, 'watch'>,
  chat: ChatId,
  onEmpty: () => void,
): Feed {
  const streams = new Set<EventStream>();
  let live: Tail | undefined;
  let reading = Promise.resolve();
  let isReadingNext = false;

  const write = (act: (stream: EventStream) => void): void => {
    for (const stream of streams) act(stream);
  };
  /** Reads once at a time; notes that come meanwhile cause another read after it. */
  const queue = (act: () => Promise<void>): void => {
    reading = reading.then(() => (streams.size === 0 ? undefined : act())).catch(breakOff);
  };
  const readNext = async (): Promise<void> => {
    const messages = (await live?.next()) ?? [];
    write((stream) => stream.messages(messages));
  };
  /** The first stream starts the reader; later ones read the earlier messages once. */
  const begin = async (stream: EventStream, after: bigint | undefined): Promise<void> => {
    if (live) await readNext();
    const tail = createTail(appContext, chat, after);
    const messages = await (after === undefined ? tail.first() : tail.next());
    live ??= tail;
    stream.begin(messages, after === undefined);
  };
  const readSoon = (): void => {
    if (isReadingNext) return;
    isReadingNext = true;
    queue(() => {
      isReadingNext = false;
      return readNext();
    });
  };
  const note = (heard: ChatNotification): void => {
    if (heard.is === 'ended') endAll();
    else if (heard.is === 'messages') readSoon();
    else if (heard.is === 'preview') write((stream) => stream.preview(heard.html));
    else queue(async () => write((stream) => stream.done(heard.key, heard.toast)));
  };

  const unwatch = listener.watch(chat, note);
  const heartbeat = setInterval(() => write((stream) => stream.beat()), HEARTBEAT_MS);
  const leave = (stream: EventStream): void => {
    if (!streams.delete(stream) || streams.size > 0) return;
    unwatch();
    clearInterval(heartbeat);
    onEmpty();
  };
  /** The person's rights have changed: a browser whose session is still valid reconnects. */
  const endAll = (): void => {
    onEmpty();
    write((stream) => stream.out.destroy());
  };
  const breakOff = (error: unknown): void => {
    onEmpty();
    write((stream) => stream.out.destroy(error instanceof Error ? error : new Error(String(error))));
  };

  return {
    join(after) {
      const stream = createEventStream();
      streams.add(stream);
      stream.out.once('close', () => leave(stream));
      for (const oldest of streams) if (streams.size > STREAMS) giveWay(oldest);
      queue(() => begin(stream, after));
      return stream.out;
    },
  };

  function giveWay(stream: EventStream): void {
    streams.delete(stream);
    stream.giveWay();
  }
}
