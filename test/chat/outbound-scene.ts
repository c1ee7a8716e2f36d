import { randomUUID } from 'node:crypto';
import pino from 'pino';
import sharp from 'sharp';
import { telegramChannel } from '../../src/bots/telegram/sender.ts';
import { type Engine, engineOf } from '../../src/chat/engine.ts';
import type { ChannelName } from '../../src/chat/event.ts';
import { keptFile } from '../../src/chat/files.ts';
import { html } from '../../src/chat/html.ts';
import type { Replaced } from '../../src/chat/messages.ts';
import type { Screen } from '../../src/chat/screen.ts';
import { loadWords } from '../../src/chat/words.ts';
import { sealUnder } from '../../src/db/seal.ts';
import { type Store, transact } from '../../src/db/work.ts';
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
  readonly id: string;
}

/** An engine that only speaks, both bots on a loopback Telegram, and a clock that is moved by hand. */
export interface OutboundScene extends AsyncDisposable {
  readonly telegram: Telegram;
  readonly database: FreshDatabase;
  readonly clock: TestClock;
  readonly store: Store;
  readonly engine: Engine;
  readonly bots: Readonly<Record<'buyer' | 'seller', BotAccount>>;
  /** What operators read. */
  readonly log: string[];
  /** One more process on the same database. */
  another(): Engine;
  listeners(count: number, side?: 'buyer' | 'seller'): Promise<Listener[]>;
  /** Leaves words or a whole screen for somebody and lets it out; `replaced` gives way to it. */
  say(to: Listener, what: string | Screen, replaced?: Replaced): Promise<void>;
  /** The clock moves on, and what is due by then is tried. */
  later(ms: number): Promise<void>;
  /** The messages that still wait. */
  waiting(): Promise<number>;
}

export async function openOutboundScene(
  options: { readonly paidBroadcast?: boolean } = {},
): Promise<OutboundScene> {
  const [database, telegram, clock] = [await freshDatabase(), await startTelegram(), testClock()];
  const store: Store = { db: database.db, seal: sealUnder(Buffer.alloc(32, 7)), clock };
  const bots = { buyer: telegram.bot(), seller: telegram.bot() };
  const log: string[] = [];
  const engines: Engine[] = [];

  const another = (): Engine => {
    const engine = silentEngine(store, telegram, bots, log, options.paidBroadcast ?? false);
    engines.push(engine);
    return engine;
  };
  const engine = another();

  return {
    ...{ telegram, database, clock, store, engine, bots, log, another },
    listeners: (count, side = 'buyer') =>
      Promise.all(Array.from({ length: count }, () => listener(store, telegram, bots[side], side))),
    async say(to, what, replaced) {
      const screen = typeof what === 'string' ? { text: html`${what}` } : what;
      await transact(store, (work) => engine.leave(work, to.id, randomUUID(), screen, replaced));
      engine.wake(to.id);
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

function silentEngine(
  store: Store,
  telegram: Telegram,
  bots: OutboundScene['bots'],
  lines: string[],
  paidBroadcast: boolean,
): Engine {
  const channelOf = (side: 'buyer' | 'seller') =>
    telegramChannel({
      name: `telegram-${side}`,
      token: bots[side].token,
      apiRoot: telegram.root,
      pictures: shelf({}, picture).pictures,
      readFile: (id) => keptFile(store, id),
      paidBroadcast,
      providerToken: '284685063:TEST:MTA0ZjdmYjQxYzA4',
    });
  return engineOf({
    doors: testDoors,
    store,
    words: loadWords('Asia/Shanghai'),
    channels: [channelOf('buyer'), channelOf('seller')],
    flows: { buyer: [], seller: [] },
    shop: (work) => work,
    onParked: async () => undefined,
    locale: 'en',
    turnsAtOnce: 4,
    log: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
  });
}

async function listener(
  { db, clock }: Store,
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
