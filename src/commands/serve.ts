import type { Logger } from 'pino';
import type { ProcessRole } from '../app/roles.ts';
import { type App, startApp } from '../app.ts';
import type { Config } from '../config.ts';
import { systemClock } from '../data.ts';
import type { Embedded } from '../db/embedded/embedded.ts';
import { inTransaction } from '../db/work.ts';
import { DEMO_SLUG, villageHere } from '../shop/sellers/villages.ts';
import { openDemo } from './demo.ts';
import { DEMO_LEFT, FOUND_EXAMPLE, type Say } from './usage.ts';

interface Serving {
  readonly log: Logger;
  readonly roles: readonly ProcessRole[];
  /** The embedded server, if there is to be one: it may be coming up already. */
  readonly embedded: Promise<Embedded> | undefined;
  readonly say: Say;
}

/** Runs until a signal ends it. */
export async function serve(config: Config, { log, roles, embedded, say }: Serving): Promise<void> {
  const app = await startApp(config, log, roles, systemClock, [], embedded);
  stopOnSignal(app, log);
  try {
    if (app.isDemo && app.url) await openDemo(app.appContext, app.url, config.database, say);
    else await sayRunning(app, roles, say);
  } catch (error) {
    await app.stop();
    throw error;
  }
}

/** The first signal stops in order; a second one does not wait. */
function stopOnSignal(app: App, log: Logger): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      log.info('stopping');
      void app.stop().then(() => process.exit(0));
    });
  }
}

/** Where people find the shop; and what to do where nobody has founded the village. */
async function sayRunning({ appContext, url }: App, roles: readonly ProcessRole[], say: Say): Promise<void> {
  say(`Walnut is running${url ? ` at ${url}` : ''} (${roles.join(', ')}).`);
  const village = await inTransaction(appContext, villageHere);
  if (village?.slug === DEMO_SLUG) say(DEMO_LEFT);
  if (village) return;
  say('There is no village yet. Found it in another window:');
  say(`  ${FOUND_EXAMPLE}`);
  say('Or in the chat, by the link that this prints: npm run invite -- --operator');
}
