import type { Channel } from '../chat/channel.ts';
import { transact } from '../db/work.ts';
import { beginAlert, openAlerts } from '../shop/alerts.ts';
import {
  channelsDue,
  claimDeliveries,
  closeAlert,
  dropDue,
  freeLapsed,
  type Hearer,
  isAnybodyDue,
} from '../shop/deliveries.ts';
import { type BatchParts, tellBatch } from './alert-batch.ts';
import { flightOf } from './flight.ts';
import { batchOf, paceOf, spacingOf } from './pace.ts';
import type { Queues, TaskEnd, WorkQueue } from './queues.ts';

/** Chats whose people read the message table need no pace: so many at a time. */
const READERS_AT_ONCE = 8;
/** Batches on their way at a time: a slow line slows nobody down, a dead one does not pile up. */
const BATCHES_AT_ONCE = 40;

/** Before every other id. */
const NO_ALERT = '00000000-0000-0000-0000-000000000000';

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

/** One paced queue for each channel that is not read from the table. */
export async function alertsOf(parts: AlertsParts): Promise<Alerts> {
  const { store, channels, queues, alertRate } = parts;
  const paced = new Map<string, WorkQueue>();
  const flight = flightOf(BATCHES_AT_ONCE);
  /** On each channel, the alert that had its turn last. */
  const turns = new Map<string, string>();
  let isStopped = false;

  const claim = async (channel: string, take: number): Promise<Hearer[]> => {
    const after = turns.get(channel) ?? NO_ALERT;
    const batch = await transact(store, (work) => claimDeliveries(work, channel, take, after));
    if (batch[0]) turns.set(channel, batch[0].alertId);
    return batch;
  };

  /** Opens the queue that beats the time of a channel: each beat sends a batch on its way, of whichever alert has its turn. */
  const openPaced = async (channel: string): Promise<void> => {
    const pace = paceOf(alertRate);
    const beat = async (): Promise<TaskEnd> => {
      const batch = await claim(channel, batchOf(alertRate));
      if (batch.length === 0)
        return (await transact(store, (work) => isAnybodyDue(work, channel))) ? 'again' : 'done';
      await flight.add(() => tellBatch(parts, batch, { ready: pace, pause }));
      return 'again';
    };
    const pause = async (ms: number): Promise<void> => paced.get(channel)?.pause(ms);
    const options = { atOnce: 1, spacingMs: spacingOf(alertRate), handle: beat };
    paced.set(channel, await queues.open(`alerts-${channel}`, options));
  };

  const tellReaders = async (channel: string): Promise<void> => {
    while (!isStopped) {
      const batch = await claim(channel, READERS_AT_ONCE);
      if (batch.length === 0) return;
      await tellBatch(parts, batch);
    }
  };

  const tellOn = async (name: string, id: string): Promise<void> => {
    const queue = paced.get(name);
    if (queue) await queue.add([{ name: 'beat', data: {}, id: `beat-${id}`, isForgotten: true }]);
    else if (channels.some((one) => one.name === name)) await tellReaders(name);
    else await transact(store, (work) => dropDue(work, id, name));
  };

  const tell = async (id: string): Promise<void> => {
    const alert = await transact(store, (work) => beginAlert(work, id));
    if (!alert) return;
    for (const name of await transact(store, (work) => channelsDue(work, id))) await tellOn(name, id);
    await transact(store, (work) => closeAlert(work, id));
  };

  for (const { name } of channels.filter(({ can }) => !can.readsTable)) await openPaced(name);

  return {
    tell,
    async sweep() {
      await transact(store, freeLapsed);
      for (const id of await transact(store, openAlerts)) await tell(id);
    },
    async isIdle() {
      for (const queue of paced.values()) if (!(await queue.isQuiet())) return false;
      return flight.isEmpty();
    },
    async stop() {
      isStopped = true;
      await Promise.all([...paced.values()].map((queue) => queue.stop()));
      await flight.land();
    },
  };
}
