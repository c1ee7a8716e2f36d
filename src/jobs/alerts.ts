import type { Channel } from '../chat/channel.ts';
import { transact } from '../db/work.ts';
import { beginAlert, openAlerts } from '../shop/alerts.ts';
import { channelsDue, closeAlert, dropDue, freeLapsed } from '../shop/deliveries.ts';
import { type BatchParts, type Pacing, prepareBatch, sendBatch } from './alert-batch.ts';
import { type Beat, beatOf, NO_ALERT } from './beat.ts';
import type { Queues } from './queues.ts';

/** Chats whose people read the message table need no pace: so many at a time. */
const READERS_AT_ONCE = 8;

/** A channel without a pace is never told to wait. */
const NO_PACE: Pacing = { pause: async () => undefined, comeBack: async () => undefined };

/** Tells people of alerts: those who read the message table at once, the others at the pace of their channel. */
export interface Alerts {
  /** Begins the alert if it is due, and tells whoever has not heard of it. */
  tell(id: string): Promise<void>;
  /** Goes on with every alert that is due, and with chats that a dead process was about to tell. */
  sweep(): Promise<void>;
  isIdle(): Promise<boolean>;
  /** Begins no more batches; resolves when those on their way have ended. */
  stop(): Promise<void>;
}

export interface AlertsParts extends BatchParts {
  readonly channels: readonly Channel[];
  readonly queues: Queues;
  /** Messages a second, for each bot. */
  readonly alertRate: number;
}

/** One queue for each channel that has a pace. */
export async function alertsOf(parts: AlertsParts): Promise<Alerts> {
  const { store, channels, queues, alertRate } = parts;
  const beats = new Map<string, Beat>();
  let isStopped = false;

  const tellReaders = async (channel: string): Promise<void> => {
    for (let last = NO_ALERT; !isStopped; ) {
      const batch = await prepareBatch(parts, channel, READERS_AT_ONCE, last);
      if (!batch) return;
      last = batch.alertId;
      await sendBatch(parts, batch, NO_PACE);
    }
  };

  const tellOn = async (name: string, id: string): Promise<void> => {
    const beat = beats.get(name);
    if (beat) await beat.start(id);
    else if (channels.some((one) => one.name === name)) await tellReaders(name);
    else await transact(store, (work) => dropDue(work, id, name));
  };

  const tell = async (id: string): Promise<void> => {
    const alert = await transact(store, (work) => beginAlert(work, id));
    if (!alert) return;
    for (const name of await transact(store, (work) => channelsDue(work, id))) await tellOn(name, id);
    await transact(store, (work) => closeAlert(work, id));
  };

  for (const { name } of channels.filter(({ can }) => !can.readsTable))
    beats.set(name, await beatOf(parts, queues, name, alertRate));

  return {
    tell,
    async sweep() {
      await transact(store, freeLapsed);
      for (const id of await transact(store, openAlerts)) await tell(id);
    },
    async isIdle() {
      const idle = await Promise.all([...beats.values()].map((beat) => beat.isIdle()));
      return idle.every((isIdle) => isIdle);
    },
    async stop() {
      isStopped = true;
      await Promise.all([...beats.values()].map((beat) => beat.stop()));
    },
  };
}
