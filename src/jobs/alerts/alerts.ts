import type { Channel } from '../../chat/dsl/channel.ts';
import type { AlertId } from '../../db/ids.ts';
import { inTransaction } from '../../db/work.ts';
import { beginAlert, findOpenAlerts } from '../../shop/notifications/alerts.ts';
import {
  closeAlert,
  dropDueRecipients,
  findDueChannels,
  releaseLapsedLeases,
} from '../../shop/notifications/recipients.ts';
import type { Queues } from '../queue/queues.ts';
import { type BatchDeps, type Pacing, prepareBatch, sendBatch } from './batch.ts';
import { createPacedSender, NO_ALERT, type PacedSender } from './paced-sender.ts';

/** Recipients in one batch on channels that read the message table, which need no rate. */
const MAX_CONCURRENT_READERS = 8;

/** Channels that read the message table have no rate to wait for. */
const NO_PACE: Pacing = { pause: async () => undefined, comeBack: async () => undefined };

/** Sends alerts: immediately on channels that read the message table, at the channel's rate on the others. */
export interface AlertSender {
  /** Begins the alert if it is due, and sends it to the recipients that still wait. */
  send(id: AlertId): Promise<void>;
  /** Continues every alert that is due, and frees recipients that a dead process had claimed. */
  sweep(): Promise<void>;
  isIdle(): Promise<boolean>;
  /** Begins no more batches; resolves when running ones have ended. */
  stop(): Promise<void>;
}

export interface AlertsDeps extends BatchDeps {
  readonly channels: readonly Channel[];
  readonly queues: Queues;
  /** Messages a second for each channel. */
  readonly alertRate: number;
}

/** Opens a queue for each channel that has a rate. */
export async function createAlerts(deps: AlertsDeps): Promise<AlertSender> {
  const { appContext, channels, queues, alertRate } = deps;
  const pacedSenders = new Map<string, PacedSender>();
  let isStopped = false;

  const sendToReaders = async (channel: string): Promise<void> => {
    for (let last = NO_ALERT; !isStopped; ) {
      const batch = await prepareBatch(deps, channel, MAX_CONCURRENT_READERS, last);
      if (!batch) return;
      last = batch.alertId;
      await sendBatch(deps, batch, NO_PACE);
    }
  };

  const sendOnChannel = async (name: string, id: AlertId): Promise<void> => {
    const pacedSender = pacedSenders.get(name);
    if (pacedSender) await pacedSender.start(id);
    else if (channels.some((one) => one.name === name)) await sendToReaders(name);
    else await inTransaction(appContext, (context) => dropDueRecipients(context, id, name));
  };

  const sendAlert = async (id: AlertId): Promise<void> => {
    const alert = await inTransaction(appContext, (context) => beginAlert(context, id));
    if (!alert) return;
    for (const name of await inTransaction(appContext, (context) => findDueChannels(context, id)))
      await sendOnChannel(name, id);
    await inTransaction(appContext, (context) => closeAlert(context, id));
  };

  for (const { name } of channels.filter(({ can }) => !can.readsTable))
    pacedSenders.set(name, await createPacedSender(deps, queues, name, alertRate));

  return {
    send: sendAlert,
    async sweep() {
      await inTransaction(appContext, releaseLapsedLeases);
      for (const id of await inTransaction(appContext, findOpenAlerts)) await sendAlert(id);
    },
    async isIdle() {
      const idle = await Promise.all([...pacedSenders.values()].map((pacedSender) => pacedSender.isIdle()));
      return idle.every((isIdle) => isIdle);
    },
    async stop() {
      isStopped = true;
      await Promise.all([...pacedSenders.values()].map((pacedSender) => pacedSender.stop()));
    },
  };
}
