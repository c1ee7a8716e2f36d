import type { Channel } from '../../chat/dsl/channel.ts';
import { logFault } from '../../db/client/away.ts';
import type { AlertId } from '../../db/ids.ts';
import { createClaims } from './claims.ts';
import { createResults } from './results.ts';
import type { ChannelSender, SenderDeps } from './sender.ts';

/** Recipients at a time: people read the table, so there is no rate to keep. */
const TAKE = 100;

/** Sends alerts to readers of the message table: recording a message is sending it. */
export function createTableSender(deps: SenderDeps, channel: Channel): ChannelSender {
  const claims = createClaims(deps, channel);
  const results = createResults(deps, channel);
  let running: Promise<void> | undefined;
  let isStopped = false;

  const run = async (): Promise<void> => {
    while (!isStopped && claims.hasAny()) {
      const batch = await claims.next(TAKE);
      await Promise.all(batch.map((recipient) => results.add({ recipient, end: { is: 'sent' } })));
      deps.held.remove(batch);
      for (const alertId of new Set(batch.map((one) => one.alertId))) await claims.closeIfDone(alertId);
    }
  };

  const start = (alertId: AlertId): void => {
    claims.add(alertId);
    if (isStopped) return;
    running ??= run()
      .catch((error: unknown) =>
        logFault(deps.log, error, 'alerts could not be sent', { channel: channel.name }),
      )
      .finally(() => {
        running = undefined;
      });
  };

  return {
    start,
    isIdle: () => !running,
    async stop() {
      isStopped = true;
      await running;
    },
  };
}
