import type { AddressInfo } from 'node:net';
import { webChat } from '../bots/web/plugin.ts';
import type { NotifyListener } from '../chat/outbound/notify-listener.ts';
import type { Config } from '../config.ts';
import { errorCode } from '../db/fault.ts';
import { inTransaction } from '../db/work.ts';
import { addressAt } from '../http/own-address.ts';
import { buildServer } from '../http/server.ts';
import { telegramWebhooks } from '../http/webhooks.ts';
import { findInvite } from '../shop/sellers/invites.ts';
import { isOfficeOnly } from '../shop/sellers/sellers.ts';
import { villageHere } from '../shop/sellers/villages.ts';
import { createShop } from '../shop/shop.ts';
import type { RunningBots } from './bots.ts';
import type { Shared } from './shared.ts';

interface WebParts extends Shared {
  readonly listener: NotifyListener;
  readonly bots: RunningBots;
  readonly isDemo: boolean;
}

/** Another program listens on our port. */
class PortFault extends Error {
  constructor(port: number) {
    super(`Port ${port} is taken: stop what runs there, or set another one, like PORT=${port + 1}.`);
  }
}

/** Starts the web server; answers where people reach it. Throws a PortFault where the port is taken. */
export async function listen({ http, locale }: Config, parts: WebParts): Promise<string> {
  const server = await createServer({ http, locale }, parts);
  parts.lifecycle.add('the web', () => server.close());
  await server.listen({ host: http.host, port: http.port }).catch((error: unknown) => {
    throw errorCode(error) === 'EADDRINUSE' ? new PortFault(http.port) : error;
  });
  // An HTTP server that listens has an address and a port.
  const { port } = server.server.address() as AddressInfo;
  return http.publicUrl ?? addressAt(http.host, port);
}

function createServer({ http, locale }: Pick<Config, 'http' | 'locale'>, parts: WebParts) {
  const { appContext, engine, listener, bots, isDemo, log } = parts;
  const isSecure = http.publicUrl?.startsWith('https:') ?? false;
  const chat = webChat({
    appContext,
    engine,
    listener,
    village: async () => {
      const village = await inTransaction(appContext, villageHere);
      return village && { zh: village.name, en: village.nameEn };
    },
    findInvite: (token) => inTransaction(appContext, (context) => findInvite(context, token)),
    isOffice: (person) => inTransaction(appContext, (context) => isOfficeOnly(context, person)),
    maySee: (person, media) =>
      inTransaction(appContext, (context) => createShop(context).privateMedia.maySee(person, media)),
    isDemo,
    locale,
    isSecure,
    publicUrl: http.publicUrl,
  });
  return buildServer({
    log,
    trustProxy: http.trustProxy,
    isSecure,
    isHealthy: async () => (await appContext.db.$queryRaw`SELECT 1`) !== undefined,
    routes: [telegramWebhooks(bots), chat],
  });
}
