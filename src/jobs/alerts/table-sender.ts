import type { Channel } from '../../chat/dsl/channel.ts';
import { logFault } from '../../db/client/away.ts';
import type { AlertId } from '../../db/ids.ts';
import { createClaims } from './claims.ts';
import { TOGETHER_MS } from './pace.ts';
import { createResults } from './results.ts';
import { withCompanions } from './screens.ts';
import type { ChannelSender, SenderDeps } from './sender.ts';

/** Recipients at a time: people read the table, so there is no rate to keep. */
const TAKE = 100;

/**
 * Sends alerts to readers of the message table: recording a message is sending it. Those who have push are told by `push`
 * then, of the message that stands in their chat.
 */
export function createTableSender(
  deps: SenderDeps,
  channel: Channel,
  push?: { readonly channel: Channel; readonly sender: ChannelSender },
): ChannelSender {
  // Who is put off is due again at the next sweep.
  const claims = createClaims(deps, channel, () => undefined);
  const results = createResults(deps, channel, TOGETHER_MS, push?.channel.name);
  let running: Promise<void> | undefined;
  let isStopped = false;

  const run = async (): Promise<void> => {
    while (!isStopped && claims.hasAny()) {
      const batch = await claims.next(TAKE);
      await Promise.all(batch.map((recipient) => results.add({ recipient, end: { is: 'sent' } })));
      const settled = batch.flatMap(withCompanions);
      deps.held.remove(settled);
      for (const { alertId } of batch.filter(({ hasPush }) => hasPush)) push?.sender.start(alertId);
      for (const alertId of new Set(settled.map((one) => one.alertId))) await claims.closeIfDone(alertId);
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
