import { randomUUID } from 'node:crypto';
import pino from 'pino';
import sharp from 'sharp';
import { createTelegramChannel } from '../../src/bots/telegram/outbound/channel.ts';
import type { Channel } from '../../src/chat/dsl/channel.ts';
import type { ChannelName } from '../../src/chat/dsl/event.ts';
import { html } from '../../src/chat/dsl/html.ts';
import { loadI18n } from '../../src/chat/dsl/i18n.ts';
import type { Screen } from '../../src/chat/dsl/screen.ts';
import { createEngine, type Engine } from '../../src/chat/engine/engine.ts';
import type { ReplacedMessage } from '../../src/chat/outbound/messages.ts';
import { readStoredFile } from '../../src/chat/store/files.ts';
import { createCipher } from '../../src/db/crypto/cipher.ts';
import type { ChatId } from '../../src/db/ids.ts';
import { type AppContext, inTransaction } from '../../src/db/work.ts';
import { shelf } from '../bots/telegram/shelf.ts';
import { type TestClock, testClock } from '../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { testDoors } from '../support/doors.ts';
import type { BotAccount, PrivateChat, Telegram } from '../support/telegram/interface.ts';
import { startTelegram } from '../support/telegram/telegram.ts';

const picture = await sharp({ create: { width: 32, height: 24, channels: 3, background: '#8a5a2b' } })
  .jpeg()
  .toBuffer();

/** Somebody who has one of the bots, with their chat's id of ours. */
export interface Listener {
  readonly chat: PrivateChat;
  readonly id: ChatId;
}

/** An engine that only speaks, both bots on a loopback Telegram, and a clock that is moved by hand. */
export interface OutboundScene extends AsyncDisposable {
  readonly telegram: Telegram;
  readonly database: FreshDatabase;
  readonly clock: TestClock;
  readonly appContext: AppContext;
  readonly engine: Engine;
  readonly bots: Readonly<Record<'buyer' | 'seller', BotAccount>>;
  readonly channels: Readonly<Record<'buyer' | 'seller', Channel>>;
  /** What operators read. */
  readonly log: string[];
  /** One more process on the same database. */
  another(): Engine;
  listeners(count: number, side?: 'buyer' | 'seller'): Promise<Listener[]>;
  /** Leaves words or a whole screen for somebody and lets it out; `replaced` gives way to it. */
  say(to: Listener, what: string | Screen, replaced?: ReplacedMessage): Promise<void>;
  /** The clock moves on, and what is due by then is tried. */
  later(ms: number): Promise<void>;
  /** The messages that still wait. */
  waiting(): Promise<number>;
}

export async function openOutboundScene(
  options: { readonly paidBroadcast?: boolean } = {},
): Promise<OutboundScene> {
  const [database, telegram, clock] = [await freshDatabase(), await startTelegram(), testClock()];
  const appContext: AppContext = { db: database.db, cipher: createCipher(Buffer.alloc(32, 7)), clock };
  const bots = { buyer: telegram.bot(), seller: telegram.bot() };
  const log: string[] = [];
  const engines: Engine[] = [];
  const channels = createChannels(appContext, telegram, bots, options.paidBroadcast ?? false);

  const another = (): Engine => {
    const engine = silentEngine(appContext, Object.values(channels), log);
    engines.push(engine);
    return engine;
  };
  const engine = another();

  return {
    ...{ telegram, database, clock, appContext, engine, bots, channels, log, another },
    listeners: (count, side = 'buyer') =>
      Promise.all(Array.from({ length: count }, () => listener(appContext, telegram, bots[side], side))),
    async say(to, what, replaced) {
      const screen = typeof what === 'string' ? { text: html`${what}` } : what;
      await inTransaction(appContext, (context) =>
        engine.enqueue(context, to.id, randomUUID(), screen, replaced),
      );
      engine.wakeSender(to.id);
    },
    async later(ms) {
      clock.advance(ms);
      await engine.sweep();
      await engine.idle();
    },
    waiting: () => database.db.message.count({ where: { state: { in: ['due', 'sending'] } } }),
    async [Symbol.asyncDispose]() {
      await Promise.all(engines.map((one) => one.stop()));
      await telegram.stop();
      await database.drop();
    },
  };
}

function createChannels(
  appContext: AppContext,
  telegram: Telegram,
  bots: OutboundScene['bots'],
  paidBroadcast: boolean,
): OutboundScene['channels'] {
  const channel = (side: 'buyer' | 'seller') =>
    createTelegramChannel({
      name: `telegram-${side}`,
      token: bots[side].token,
      apiRoot: telegram.root,
      pictures: shelf({}, picture).pictures,
      readFile: (id) => readStoredFile(appContext, id),
      paidBroadcast,
      providerToken: '284685063:TEST:MTA0ZjdmYjQxYzA4',
    });
  return { buyer: channel('buyer'), seller: channel('seller') };
}

function silentEngine(appContext: AppContext, channels: readonly Channel[], lines: string[]): Engine {
  return createEngine({
    entryLinks: testDoors,
    appContext,
    i18n: loadI18n('Asia/Shanghai'),
    channels,
    flows: { buyer: [], seller: [] },
    shop: (context) => context,
    onParked: async () => undefined,
    locale: 'en',
    maxConcurrentTurns: 4,
    log: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
  });
}

async function listener(
  { db, clock }: AppContext,
  telegram: Telegram,
  bot: BotAccount,
  side: 'buyer' | 'seller',
): Promise<Listener> {
  const chat = telegram.person().chatWith(bot);
  chat.starts();
  const channel: ChannelName = `telegram-${side}`;
  const createdAt = clock.now();
  const row = await db.chat.create({
    data: {
      channel,
      address: String(chat.id),
      createdAt,
      person: { create: { name: 'Wang', locale: 'en', createdAt } },
    },
  });
  return { chat, id: row.id };
}
