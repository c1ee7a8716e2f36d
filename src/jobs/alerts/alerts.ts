import { setTimeout as pause } from 'node:timers/promises';
import type { Channel } from '../../chat/dsl/channel.ts';
import { logFault } from '../../db/client/away.ts';
import type { AlertId } from '../../db/ids.ts';
import { inTransaction } from '../../db/work.ts';
import { type Alert, beginAlert, findOpenAlerts } from '../../shop/notifications/alerts/alerts.ts';
import { releaseLapsedLeases } from '../../shop/notifications/alerts/recipients.ts';
import { writeChunk } from '../../shop/notifications/audience/audience.ts';
import { createHeldRecipients } from './held.ts';
import { createPacedSender } from './paced-sender.ts';
import type { ChannelSender, SenderDeps } from './sender.ts';
import { createTableSender } from './table-sender.ts';

/** Sends alerts: immediately on channels that read the message table, at the channel's rate on the others. */
export interface AlertSender {
  /** Begins the alert if it is due: its first recipients are written, the others follow while it is being sent. */
  send(id: AlertId): Promise<void>;
  /** Continues every alert that is due, and frees recipients that a dead process had claimed. */
  sweep(): Promise<void>;
  isIdle(): boolean;
  /** Begins nothing more; resolves when what runs has ended. */
  stop(): Promise<void>;
}

export interface AlertsDeps extends Omit<SenderDeps, 'held'> {
  readonly channels: readonly Channel[];
  /** Messages a second for each channel. */
  readonly alertRate: number;
}

export function createAlerts(deps: AlertsDeps): AlertSender {
  const { appContext, channels, alertRate, log } = deps;
  const held = createHeldRecipients();
  const senderDeps: SenderDeps = { ...deps, held };
  const paced = channels
    .filter(({ can }) => !can.readsTable)
    .map((channel) => ({ channel, sender: createPacedSender(senderDeps, channel, alertRate) }));
  const tables = channels
    .filter(({ can }) => can.readsTable)
    .map((channel) =>
      createTableSender(
        senderDeps,
        channel,
        paced.find((other) => other.channel.tellsOf === channel.name),
      ),
    );
  const senders: readonly ChannelSender[] = [...paced.map(({ sender }) => sender), ...tables];
  const names = channels.map(({ name }) => name);
  const writing = new Map<AlertId, Promise<void>>();
  let isStopped = false;

  /** Writes the next recipients and has them sent to; answers whether there are more. */
  const writeMore = async (alert: Alert): Promise<boolean> => {
    const end = await inTransaction(appContext, (context) => writeChunk(context, alert, names));
    for (const sender of senders) sender.start(alert.id);
    return end === 'more' && !isStopped;
  };

  /** Half of the time is left to what is sent and answered meanwhile. */
  const writeRest = async (alert: Alert): Promise<void> => {
    try {
      for (let isMore = true; isMore; ) {
        const begunAt = performance.now();
        isMore = await writeMore(alert);
        await pause(performance.now() - begunAt);
      }
    } catch (error) {
      logFault(log, error, 'the recipients of an alert are written on at the next sweep', {
        alert: alert.id,
      });
    }
  };

  const send = async (id: AlertId): Promise<void> => {
    if (isStopped || writing.has(id)) return;
    const alert = await inTransaction(appContext, (context) => beginAlert(context, id));
    if (!alert || !(await writeMore(alert)) || writing.has(id)) return;
    writing.set(
      id,
      writeRest(alert).finally(() => writing.delete(id)),
    );
  };

  return {
    send,
    async sweep() {
      await inTransaction(appContext, (context) => releaseLapsedLeases(context, held.all()));
      for (const id of await inTransaction(appContext, findOpenAlerts)) await send(id);
    },
    isIdle: () => writing.size === 0 && senders.every((sender) => sender.isIdle()),
    async stop() {
      isStopped = true;
      await Promise.all(writing.values());
      await Promise.all(senders.map((sender) => sender.stop()));
    },
  };
}
