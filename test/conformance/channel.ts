import { plainText } from '../../src/chat/dsl/html.ts';
import { visit } from '../bots/web/visitor.ts';
import type { Phone } from '../support/digits.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';
import type { Walnut } from '../support/walnut.ts';

/** A message of the shop's, whichever channel shows it. */
export interface Shown {
  readonly text: string;
  readonly buttons: readonly string[];
}

/** Somebody on one channel, over its real wire. */
export interface Mouth {
  says(text: string): Promise<void>;
  /** Taps the newest button with this label. */
  taps(label: string): Promise<void>;
  /** A tap that no button of the shop's carries. */
  tapsForged(action: string): Promise<void>;
  /** Something that no flow can read. */
  sendsNonsense(): Promise<void>;
  /** What the shop has said and still shows, oldest first. */
  shown(): readonly Shown[];
  /** Resolves when the newest message says this. */
  hears(words: string): Promise<Shown>;
}

export function onTelegram(chat: PrivateChat): Mouth {
  const shown = (): Shown[] =>
    chat.heard().map(({ text, buttons }) => ({ text, buttons: buttons.flat().map(({ label }) => label) }));
  return {
    async says(text) {
      chat.says(text);
    },
    async taps(label) {
      await chat.taps(label);
    },
    async tapsForged(action) {
      const [newest] = chat.heard().slice(-1);
      if (!newest) throw new Error('nothing to tap on');
      await chat.tapsForged(action, newest);
    },
    async sendsNonsense() {
      chat.sendsSticker();
    },
    shown,
    async hears(words) {
      await chat.waitsFor(
        ({ text, isMine }) => !isMine && text.includes(words) && shown().at(-1)?.text === text,
      );
      return shown().at(-1) ?? { text: '', buttons: [] };
    },
  };
}

export async function onWeb(
  walnut: Walnut,
  side: 'buyer' | 'seller',
  join?: string,
  language = 'en',
): Promise<Mouth & { close(): Promise<void> }> {
  const url = walnut.app.url ?? '';
  const visitor = await visit(url, side, { 'accept-language': language });
  const listener = await visitor.listen();
  const heard = () => listener.messages().filter(({ mine }) => !mine);
  const shown = (): Shown[] =>
    heard().map(({ html, buttons }) => ({
      text: plainText(html),
      buttons: buttons.flat().map(({ label }) => label),
    }));
  const posts = async (body: unknown): Promise<void> => {
    const response = await visitor.event(body);
    if (response.status !== 202)
      throw new Error(`the web chat answered ${response.status}: ${await response.text()}`);
  };
  if (join) await posts({ is: 'command', name: 'start', rest: join });
  return {
    says(text) {
      const [, name, rest = ''] = /^\/(\w+)\s*(.*)$/.exec(text) ?? [];
      return posts(name ? { is: 'command', name, rest } : { is: 'text', text });
    },
    async taps(label) {
      const message = heard().findLast(({ buttons }) =>
        buttons.flat().some((button) => button.label === label),
      );
      const button = message?.buttons.flat().find((one) => one.label === label);
      if (!message || !button || !('tap' in button)) throw new Error(`no button "${label}"`);
      await posts({ is: 'tap', action: button.tap, message: message.id });
    },
    tapsForged: (action) => posts({ is: 'tap', action, message: heard().at(-1)?.id }),
    sendsNonsense: () => posts({ is: 'location', latitude: 0, longitude: 0 }),
    shown,
    async hears(words) {
      await listener.until(() => shown().at(-1)?.text.includes(words));
      return shown().at(-1) ?? { text: '', buttons: [] };
    },
    async close() {
      await listener[Symbol.asyncDispose]();
    },
  };
}

/** The lines of a numbered list are the buttons of a channel without buttons. */
export function onPhone(phone: Phone): Mouth {
  const shown = (): Shown[] =>
    phone.heard().map((text) => ({
      text,
      buttons: [...text.matchAll(/^\d+ (.*)$/gm)].map(([, label = '']) => label),
    }));
  return {
    says: (text) => phone.says(text),
    taps: async (label) => {
      await phone.chooses(label);
    },
    // No list of choices is this long.
    tapsForged: () => phone.says('99'),
    sendsNonsense: () => phone.sendsPicture(),
    shown,
    async hears(words) {
      await phone.waitsFor(words);
      return shown().at(-1) ?? { text: '', buttons: [] };
    },
  };
}
