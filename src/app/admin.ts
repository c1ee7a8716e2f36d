import type { Locale } from '../chat/dsl/event.ts';
import type { I18n } from '../chat/dsl/i18n.ts';
import type { Config } from '../config.ts';
import { type AppContext, inTransaction } from '../db/work.ts';
import { findDangers } from '../health/dangers.ts';
import { readFigures } from '../health/figures.ts';
import { adminPages } from '../http/admin/admin.ts';
import type { Board } from '../http/admin/board.ts';
import type { Metrics } from '../http/admin/metrics.ts';
import { queueBoard } from '../http/admin/queue-board.ts';
import type { Routes } from '../http/server.ts';
import { queueNames } from '../jobs/queue/names.ts';
import { openQueueViews } from '../jobs/queue/views.ts';
import { endParked, findFailed, findParked, retryFailed } from '../shop/admin/parked.ts';
import { findToday } from '../shop/admin/today.ts';
import { findAlertsInProgress } from '../shop/notifications/alerts/progress.ts';
import type { Shared } from './shared.ts';

export interface AdminParts extends Shared {
  readonly token: string;
  readonly metrics: Metrics;
  readonly databaseUrl: string;
  readonly i18n: Readonly<Record<Locale, I18n>>;
}

/** The pages behind ADMIN_TOKEN. Their view of the queues has connections of its own, for this process may do no jobs. */
export async function openAdmin(config: Config, parts: AdminParts): Promise<Routes> {
  const { appContext, token, metrics, databaseUrl, i18n, lifecycle, log } = parts;
  const redisUrl = config.queues.is === 'redis' ? config.queues.url : undefined;
  const views = await openQueueViews(databaseUrl, redisUrl, queueNames, log);
  lifecycle.add("the board's queues", () => views.stop());
  return adminPages({
    token,
    metrics,
    board: createBoard(appContext, () => parts.engine.sweep()),
    queueBoard: queueBoard(views),
    i18n,
    locale: config.locale,
  });
}

/** `wake` looks for what waits: a parked event that is tried again does not stay until the next sweep. */
function createBoard(appContext: AppContext, wake: () => Promise<void>): Board {
  return {
    async read() {
      const figures = await readFigures(appContext);
      const shown = await inTransaction(appContext, async (context) => ({
        today: await findToday(context),
        alerts: await findAlertsInProgress(context),
        parked: (await findParked(context, 0)).items,
        failed: (await findFailed(context, 0)).items,
      }));
      return { figures, dangers: findDangers(figures), ...shown, at: appContext.clock.now() };
    },
    async retryParked(id) {
      const isDone = await inTransaction(appContext, (context) => endParked(context, id, 'waiting'));
      await wake();
      return isDone;
    },
    dropParked: (id) => inTransaction(appContext, (context) => endParked(context, id, 'handled')),
    retryFailed: (id) => inTransaction(appContext, (context) => retryFailed(context, id)),
  };
}
