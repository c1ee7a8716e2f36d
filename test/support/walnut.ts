import { randomUUID } from 'node:crypto';
import pino, { type Logger } from 'pino';
import { vi } from 'vitest';
import type { ProcessRole } from '../../src/app/roles.ts';
import { type App, startApp } from '../../src/app.ts';
import type { Channel } from '../../src/chat/dsl/channel.ts';
import { movePictures } from '../../src/chat/store/moving.ts';
import { readConfig } from '../../src/config.ts';
import type { SellerId } from '../../src/db/ids.ts';
import { type Clock, inTransaction } from '../../src/db/work.ts';
import { invite } from '../../src/shop/sellers/invites.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { freePort } from './free-port.ts';
import type { BotAccount, Telegram, TelegramOptions } from './telegram/interface.ts';
import { startTelegram } from './telegram/telegram.ts';
import { takesTransfers } from './village.ts';

/** A whole Walnut on a database of its own, with both bots on a loopback Telegram. */
export interface Walnut {
  readonly app: App;
  readonly database: FreshDatabase;
  readonly telegram: Telegram;
  readonly buyerBot: BotAccount;
  readonly sellerBot: BotAccount;
  /** What a child process needs to be this Walnut too. */
  readonly settings: Readonly<Record<string, string>>;
  /** Makes a seller, and the payload of a link by which somebody joins it. */
  inviteSeller(name: string): Promise<{ id: SellerId; payload: string; token: string }>;
  /** Resolves when every photo that came in has been fetched: until then its product is not shown to buyers. */
  photosStored(): Promise<void>;
  /** Stops this process's Walnut and starts another on the same database. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface WalnutOptions {
  readonly webhooks?: boolean;
  readonly clock?: Clock;
  readonly roles?: readonly ProcessRole[];
  readonly telegram?: TelegramOptions;
  /** Ways to reach people beyond Telegram and the web. */
  readonly channels?: readonly Channel[];
  readonly settings?: Readonly<Record<string, string>>;
  /** Goes between the app and its database: takes the server's address, answers another that leads there. */
  readonly wayToDatabase?: (url: string) => Promise<string>;
  readonly log?: Logger;
  /** Instead of one of its own on the run's server. */
  readonly database?: FreshDatabase;
  /** Nobody has founded the village yet. */
  readonly isEmpty?: boolean;
}

/** The settings of a Walnut in a test, as a child process gets them too. */
export function settingsFor(
  databaseUrl: string,
  telegram: Telegram,
  bots: readonly [BotAccount, BotAccount],
  port: number,
  webhooks = false,
): Record<string, string> {
  const redis = process.env.REDIS_URL;
  return {
    ...toDatabase(databaseUrl),
    SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    BUYER_BOT_TOKEN: bots[0].token,
    SELLER_BOT_TOKEN: bots[1].token,
    TELEGRAM_API_ROOT: telegram.root,
    PORT: String(port),
    DEFAULT_LOCALE: 'zh',
    ...(redis && { REDIS_URL: redis }),
    ...pictureStore(),
    ...(webhooks && { PUBLIC_URL: `http://127.0.0.1:${port}` }),
  };
}

/** Where the run has a store of pictures, they go there. */
const pictureStore = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      name.startsWith('S3_') && value ? [[name, value] as const] : [],
    ),
  );

/** Where a pooler stands before the run's server, turns go through it. */
function toDatabase(url: string): Record<string, string> {
  const pooler = process.env.POOLER_PORT;
  if (!pooler) return { DATABASE_URL: url };
  const pooled = new URL(url);
  pooled.port = pooler;
  return { DATABASE_URL: pooled.href, DATABASE_DIRECT_URL: url };
}

/** A pooler is reached by the server's host alone. */
const quickestWay = ({ url, socketUrl }: FreshDatabase): string =>
  process.env.POOLER_PORT ? url : socketUrl;

export async function startWalnut(options: WalnutOptions = {}): Promise<Walnut> {
  const database = options.database ?? (await freshDatabase());
  const telegram = await startTelegram(options.telegram);
  const bots = [
    telegram.bot({ username: 'walnut_bot' }),
    telegram.bot({ username: 'walnut_seller_bot' }),
  ] as const;
  if (!options.isEmpty) await foundVillage(database);
  // Telegram has to be told where we listen before we do: webhooks take a port of their own choosing.
  const port = options.webhooks ? await freePort() : 0;
  const way = (await options.wayToDatabase?.(database.url)) ?? quickestWay(database);
  const settings = {
    ...settingsFor(way, telegram, bots, port, options.webhooks),
    ...options.settings,
  };
  const start = () =>
    startApp(
      readConfig(settings),
      options.log ?? pino({ level: process.env.TEST_LOG ?? 'silent' }),
      options.roles,
      options.clock,
      options.channels,
    );
  let app = await start();
  return {
    settings,
    get app() {
      return app;
    },
    database,
    telegram,
    buyerBot: bots[0],
    sellerBot: bots[1],
    async inviteSeller(name) {
      const village = await database.db.village.findFirstOrThrow();
      const { id } = await database.db.seller.create({
        data: { villageId: village.id, name, nameEn: `${name} family`, createdAt: new Date() },
      });
      await takesTransfers(database.db, id);
      const token = await inTransaction(app.appContext, (context) => invite(context, id, 'owner'));
      return { id, token, payload: `i_${token}` };
    },
    async photosStored() {
      await vi.waitUntil(async () => (await database.db.media.count({ where: { state: 'wanted' } })) === 0, {
        timeout: 10_000,
        interval: 10,
      });
      await movePictures(app.appContext);
    },
    async restart() {
      await app.stop();
      app = await start();
    },
    async stop() {
      await app.stop();
      await telegram.stop();
      await database.drop();
    },
  };
}

async function foundVillage({ db }: FreshDatabase): Promise<void> {
  const words = {
    county: '古县',
    countyEn: 'Gu',
    province: '山西',
    provinceEn: 'Shanxi',
    story: '',
    storyEn: '',
  };
  await db.village.create({
    data: { slug: randomUUID(), name: '岭头', nameEn: 'Lingtou', createdAt: new Date(), ...words },
  });
}
