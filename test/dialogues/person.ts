import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Resvg } from '@resvg/resvg-js';
import type { ShownMessage } from '../../src/chat/outbound/history/history.ts';
import { type Listener, type Visitor, visit } from '../bots/web/visitor.ts';
import type { Seen } from './expect.ts';

/** So long nothing more may come before an answer counts as whole, in milliseconds. */
const QUIET_MS = 60;
const PATIENCE_MS = 8_000;

/** Somebody at the web chat. Times are counted in things heard. */
export interface Person {
  say(text: string): Promise<number>;
  photo(caption: string): Promise<number>;
  tap(found: Found): Promise<number>;
  /** How much has been heard so far. */
  now(): number;
  /** What was said, or changed, since then. */
  seen(since: number): Seen;
  /** The newest button that reads so. */
  button(reads: RegExp, since?: number): Found | undefined;
  leave(): Promise<void>;
}

interface Found {
  readonly message: ShownMessage;
  readonly label: string;
  readonly action: string;
}

/** How many messages back a button is looked for. */
const LOOKS_BACK = 12;

export async function enter(
  url: string,
  side: 'buyer' | 'seller',
  lang: 'zh' | 'en',
  join?: string,
): Promise<Person> {
  const headers = { 'accept-language': lang === 'en' ? 'en' : 'zh-CN', 'sec-fetch-site': 'same-origin' };
  let visitor = await visit(url, side, headers);
  if (join) {
    await visitor.post(new URL(join).pathname, {});
    visitor = await visit(url, side, headers, visitor.cookie());
  }
  const person = createPerson(visitor, await visitor.listen());
  if (join) await pause(700);
  else await person.say('/start');
  return person;
}

function createPerson(visitor: Visitor, listener: Listener): Person {
  const came = (since: number): ShownMessage[] => {
    const places = new Map<string, { message: ShownMessage; at: number }>();
    listener.heard.forEach(({ event, data }, at) => {
      const list = (event === 'hello' ? data : event === 'message' ? [data] : []) as ShownMessage[];
      for (const message of list) if (!message.mine) places.set(message.place, { message, at });
    });
    return [...places.values()]
      .filter(({ at }) => at >= since)
      .map(({ message }) => message)
      .sort((one, other) => Number(BigInt(one.seq) - BigInt(other.seq)));
  };
  const toasts = (since: number): string[] =>
    listener.heard.slice(since).flatMap(({ event, data }) => {
      const { toast } = (event === 'done' ? data : {}) as { toast?: string };
      return toast ? [toast] : [];
    });
  const send = async (body: unknown): Promise<number> => {
    const since = listener.heard.length;
    const key = randomUUID();
    for (let tries = 0; tries < 6; tries += 1) {
      if ((await visitor.event(body, key)).status !== 429) break;
      await pause(1_000);
    }
    await settled(listener, key);
    return since;
  };
  return {
    now: () => listener.heard.length,
    say(text) {
      const [, name, rest = ''] = /^\/([a-z_]{1,32})(?:\s+(.*))?$/s.exec(text) ?? [];
      return send(name ? { is: 'command', name, rest } : { is: 'text', text });
    },
    async photo(caption) {
      const { media } = (await (await visitor.upload(newPicture())).json()) as { media: unknown };
      return send({ is: 'photos', files: media, caption });
    },
    tap: ({ message, action }) => send({ is: 'tap', action, message: message.id }),
    seen: (since) => ({
      words: [...came(since).map(({ html }) => plain(html)), ...toasts(since)].join('\n----\n'),
      labels: came(since).flatMap(({ buttons }) => buttons.flat().map(({ label }) => plain(label))),
    }),
    button: (reads, since = 0) =>
      came(since)
        .reverse()
        .slice(0, LOOKS_BACK)
        .flatMap((message) =>
          message.buttons.flat().flatMap((button): Found[] => {
            const label = plain(button.label);
            return 'tap' in button && reads.test(label)
              ? [{ message, label, action: String(button.tap) }]
              : [];
          }),
        )[0],
    async leave() {
      await listener[Symbol.asyncDispose]();
    },
  };
}

/** The answer is whole when the event is done and nothing more comes for a moment. */
async function settled(listener: Listener, key: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  let count = -1;
  let since = Date.now();
  while (Date.now() < until) {
    if (listener.heard.length !== count) since = Date.now();
    count = listener.heard.length;
    const isDone = listener.heard.some(
      ({ event, data }) => event === 'done' && JSON.stringify(data).includes(key),
    );
    if (isDone && Date.now() - since >= QUIET_MS) return;
    await pause(10);
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
};

const plain = (html: string): string =>
  html
    .replace(/<br\s*\/?>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(#?\w+);/g, (whole, name) => entities[name] ?? whole)
    .replace(/[\u2068\u2069\u200b\u00ad]/g, '')
    .replace(/[\u00a0\u3000\u2003\u2009\u202f]/g, ' ');

/** A picture that nobody has sent before. */
function newPicture(): Uint8Array<ArrayBuffer> {
  const colour = randomBytes(3).toString('hex');
  const drawn = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"><rect width="320" height="240" fill="#${colour}"/></svg>`,
  );
  return new Uint8Array(drawn.render().asPng());
}
