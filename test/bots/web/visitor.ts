import { randomUUID } from 'node:crypto';
import type { ShownMessage } from '../../../src/chat/outbound/history/history.ts';

/** A browser without a page: keeps its cookie, and talks to the chat's API as the page does. */
export interface Visitor {
  readonly chat: string;
  cookie(): string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Posts an event; the same `key` again is a retry. */
  event(body: unknown, key?: string): Promise<Response>;
  upload(...photos: readonly Uint8Array<ArrayBuffer>[]): Promise<Response>;
  /** Uploads what is said to be a recording. */
  uploadVoice(recording: Uint8Array<ArrayBuffer>): Promise<Response>;
  /** Opens the event stream. */
  listen(after?: string): Promise<Listener>;
}

export interface Listener extends AsyncDisposable {
  /** Everything heard so far, in order. */
  readonly heard: { event: string; id: string; data: unknown }[];
  /** Resolves when `isThere` holds, looking again after each thing heard. */
  until<T>(isThere: (messages: ShownMessage[], listener: Listener) => T | undefined | false): Promise<T>;
  /** The messages as a page would hold them: the newest at each place, in their places. */
  messages(): ShownMessage[];
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>;
}

export async function visit(
  url: string,
  side: 'buyer' | 'seller' = 'buyer',
  headers: Record<string, string> = { 'accept-language': 'zh-CN,zh;q=0.9' },
  carried = '',
): Promise<Visitor> {
  let cookie = carried;
  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(url + path, {
      ...init,
      headers: { ...headers, ...(cookie && { cookie }), ...Object.fromEntries(new Headers(init.headers)) },
    });
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return response;
  };
  const own = { origin: url };
  const session = await request(`/api/${side}/session`).then((response) => response.json());
  const chat = String(session.chat);

  const visitor: Visitor = {
    chat,
    cookie: () => cookie,
    get: (path, more = {}) => request(path, { headers: more }),
    post: (path, body, more = own) =>
      request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...more },
        body: JSON.stringify(body),
      }),
    event(body, key = randomUUID()) {
      return visitor.post(`/api/${side}/events`, { key, chat, body });
    },
    upload(...photos) {
      const form = new FormData();
      for (const photo of photos) form.append('photo', new Blob([photo]), 'photo.jpg');
      return request(`/api/${side}/photos`, { method: 'POST', headers: own, body: form });
    },
    uploadVoice(recording) {
      const form = new FormData();
      form.append('voice', new Blob([recording]), 'voice');
      return request(`/api/${side}/voice`, { method: 'POST', headers: own, body: form });
    },
    async listen(after) {
      const stop = new AbortController();
      const more = after === undefined ? '' : `&after=${after}`;
      const response = await request(`/api/${side}/stream?chat=${chat}${more}`, { signal: stop.signal });
      if (!response.ok || !response.body) throw new Error(`the stream answered ${response.status}`);
      return listenerOf(response.body, stop);
    },
  };
  return visitor;
}

function listenerOf(body: ReadableStream<Uint8Array>, stop: AbortController): Listener {
  const heard: Listener['heard'] = [];
  let news = Promise.withResolvers<void>();
  const reading = read();

  async function read(): Promise<void> {
    let rest = '';
    try {
      const decoder = new TextDecoder();
      for await (const chunk of body) {
        const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
        rest = blocks.pop() ?? '';
        heard.push(...blocks.map(parse).filter((one) => one !== undefined));
        news.resolve();
        news = Promise.withResolvers();
      }
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    }
  }

  const listener: Listener = {
    heard,
    // A stream that breaks off in the middle is over too.
    ended: reading.catch(() => undefined),
    async until(isThere) {
      for (;;) {
        const found = isThere(listener.messages(), listener);
        if (found) return found;
        await news.promise;
      }
    },
    messages() {
      const places = new Map<string, ShownMessage>();
      for (const { event, data } of heard) {
        // The API under test sends nothing else under these names.
        const came = (event === 'hello' ? data : event === 'message' ? [data] : []) as ShownMessage[];
        for (const message of came) {
          const known = places.get(message.place);
          if (!known || BigInt(known.seq) < BigInt(message.seq)) places.set(message.place, message);
        }
      }
      return [...places.values()].sort((one, other) => Number(BigInt(one.place) - BigInt(other.place)));
    },
    async [Symbol.asyncDispose]() {
      stop.abort();
      await reading.catch(() => undefined);
    },
  };
  return listener;
}

function parse(block: string): { event: string; id: string; data: unknown } | undefined {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
  return field('event')
    ? { event: field('event'), id: field('id'), data: JSON.parse(field('data')) }
    : undefined;
}
