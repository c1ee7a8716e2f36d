import type { Logger } from 'pino';
import { createOwnAddresses } from './app/addresses.ts';
import type { AdminParts } from './app/admin.ts';
import { startBackups } from './app/backups.ts';
import type { BotsParts, RunningBots } from './app/bots.ts';
import { counted, createChannels, hasBots } from './app/channels.ts';
import { openJobs } from './app/jobs.ts';
import { startLearning } from './app/learning.ts';
import { allRoles, type ProcessRole } from './app/roles.ts';
import { listen, listenForHealth } from './app/web.ts';
import { makePushKeys } from './bots/web/push/keys.ts';
import type { Channel } from './chat/dsl/channel.ts';
import type { EntryLinks } from './chat/dsl/entry-links.ts';
import { loadI18n } from './chat/dsl/i18n.ts';
import { createEngine, type Engine, type EngineDeps } from './chat/engine/engine.ts';
import { openNotifyListener } from './chat/outbound/notify-listener.ts';
import { keepPushKeys } from './chat/store/push-keys.ts';
import type { Config } from './config.ts';
import { openData, systemClock } from './data.ts';
import type { Embedded } from './db/embedded/embedded.ts';
import { type AppContext, type Clock, inTransaction } from './db/work.ts';
import { buyerFlows } from './flows/buyer/flows.ts';
import { parkedNotice } from './flows/screens/messages/parked-notice.ts';
import { sellerFlows } from './flows/seller/flows.ts';
import { readFigures } from './health/figures.ts';
import type { Metrics } from './http/admin/metrics.ts';
import type { Routes } from './http/server.ts';
import type { Jobs } from './jobs/jobs.ts';
import { createLifecycle, type Lifecycle } from './lifecycle.ts';
import { DEMO_SLUG, villageHere } from './shop/sellers/villages.ts';
import { createShop, type Shop } from './shop/shop.ts';

/** Two connections of the pool are left for everything that is no turn. */
const MAX_CONCURRENT_TURNS = 8;

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
 * Starts everything that the roles name; `more` are channels beside Telegram and the web, `embedded` is the server of
 * the database where one has been begun. What fails takes down in order what had started.
 */
export async function startApp(
  config: Config,
  log: Logger,
  roles: readonly ProcessRole[] = allRoles,
  clock: Clock = systemClock,
  more: readonly Channel[] = [],
  embedded?: Promise<Embedded>,
): Promise<App> {
  const lifecycle = createLifecycle(log);
  try {
    return await start(config, { log, roles, clock, more, embedded, lifecycle });
  } catch (error) {
    await lifecycle.stop();
    throw error;
  }
}

interface Start {
  readonly log: Logger;
  readonly roles: readonly ProcessRole[];
  readonly clock: Clock;
  readonly more: readonly Channel[];
  readonly embedded: Promise<Embedded> | undefined;
  readonly lifecycle: Lifecycle;
}

async function start(config: Config, { log, roles, clock, more, embedded, lifecycle }: Start): Promise<App> {
  const { appContext, databaseUrl, wake } = await openData(config, lifecycle, log, clock, embedded);
  const village = await inTransaction(appContext, villageHere);
  const isDemo = config.isDemo && (village?.slug ?? DEMO_SLUG) === DEMO_SLUG;
  const timeZone = village?.timeZone ?? 'Asia/Shanghai';
  const i18n = loadI18n(timeZone);
  const { adminToken } = config.http;
  const metrics = adminToken ? await openMetrics(appContext) : undefined;
  const pushKeys = await keepPushKeys(appContext, makePushKeys);
  const channels = counted([...(await createChannels(config, appContext, pushKeys)), ...more], metrics);
  const addresses = createOwnAddresses(config);
  const { entryLinks } = addresses;
  const engine = createEngine({
    ...shopDeps(config, entryLinks),
    appContext,
    i18n,
    channels,
    locale: config.locale,
    turnEnded: metrics?.turnEnded,
    log,
  });
  lifecycle.add('the conversations', () => engine.stop());
  const listener = await openNotifyListener(wake);
  lifecycle.add('the listener', () => listener.stop());
  listener.onFacts(() => appContext.db.$facts.forget());

  const shared = { appContext, engine, lifecycle, log };
  const jobs = roles.includes('jobs')
    ? await openJobs(config, { ...shared, databaseUrl, channels, entryLinks, listener })
    : undefined;
  if (roles.includes('jobs')) startBackups(config, { ...shared, timeZone });
  const listens = takesUpdates(config, roles);
  const bots = listens && hasBots(config) ? await openBots(config, { ...shared, i18n }) : {};
  const admin =
    adminToken && metrics
      ? await openBoard(config, { ...shared, token: adminToken, metrics, databaseUrl, i18n })
      : undefined;
  const url = roles.includes('web')
    ? await listen(config, { ...shared, listener, bots, isDemo, admin, pushKey: pushKeys.publicKey })
    : await listenForHealth(config, { ...shared, admin });
  if (listens) addresses.learnBots(bots);
  else addresses.askForBots();
  addresses.learnUrl(url);
  await engine.sweep();
  startLearning(lifecycle, log);
  return { url, appContext, engine, jobs, isDemo, stop: () => lifecycle.stop() };
}

// Libraries are loaded only where there is a bot, and where somebody may look at the board.

async function openBots(config: Config, parts: BotsParts): Promise<RunningBots> {
  const { startBots } = await import('./app/bots.ts');
  return startBots(config, parts);
}

async function openMetrics(appContext: AppContext): Promise<Metrics> {
  const { createMetrics } = await import('./http/admin/metrics.ts');
  return createMetrics(() => readFigures(appContext));
}

async function openBoard(config: Config, parts: AdminParts): Promise<Routes> {
  const { openAdmin } = await import('./app/admin.ts');
  return openAdmin(config, parts);
}

/** Telegram posts to the web server where there is a public address; else the bots ask for updates themselves. */
const takesUpdates = ({ bots }: Config, roles: readonly ProcessRole[]): boolean =>
  roles.includes(bots.updates.is === 'webhook' ? 'web' : 'bots');

/** What the engine has to know of this shop. */
function shopDeps({ bots }: Config, entryLinks: EntryLinks) {
  return {
    flows: { buyer: buyerFlows, seller: sellerFlows },
    shop: (context) => createShop(context, { invoices: Boolean(bots.buyer?.paymentProviderToken) }),
    onParked: (context, chat) => parkedNotice(createShop(context), chat.person.name),
    entryLinks,
    maxConcurrentTurns: MAX_CONCURRENT_TURNS,
  } satisfies Partial<EngineDeps<Shop>>;
}
