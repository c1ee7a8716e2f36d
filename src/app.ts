import { createHmac } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { startBuyerBot } from './bots/buyer.ts';
import { startSellerBot } from './bots/seller.ts';
import type { PayAsk } from './bots/telegram/checkout.ts';
import { identityOf } from './bots/telegram/identity.ts';
import { INLINE_PAGE, type InlineAnswer, type InlineAsk } from './bots/telegram/inline.ts';
import type { BotParts, RunningBot } from './bots/telegram/reception.ts';
import { telegramChannel } from './bots/telegram/sender.ts';
import { webChannel } from './bots/web/channel.ts';
import { webChat } from './bots/web/plugin.ts';
import type { Channel } from './chat/channel.ts';
import { type Doors, doorsOf } from './chat/doors.ts';
import { type Engine, engineOf } from './chat/engine.ts';
import { type Locale, localeOf, type Side } from './chat/event.ts';
import { keptFile } from './chat/files.ts';
import { fileIdOf, forgetFileId, photoBytes, rememberFileId } from './chat/media.ts';
import { openWake, type Wake } from './chat/wake.ts';
import { isComing } from './chat/wanted-photos.ts';
import { loadWords, type Words } from './chat/words.ts';
import type { Config } from './config.ts';
import { openData, systemClock } from './data.ts';
import { codeOf } from './db/fault.ts';
import { type Clock, type Store, transact } from './db/work.ts';
import { buyerFlows } from './flows/buyer/flows.ts';
import { shareable } from './flows/inline.ts';
import { groupWords, menuOf } from './flows/menu.ts';
import { parkedNotice } from './flows/parked.ts';
import { payRefusal } from './flows/pay-ask.ts';
import { sellerFlows } from './flows/seller/flows.ts';
import { buildServer } from './http/server.ts';
import { telegramWebhooks } from './http/webhooks.ts';
import { type Jobs, startJobs } from './jobs/jobs.ts';
import { openQueues } from './jobs/queues.ts';
import { type Parts, partsOf } from './parts.ts';
import { sellers } from './shop/sellers.ts';
import { shopOf } from './shop/shop.ts';
import { writerOf } from './writer/writer.ts';

export type ProcessRole = 'web' | 'bots' | 'jobs';
export const allRoles: readonly ProcessRole[] = ['web', 'bots', 'jobs'];

/** Turns at a time: two connections of the pool are left for everything else. */
const TURNS_AT_ONCE = 8;

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
  readonly store: Store;
  readonly engine: Engine;
  readonly jobs: Jobs | undefined;
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
  const parts = partsOf(log);
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
  parts: Parts,
): Promise<App> {
  const { store, databaseUrl } = await openData(config, parts, log, clock);
  const village = await transact(store, (work) => sellers(work).village());
  const words = loadWords(village?.timeZone ?? 'Asia/Shanghai');
  const channels = [...channelsOf(config, store), ...more];
  const seen: Seen = { names: {}, url: config.http.publicUrl };
  const doors = doorsOf({ botName: (side) => seen.names[side]?.(), web: () => seen.url });
  const engine = engineOf({
    store,
    words,
    channels,
    flows: { buyer: buyerFlows, seller: sellerFlows },
    shop: (work) => shopOf(work, { invoices: Boolean(config.bots.buyer?.paymentProviderToken) }),
    onParked: (work, chat) => parkedNotice(shopOf(work), chat.person.name),
    doors,
    locale: config.locale,
    turnsAtOnce: TURNS_AT_ONCE,
    log,
  });
  parts.add('the conversations', () => engine.stop());
  const wake = await openWake(databaseUrl, log);
  parts.add('the listener', () => wake.stop());

  const jobs = roles.includes('jobs')
    ? await openJobs(config, databaseUrl, { store, engine, channels, doors, wake, log }, parts)
    : undefined;
  const bots = roles.includes('bots') ? await startBots(config, { store, engine, words, log }, parts) : {};
  const url = roles.includes('web')
    ? await listen(config, { store, engine, wake, log, bots }, parts)
    : undefined;
  seen.names = roles.includes('bots') ? namesIn(bots) : namesOf(config);
  seen.url ??= url;
  await engine.sweep();
  return { url, store, engine, jobs, stop: () => parts.stop() };
}

/** What a process comes to know of its own addresses while it starts. */
interface Seen {
  names: Partial<Record<Side, () => string | undefined>>;
  url: string | undefined;
}

const namesIn = ({ buyer, seller }: Bots): Seen['names'] => ({
  ...(buyer && { buyer: buyer.username }),
  ...(seller && { seller: seller.username }),
});

/** A process without bots asks Telegram once for the name of a bot whose token it has. */
function namesOf({ bots }: Config): Seen['names'] {
  const asked = (token: string): (() => string | undefined) => {
    let name: string | undefined;
    void identityOf(token, bots.apiRoot).then((one) => {
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
function channelsOf({ bots, alerts }: Config, store: Store): Channel[] {
  const { db } = store;
  const telegram = (side: Side, token: string, providerToken?: string): Channel => {
    const name = `telegram-${side}` as const;
    const pictures = {
      fileId: (media: string) => fileIdOf(db, media, name),
      remember: (media: string, fileId: string) => rememberFileId(db, media, name, fileId),
      forget: (media: string) => forgetFileId(db, media, name),
      bytes: (media: string) => photoBytes(store, media),
      isComing: (media: string) => isComing(store, media),
    };
    const readFile = (id: string) => keptFile(store, id);
    const { apiRoot } = bots;
    const paidBroadcast = alerts.paid;
    return telegramChannel({ name, token, apiRoot, pictures, readFile, providerToken, paidBroadcast });
  };
  return [
    webChannel('buyer'),
    webChannel('seller'),
    ...(bots.buyer ? [telegram('buyer', bots.buyer.token, bots.buyer.paymentProviderToken)] : []),
    ...(bots.seller ? [telegram('seller', bots.seller.token)] : []),
  ];
}

interface Shared {
  readonly store: Store;
  readonly engine: Engine;
  readonly log: Logger;
}

async function openJobs(
  config: Config,
  databaseUrl: string,
  shared: Shared & { readonly channels: readonly Channel[]; readonly doors: Doors; readonly wake: Wake },
  parts: Parts,
): Promise<Jobs> {
  const { log } = shared;
  const queues = await openQueues(
    databaseUrl,
    config.queues.is === 'redis' ? config.queues.url : undefined,
    log,
  );
  parts.add('the queues', () => queues.stop());
  const writer = writerOf(config.model, (error) => log.warn({ err: error }, 'the model did not write'));
  const jobs = await startJobs({ ...shared, queues, writer, alertRate: config.alerts.rate });
  parts.add('the jobs', () => jobs.stop());
  return jobs;
}

type Bots = Partial<Record<Side, RunningBot>>;

async function startBots(
  config: Config,
  { store, engine, words, log }: Shared & { readonly words: Readonly<Record<Locale, Words>> },
  parts: Parts,
): Promise<Bots> {
  const { updates } = config.bots;
  const partsFor = (side: Side, token: string): BotParts => ({
    token,
    setting: `${side.toUpperCase()}_BOT_TOKEN`,
    apiRoot: config.bots.apiRoot,
    engine,
    webhook:
      updates.is === 'webhook'
        ? { url: `${updates.publicUrl}/telegram/${side}`, secret: webhookSecret(token) }
        : undefined,
    commands: (locale) =>
      menuOf(side).map(({ command, description }) => ({
        command,
        description: words[locale].showPlain(description),
      })),
    groupAnswer: (locale) => ({
      html: words[locale].show(groupWords.text).markup,
      button: words[locale].showPlain(groupWords.button),
    }),
    locale: config.locale,
    now: () => store.clock.now(),
    log,
  });
  const bots: Bots = {};
  if (config.bots.buyer) {
    const answerAsk = async (asked: InlineAsk): Promise<InlineAnswer[]> => {
      const said = words[localeOf(asked.from.language, config.locale)];
      const shared = await transact(store, (work) => shareable(shopOf(work), said, asked, INLINE_PAGE));
      const fileOf = (photo: string | undefined) => photo && fileIdOf(store.db, photo, 'telegram-buyer');
      return Promise.all(shared.map(async (one) => ({ ...one, photoFile: await fileOf(one.photo) })));
    };
    const answerPay = (asked: PayAsk) =>
      transact(store, (work) =>
        payRefusal(shopOf(work), words[asked.locale], { ...asked, payer: asked.from.telegramId }),
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
  { store, engine, wake, log, bots }: Shared & { readonly wake: Wake; readonly bots: Bots },
  parts: Parts,
): Promise<string> {
  const isSecure = config.http.publicUrl?.startsWith('https:') ?? false;
  const villageName = async () => {
    const village = await transact(store, (work) => sellers(work).village());
    return { zh: village?.name ?? 'Walnut', en: village?.nameEn ?? 'Walnut' };
  };
  const server = await buildServer({
    log,
    trustProxy: config.http.trustProxy,
    isSecure,
    isHealthy: async () => (await store.db.$queryRaw`SELECT 1`) !== undefined,
    routes: [
      telegramWebhooks(bots),
      webChat({
        store,
        engine,
        wake,
        village: villageName,
        maySee: (person, media) =>
          transact(store, (work) => shopOf(work).privatePhotos.maySee(person, media)),
        isDemo: config.isDemo,
        locale: config.locale,
        isSecure,
      }),
    ],
  });
  parts.add('the web', () => server.close());
  await server.listen({ host: config.http.host, port: config.http.port }).catch((error: unknown) => {
    throw codeOf(error) === 'EADDRINUSE' ? new PortFault(config.http.port) : error;
  });
  // An HTTP server that listens has an address and a port.
  const { port } = server.server.address() as AddressInfo;
  return config.http.publicUrl ?? `http://${config.http.host}:${port}`;
}
