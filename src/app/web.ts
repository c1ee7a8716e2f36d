import type { AddressInfo } from 'node:net';
import { webChat } from '../bots/web/plugin.ts';
import type { NotifyListener } from '../chat/outbound/notify-listener.ts';
import type { Config, HttpConfig } from '../config.ts';
import { isAway } from '../db/client/away.ts';
import { errorCode } from '../db/fault.ts';
import { inTransaction } from '../db/work.ts';
import { addressAt } from '../http/own-address.ts';
import { buildServer, type Routes } from '../http/server.ts';
import { streamHookRoutes } from '../http/stream-hooks.ts';
import { telegramWebhooks } from '../http/webhooks.ts';
import { findInvite } from '../shop/sellers/invites.ts';
import { isOfficeOnly } from '../shop/sellers/sellers.ts';
import { villageHere } from '../shop/sellers/villages.ts';
import { createShop } from '../shop/shop.ts';
import type { RunningBots } from './bots.ts';
import type { Shared } from './shared.ts';

interface HealthParts extends Shared {
  /** What ADMIN_TOKEN opens, if it is set. */
  readonly admin: Routes | undefined;
}

interface WebParts extends HealthParts {
  readonly listener: NotifyListener;
  readonly bots: RunningBots;
  readonly isDemo: boolean;
  /** The public key for push services. */
  readonly pushKey: string;
}

/** Another program listens on our port. */
class PortFault extends Error {
  constructor(setting: 'PORT' | 'HEALTH_PORT', port: number) {
    super(`Port ${port} is taken: stop what runs there, or set another one, like ${setting}=${port + 1}.`);
  }
}

/** Starts the web server; answers where people reach it. Throws a PortFault where the port is taken. */
export async function listen({ http, locale, model }: Config, parts: WebParts): Promise<string> {
  const routes = [telegramWebhooks(parts.bots), hooks(parts), createWebChat({ http, locale, model }, parts)];
  const port = await serve(http, 'PORT', http.port, parts, routes);
  return http.publicUrl ?? addressAt(http.host, port);
}

/** Answers for a process without the web: whether it lives, and its own metrics. Throws a PortFault as `listen` does. */
export async function listenForHealth({ http }: Config, parts: HealthParts): Promise<undefined> {
  if (http.healthPort !== undefined) await serve(http, 'HEALTH_PORT', http.healthPort, parts, []);
}

/** Opens a server with these routes and what every server has; answers its port. */
async function serve(
  { host, trustProxy, publicUrl }: HttpConfig,
  setting: 'PORT' | 'HEALTH_PORT',
  wanted: number,
  { appContext, admin, lifecycle, log }: HealthParts,
  routes: readonly Routes[],
): Promise<number> {
  const server = await buildServer({
    log,
    trustProxy,
    isSecure: isSecure(publicUrl),
    isHealthy: async () => (await appContext.db.$queryRaw`SELECT 1`) !== undefined,
    isAway,
    routes: [...routes, ...(admin ? [admin] : [])],
  });
  lifecycle.add('the web', () => server.close());
  await server.listen({ host, port: wanted }).catch((error: unknown) => {
    throw errorCode(error) === 'EADDRINUSE' ? new PortFault(setting, wanted) : error;
  });
  // An HTTP server that listens has an address and a port.
  return (server.server.address() as AddressInfo).port;
}

/** Streaming programs say here that a seller is live. */
const hooks = ({ appContext }: HealthParts) =>
  streamHookRoutes({
    receive: (token, event) =>
      inTransaction(appContext, (context) => createShop(context).streams.hooks.receive(token, event)),
  });

const isSecure = (publicUrl: string | undefined): boolean => publicUrl?.startsWith('https:') ?? false;

function createWebChat({ http, locale, model }: Pick<Config, 'http' | 'locale' | 'model'>, parts: WebParts) {
  const { appContext, engine, listener, isDemo, pushKey } = parts;
  return webChat({
    appContext,
    engine,
    listener,
    village: async () => {
      const village = await inTransaction(appContext, villageHere);
      return village && { zh: village.name, en: village.nameEn, timeZone: village.timeZone };
    },
    findInvite: (token) => inTransaction(appContext, (context) => findInvite(context, token)),
    isOffice: (person) => inTransaction(appContext, (context) => isOfficeOnly(context, person)),
    maySee: (person, media) =>
      inTransaction(appContext, (context) => createShop(context).privateMedia.maySee(person, media)),
    isDemo,
    hearsVoice: model?.transcribeModel !== undefined,
    pushKey,
    locale,
    isSecure: isSecure(http.publicUrl),
    publicUrl: http.publicUrl,
  });
}
