import { z } from 'zod';
import type { Delivered } from '../chat/channel.ts';
import { LEASE_MS } from '../chat/outgoing.ts';
import { type Store, transact } from '../db/work.ts';
import { alertScreen } from '../flows/alerts.ts';
import { alertInProgress, beginAlert } from '../shop/alerts.ts';
import { shopOf } from '../shop/shop.ts';
import { type JobParts, job } from './job.ts';
import { Later } from './queues.ts';

/** Chats whose people read the message table need no pace. */
const UNPACED_BATCH = 200;

/** How many chats one batch tells, at so many messages a second: a tenth of a second's worth. */
export const batchOf = (rate: number): number => Math.max(1, Math.ceil(rate / 10));

/** The time between the starts of two batches. */
export const spacingOf = (rate: number): number => Math.round((1_000 * batchOf(rate)) / rate);

/** Begins an alert: writes down who hears it, and sends the first batch of each channel on its way. */
export const beginAlertJob = job('alert', z.object({ alert: z.uuid() }), async ({ alert }, parts) => {
  await transact(parts.store, (work) => beginAlert(work, alert));
  await addBatches(parts, alert);
});

/** Adds a batch for every channel in which somebody has not heard yet. */
export async function addBatches({ store, addBatch }: JobParts, alert: string): Promise<void> {
  const open = await store.db.delivery.findMany({
    where: { alertId: alert, state: { in: ['due', 'sending'] } },
    distinct: ['channel'],
    select: { channel: true },
  });
  for (const { channel } of open) await addBatch(channel, { name: 'alert-batch', data: { alert, channel } });
  if (open.length === 0)
    await store.db.alert.updateMany({
      where: { id: alert, state: 'sending' },
      data: { state: 'done', doneAt: store.clock.now() },
    });
}

/**
 * Tells the next few chats, and puts the rest at the end of the queue so that alerts take turns. Whoever has heard is
 * recorded before the batch counts as done: a batch that is run again leaves them out.
 */
export const alertBatchJob = (rate: number) =>
  job(
    'alert-batch',
    z.object({ alert: z.uuid(), channel: z.string() }),
    async ({ alert, channel }, parts) => {
      const take = channel.startsWith('web-') ? UNPACED_BATCH : batchOf(rate);
      const chats = await claim(parts.store, alert, channel, take);
      if (chats.length > 0) await tell(parts, alert, chats);
      if (chats.length === take)
        await parts.addBatch(channel, { name: 'alert-batch', data: { alert, channel } });
      else await finishAlert(parts, alert);
    },
  );

async function finishAlert({ store }: JobParts, alert: string): Promise<void> {
  const left = await store.db.delivery.count({
    where: { alertId: alert, state: { in: ['due', 'sending'] } },
  });
  if (left > 0) return;
  await store.db.alert.updateMany({
    where: { id: alert, state: 'sending' },
    data: { state: 'done', doneAt: store.clock.now() },
  });
}

/** Takes the next chats by rank, one statement; those of a process that died are free when their lease lapses. */
async function claim({ db, clock }: Store, alert: string, channel: string, take: number): Promise<string[]> {
  const now = clock.now();
  const until = new Date(now.getTime() + LEASE_MS);
  const rows = await db.$queryRaw<{ chatId: string }[]>`
    UPDATE delivery SET state = 'sending', lease_until = ${until}
    WHERE (alert_id, chat_id) IN (
      SELECT alert_id, chat_id FROM delivery
      WHERE alert_id = ${alert}::uuid AND channel = ${channel} AND (state = 'due' OR (state = 'sending' AND lease_until <= ${now}))
      ORDER BY rank LIMIT ${take} FOR UPDATE SKIP LOCKED)
    RETURNING chat_id AS "chatId"`;
  return rows.map((row) => row.chatId);
}

async function tell(parts: JobParts, id: string, chats: readonly string[]): Promise<void> {
  const { store, engine } = parts;
  const screen = await transact(store, async (work) => {
    const alert = await alertInProgress(work, id);
    return alert && alertScreen(shopOf(work), alert);
  });
  for (const [i, chat] of chats.entries()) {
    const end: Delivered = screen
      ? await engine.announce(chat, `alert:${id}:${chat}`, screen, async (work) => {
          await work.tx.delivery.update({
            where: { alertId_chatId: { alertId: id, chatId: chat } },
            data: { state: 'sent', sentAt: work.now },
          });
        })
      : { is: 'refused', why: 'there is nothing left to say' };
    await settle(store, id, chat, end);
    if (end.is === 'later') {
      await putBack(store, id, chats.slice(i));
      throw new Later(end.ms);
    }
  }
}

async function settle({ db }: Store, alertId: string, chatId: string, end: Delivered): Promise<void> {
  const where = { alertId_chatId: { alertId, chatId } };
  switch (end.is) {
    case 'gone':
      await db.$transaction([
        db.delivery.update({ where, data: { state: 'gone' } }),
        db.chat.update({ where: { id: chatId }, data: { isGone: true } }),
      ]);
      return;
    case 'moved':
      await db.$transaction([
        db.delivery.update({ where, data: { state: 'due' } }),
        db.chat.update({ where: { id: chatId }, data: { address: end.address } }),
      ]);
      return;
    case 'refused':
      await db.delivery.update({ where, data: { state: 'refused' } });
      return;
    case 'sent': // recorded with the message
    case 'later': // put back with the rest of its batch
    case 'unknown': // may have arrived: told again only when the lease lapses
      return;
  }
}

/** Those who were claimed and not told wait for the next batch. */
async function putBack({ db }: Store, alertId: string, chats: readonly string[]): Promise<void> {
  await db.delivery.updateMany({
    where: { alertId, chatId: { in: [...chats] }, state: 'sending' },
    data: { state: 'due', leaseUntil: null },
  });
}
