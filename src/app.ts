import { createHmac } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { startBuyerBot } from './bots/buyer.ts';
import { startSellerBot } from './bots/seller.ts';
import { fetchIdentity } from './bots/telegram/api/identity.ts';
import { INLINE_PAGE, type InlineAnswer, type InlineQueryInput } from './bots/telegram/inbound/inline.ts';
import type { PreCheckoutInput } from './bots/telegram/inbound/pre-checkout.ts';
import type { BotDeps, RunningBot } from './bots/telegram/inbound/reception.ts';
import { createTelegramChannel } from './bots/telegram/outbound/channel.ts';
import { webChannel } from './bots/web/channel.ts';
import { webChat } from './bots/web/plugin.ts';
import type { Channel } from './chat/dsl/channel.ts';
import { createEntryLinks, type EntryLinks } from './chat/dsl/entry-links.ts';
import { type Locale, parseLocale, type Side } from './chat/dsl/event.ts';
import { type I18n, loadI18n } from './chat/dsl/i18n.ts';
import { createEngine, type Engine } from './chat/engine/engine.ts';
import { type NotifyListener, openNotifyListener } from './chat/outbound/notify-listener.ts';
import { readStoredFile } from './chat/store/files.ts';
import { findFileId, forgetFileId, readPhoto, rememberFileId } from './chat/store/media.ts';
import { isPending } from './chat/store/pending-media.ts';
import type { Config } from './config.ts';
import { openData, systemClock } from './data.ts';
import { errorCode } from './db/fault.ts';
import { type AppContext, type Clock, inTransaction } from './db/work.ts';
import { findShareable } from './flows/asks/inline.ts';
import { findPaymentRefusal } from './flows/asks/pre-checkout.ts';
import { buyerFlows } from './flows/buyer/flows.ts';
import { commandMenu, groupText } from './flows/common/menu.ts';
import { parkedNotice } from './flows/screens/parked-notice.ts';
import { sellerFlows } from './flows/seller/flows.ts';
import { addressAt } from './http/own-address.ts';
import { buildServer } from './http/server.ts';
import { telegramWebhooks } from './http/webhooks.ts';
import { type Jobs, startJobs } from './jobs/jobs.ts';
import { openQueues } from './jobs/queue/queues.ts';
import { createLifecycle, type Lifecycle } from './lifecycle.ts';
import { createShop } from './shop/shop.ts';
import { DEMO_SLUG, villageHere } from './shop/villages.ts';
import { createWriter } from './writer/writer.ts';

export type ProcessRole = 'web' | 'bots' | 'jobs';
export const allRoles: readonly ProcessRole[] = ['web', 'bots', 'jobs'];

/** Turns at a time: two connections of the pool are left for everything else. */
const MAX_CONCURRENT_TURNS = 8;

/** Somebody else listens where we should. */
class PortFault extends Error {
  constructor(port: number) {
    super(`Port ${port} is taken: stop what runs there, or set another one, like PORT=${port + 1}.`);
  }
}

/** A running Walnut. */
export interface App {
  /** Where the web chat answers, if this process serves it. */
  readonly url: string | undefined;
  readonly appContext: AppContext;
  readonly engine: Engine;
  readonly jobs: Jobs | undefined;
  /** The settings allow the demo, and the database holds no village but the demo's. */
  readonly isDemo: boolean;
  /** From the front door to the database, PostgreSQL last. */
  stop(): Promise<void>;
}

/**
 * Starts everything that the roles name; `more` are ways to reach people beside Telegram and the web. What fails takes
 * down in order what had started.
 */
export async function startApp(
  config: Config,
  log: Logger,
  roles: readonly ProcessRole[] = allRoles,
  clock: Clock = systemClock,
  more: readonly Channel[] = [],
): Promise<App> {
  const parts = createLifecycle(log);
  try {
    return await start(config, log, roles, clock, more, parts);
  } catch (error) {
    await parts.stop();
    throw error;
  }
}

async function start(
  config: Config,
  log: Logger,
  roles: readonly ProcessRole[],
  clock: Clock,
  more: readonly Channel[],
  parts: Lifecycle,
): Promise<App> {
  const { appContext, databaseUrl } = await openData(config, parts, log, clock);
  const village = await inTransaction(appContext, villageHere);
  const isDemo = config.isDemo && (village?.slug ?? DEMO_SLUG) === DEMO_SLUG;
  const i18n = loadI18n(village?.timeZone ?? 'Asia/Shanghai');
  const channels = [...createChannels(config, appContext), ...more];
  const seen: Seen = { names: {}, url: undefined };
  const entryLinks = createEntryLinks({
    botName: (side) => seen.names[side]?.(),
    web: () => config.http.publicUrl,
    localWeb: () => seen.url,
  });
  const engine = createEngine({
    appContext,
    i18n,
    channels,
    flows: { buyer: buyerFlows, seller: sellerFlows },
    shop: (context) => createShop(context, { invoices: Boolean(config.bots.buyer?.paymentProviderToken) }),
    onParked: (context, chat) => parkedNotice(createShop(context), chat.person.name),
    entryLinks,
    locale: config.locale,
    maxConcurrentTurns: MAX_CONCURRENT_TURNS,
    log,
  });
  parts.add('the conversations', () => engine.stop());
  const listener = await openNotifyListener(databaseUrl, log);
  parts.add('the listener', () => listener.stop());

  const jobs = roles.includes('jobs')
    ? await openJobs(config, databaseUrl, { appContext, engine, channels, entryLinks, listener, log }, parts)
    : undefined;
  const bots = roles.includes('bots')
    ? await startBots(config, { appContext, engine, i18n, log }, parts)
    : {};
  const url = roles.includes('web')
    ? await listen(config, { appContext, engine, listener, log, bots, isDemo }, parts)
    : undefined;
  seen.names = roles.includes('bots') ? botNames(bots) : fetchBotNames(config);
  seen.url = url;
  await engine.sweep();
  return { url, appContext, engine, jobs, isDemo, stop: () => parts.stop() };
}

/** What a process comes to know of its own addresses while it starts. */
interface Seen {
  names: Partial<Record<Side, () => string | undefined>>;
  url: string | undefined;
}

const botNames = ({ buyer, seller }: RunningBots): Seen['names'] => ({
  ...(buyer && { buyer: buyer.username }),
  ...(seller && { seller: seller.username }),
});

/** A process without bots asks Telegram once for the name of a bot whose token it has. */
function fetchBotNames({ bots }: Config): Seen['names'] {
  const asked = (token: string): (() => string | undefined) => {
    let name: string | undefined;
    void fetchIdentity(token, bots.apiRoot).then((one) => {
      if (one.is === 'known') name = one.username;
    });
    return () => name;
  };
  return {
    ...(bots.buyer && { buyer: asked(bots.buyer.token) }),
    ...(bots.seller && { seller: asked(bots.seller.token) }),
  };
}

/** Both sides of the web, and the bots that have a token. */
function createChannels({ bots }: Config, appContext: AppContext): Channel[] {
  const { db } = appContext;
  const telegram = (side: Side, token: string, providerToken?: string): Channel => {
    const name = `telegram-${side}` as const;
    const pictures = {
      fileId: (media: string) => findFileId(db, media, name),
      remember: (media: string, fileId: string) => rememberFileId(db, media, name, fileId),
      forget: (media: string) => forgetFileId(db, media, name),
      bytes: (media: string) => readPhoto(appContext, media),
      isComing: (media: string) => isPending(appContext, media),
    };
    const readFile = (id: string) => readStoredFile(appContext, id);
    return createTelegramChannel({ name, token, apiRoot: bots.apiRoot, pictures, readFile, providerToken });
  };
  return [
    webChannel('buyer'),
    webChannel('seller'),
    ...(bots.buyer ? [telegram('buyer', bots.buyer.token, bots.buyer.paymentProviderToken)] : []),
    ...(bots.seller ? [telegram('seller', bots.seller.token)] : []),
  ];
}

interface Shared {
  readonly appContext: AppContext;
  readonly engine: Engine;
  readonly log: Logger;
}

async function openJobs(
  config: Config,
  databaseUrl: string,
  shared: Shared & {
    readonly channels: readonly Channel[];
    readonly entryLinks: EntryLinks;
    readonly listener: NotifyListener;
  },
  parts: Lifecycle,
): Promise<Jobs> {
  const { log } = shared;
  const queues = await openQueues(
    databaseUrl,
    config.queues.is === 'redis' ? config.queues.url : undefined,
    log,
  );
  parts.add('the queues', () => queues.stop());
  const writer = createWriter(config.model, (error) => log.warn({ err: error }, 'the model did not write'));
  const jobs = await startJobs({ ...shared, queues, writer, alertRate: config.alerts.rate });
  parts.add('the jobs', () => jobs.stop());
  return jobs;
}

type RunningBots = Partial<Record<Side, RunningBot>>;

async function startBots(
  config: Config,
  { appContext, engine, i18n, log }: Shared & { readonly i18n: Readonly<Record<Locale, I18n>> },
  parts: Lifecycle,
): Promise<RunningBots> {
  const { updates } = config.bots;
  const partsFor = (side: Side, token: string): BotDeps => ({
    token,
    setting: `${side.toUpperCase()}_BOT_TOKEN`,
    apiRoot: config.bots.apiRoot,
    engine,
    webhook:
      updates.is === 'webhook'
        ? { url: `${updates.publicUrl}/telegram/${side}`, secret: webhookSecret(token) }
        : undefined,
    commands: (locale) =>
      commandMenu(side).map(({ command, description }) => ({
        command,
        description: i18n[locale].showPlain(description),
      })),
    groupAnswer: (locale) => ({
      html: i18n[locale].show(groupText.text).markup,
      button: i18n[locale].showPlain(groupText.button),
    }),
    locale: config.locale,
    now: () => appContext.clock.now(),
    log,
  });
  const bots: RunningBots = {};
  if (config.bots.buyer) {
    const answerAsk = async (asked: InlineQueryInput): Promise<InlineAnswer[]> => {
      const said = i18n[parseLocale(asked.from.language, config.locale)];
      const shared = await inTransaction(appContext, (context) =>
        findShareable(createShop(context), said, asked, INLINE_PAGE),
      );
      const findPhotoFile = (photo: string | undefined) =>
        photo && findFileId(appContext.db, photo, 'telegram-buyer');
      return Promise.all(shared.map(async (one) => ({ ...one, photoFile: await findPhotoFile(one.photo) })));
    };
    const answerPay = (asked: PreCheckoutInput) =>
      inTransaction(appContext, (context) =>
        findPaymentRefusal(createShop(context), i18n[asked.locale], {
          ...asked,
          payer: asked.from.telegramId,
        }),
      );
    bots.buyer = await startBuyerBot({ ...partsFor('buyer', config.bots.buyer.token), answerAsk, answerPay });
    parts.add("the buyers' bot", bots.buyer.stop);
  }
  if (config.bots.seller) {
    bots.seller = await startSellerBot(partsFor('seller', config.bots.seller.token));
    parts.add("the sellers' bot", bots.seller.stop);
  }
  return bots;
}

/** The same secret in every process, without one more setting. */
const webhookSecret = (token: string): string =>
  createHmac('sha256', token).update('walnut webhook').digest('base64url');

async function listen(
  config: Config,
  {
    appContext,
    engine,
    listener,
    log,
    bots,
    isDemo,
  }: Shared & {
    readonly listener: NotifyListener;
    readonly bots: RunningBots;
    readonly isDemo: boolean;
  },
  parts: Lifecycle,
): Promise<string> {
  const isSecure = config.http.publicUrl?.startsWith('https:') ?? false;
  const villageName = async () => {
    const village = await inTransaction(appContext, villageHere);
    return village && { zh: village.name, en: village.nameEn };
  };
  const server = await buildServer({
    log,
    trustProxy: config.http.trustProxy,
    isSecure,
    isHealthy: async () => (await appContext.db.$queryRaw`SELECT 1`) !== undefined,
    routes: [
      telegramWebhooks(bots),
      webChat({
        appContext,
        engine,
        listener,
        village: villageName,
        maySee: (person, media) =>
          inTransaction(appContext, (context) => createShop(context).privateMedia.maySee(person, media)),
        isDemo,
        locale: config.locale,
        isSecure,
        publicUrl: config.http.publicUrl,
      }),
    ],
  });
  parts.add('the web', () => server.close());
  await server.listen({ host: config.http.host, port: config.http.port }).catch((error: unknown) => {
    throw errorCode(error) === 'EADDRINUSE' ? new PortFault(config.http.port) : error;
  });
  // An HTTP server that listens has an address and a port.
  const { port } = server.server.address() as AddressInfo;
  return config.http.publicUrl ?? addressAt(config.http.host, port);
}
