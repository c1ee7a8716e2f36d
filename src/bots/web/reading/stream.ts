import { Readable } from 'node:stream';
import type { ShownMessage } from '../../../chat/outbound/history/history.ts';

/** A browser that reads nothing is disconnected before it fills our memory; it reconnects with its last number. */
const BACKLOG_BYTES = 2_000_000;
/** Sent to a stream that is closed for a newer one. */
const FAREWELL_MS = 2_000;

/** The server-sent events of one page, on `out`. */
export interface EventStream {
  readonly out: Readable;
  /** Sends the earlier messages; new ones are held back until then. */
  begin(messages: readonly ShownMessage[], isHello: boolean): void;
  /** Sends the messages that are new to this page. */
  messages(messages: readonly ShownMessage[]): void;
  done(key: string, toast: string | undefined): void;
  /** Words that are still being written. */
  preview(html: string): void;
  beat(): void;
  /** Ends it: another page of the chat was opened, and there are enough. */
  giveWay(): void;
}

export function createEventStream(): EventStream {
  const out = new Readable({ read() {} });
  /** The earlier messages; the chat's reader may bring some of them again. */
  let known: ReadonlySet<string> | undefined;

  const write = (text: string): void => {
    if (out.destroyed || out.readableEnded) return;
    out.push(text);
    if (out.readableLength > BACKLOG_BYTES) out.destroy();
  };
  const say = (messages: readonly ShownMessage[]): void => {
    for (const message of messages) write(sse('message', message, message.seq));
  };
  write('retry: 1000\n\n');

  return {
    out,
    begin(messages, isHello) {
      known = new Set(messages.map(({ id }) => id));
      if (isHello) write(sse('hello', messages, newest(messages)));
      else say(messages);
    },
    messages(messages) {
      if (known) say(messages.filter(({ id }) => !known?.has(id)));
    },
    done(key, toast) {
      if (known) write(sse('done', { key, toast }));
    },
    preview(html) {
      if (known) write(sse('preview', { html }));
    },
    beat: () => write(sse('beat', 1)),
    giveWay() {
      write(sse('enough', 1));
      out.push(null);
      setTimeout(() => out.destroy(), FAREWELL_MS).unref();
    },
  };
}

const newest = (messages: readonly ShownMessage[]): string =>
  String(messages.reduce((most, { seq }) => (BigInt(seq) > most ? BigInt(seq) : most), 0n));

const sse = (event: string, data: unknown, id?: string): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
