import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CAPTION_LIMIT } from '../../src/bots/telegram/outbound/render.ts';
import { html } from '../../src/chat/dsl/html.ts';
import type { Screen } from '../../src/chat/dsl/screen.ts';
import { type MediaId, newId } from '../../src/db/ids.ts';
import { fen } from '../../src/shop/values/money.ts';
import { refusals } from '../support/telegram/failure.ts';
import type { Telegram } from '../support/telegram/interface.ts';
import { type Listener, type OutboundScene, openOutboundScene } from './outbound-scene.ts';

let scene: OutboundScene;

beforeEach(async () => {
  scene = await openOutboundScene();
});
afterEach(() => scene[Symbol.asyncDispose]());

interface Path {
  /** The method of the Bot API that fails. */
  readonly method: string;
  readonly screen: Screen;
  /** A message that was said before, and gives way. */
  readonly instead?: Screen;
}

const m = newId<MediaId>();
const words = 'the words';
const text = html`${words}`;
const long = html`${words} ${'x'.repeat(CAPTION_LIMIT)}`;
const invoice = { title: text, payload: 'p', currency: 'CNY', prices: [{ label: text, amount: fen(100) }] };

const paths: readonly (readonly [string, Path])[] = [
  ['words', { method: 'sendMessage', screen: { text } }],
  ['a photo', { method: 'sendPhoto', screen: { text, photo: m } }],
  ['the photo before long words', { method: 'sendPhoto', screen: { text: long, photo: m } }],
  ['the long words after a photo', { method: 'sendMessage', screen: { text: long, photo: m } }],
  [
    'a file',
    { method: 'sendDocument', screen: { text, file: { name: 'a.csv', type: 'text/csv', content: '1' } } },
  ],
  ['an invoice', { method: 'sendInvoice', screen: { text, invoice } }],
  ['a changed message', { method: 'editMessageText', screen: { text }, instead: { text: html`old` } }],
  [
    'a changed photo',
    { method: 'editMessageMedia', screen: { text, photo: m }, instead: { text: html`old` } },
  ],
  [
    'words in place of a photo',
    { method: 'sendMessage', screen: { text }, instead: { text: html`old`, photo: m } },
  ],
];

interface Failure {
  /** How often the message may be said at most. */
  readonly most: number;
  readonly plan: (telegram: Telegram, method: string) => void;
}

const failures: readonly (readonly [string, Failure])[] = [
  [
    'is told to wait (429)',
    { most: 1, plan: (telegram, method) => telegram.failNext(method, refusals.tooMany(3)) },
  ],
  [
    'meets a gateway (502)',
    { most: 1, plan: (telegram, method) => telegram.failNext(method, refusals.badGateway) },
  ],
  [
    'loses its line before it is heard',
    { most: 1, plan: (telegram, method) => telegram.dropNext(method, 'before') },
  ],
  [
    'loses its line before it is answered',
    { most: 2, plan: (telegram, method) => telegram.dropNext(method, 'after') },
  ],
];

async function replacedBy({ instead }: Path, wang: Listener) {
  if (!instead) return undefined;
  await scene.say(wang, instead);
  await scene.engine.idle();
  const row = await scene.database.db.message.findFirstOrThrow();
  return { ...row, hadPhoto: instead.photo !== undefined };
}

/** The messages that were tried and wait. */
const putOff = () => scene.database.db.message.count({ where: { state: 'due', tries: { gt: 0 } } });

describe.each(paths)('%s', (_, path) => {
  it.each(failures)(
    'that %s is said within five seconds, before what comes after it',
    async (__, failure) => {
      const [wang] = await scene.listeners(1);
      if (!wang) return;
      const replaced = await replacedBy(path, wang);
      failure.plan(scene.telegram, path.method);
      await scene.say(wang, path.screen, replaced);
      await scene.say(wang, 'next');
      await expect.poll(putOff).toBe(1);
      await scene.later(5_000);
      const read = wang.chat.heard().map((message) => message.text);
      const times = read.filter((one) => one.includes(words)).length;
      expect(times).toBeGreaterThanOrEqual(path.screen.invoice ? 0 : 1);
      expect(times).toBeLessThanOrEqual(failure.most);
      expect(read.at(-1)).toBe('next');
      expect(read.filter((one) => one === 'next')).toHaveLength(1);
      expect(read).not.toContain('old');
      expect(await scene.waiting()).toBe(0);
      const pictures = wang.chat.heard().filter(({ photo }) => photo).length;
      expect(pictures).toBeLessThanOrEqual(failure.most);
    },
  );
});
