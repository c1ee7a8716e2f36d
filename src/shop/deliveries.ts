import type { Store, Work } from '../db/work.ts';

/** How long a process may take to tell somebody before another may: longer than any channel's requests for one message. */
export const DELIVERY_LEASE_MS = 60_000;

/** One chat that is being told. */
export interface Hearer {
  readonly alertId: string;
  readonly chatId: string;
  /** They follow the seller whose stream it is. */
  readonly isFollower: boolean;
}

/**
 * Takes the next `take` chats of one alert on a channel, under a lease. Alerts take turns: the one after `afterAlert`
 * comes next. One statement, so that several processes never take the same chat.
 */
export async function claimDeliveries(
  { tx, now }: Work,
  channel: string,
  take: number,
  afterAlert: string,
): Promise<Hearer[]> {
  const until = new Date(now.getTime() + DELIVERY_LEASE_MS);
  return tx.$queryRaw<Hearer[]>`
    WITH next AS (
      SELECT id, target_id FROM alert WHERE state = 'sending' AND EXISTS (
        SELECT FROM delivery d WHERE d.alert_id = alert.id AND d.channel = ${channel} AND d.state = 'due'
          AND (d.lease_until IS NULL OR d.lease_until <= ${now}))
      ORDER BY id > ${afterAlert}::uuid DESC, id LIMIT 1
    ), batch AS (
      SELECT d.alert_id, d.chat_id FROM delivery d JOIN next ON next.id = d.alert_id
      WHERE d.channel = ${channel} AND d.state = 'due' AND (d.lease_until IS NULL OR d.lease_until <= ${now})
      ORDER BY d.rank LIMIT ${take} FOR UPDATE OF d SKIP LOCKED
    ), claimed AS (
      UPDATE delivery d SET state = 'sending', lease_until = ${until} FROM batch
      WHERE d.alert_id = batch.alert_id AND d.chat_id = batch.chat_id RETURNING d.alert_id, d.chat_id
    )
    SELECT claimed.alert_id AS "alertId", chat.id AS "chatId", EXISTS (
      SELECT FROM subscription s JOIN stream ON stream.seller_id = s.target_id
      WHERE stream.id = next.target_id AND s.kind = 'seller' AND s.person_id = chat.person_id) AS "isFollower"
    FROM claimed JOIN chat ON chat.id = claimed.chat_id JOIN next ON next.id = claimed.alert_id`;
}

/** How telling one chat ended. `due`: it is to be told again; `dropped`: there was nothing left to say. */
export type DeliveryEnd = 'sent' | 'gone' | 'refused' | 'due' | 'dropped';

/** Records how telling these chats of an alert ended. */
export async function settleDeliveries(
  { tx, now }: Work,
  alertId: string,
  chatIds: readonly string[],
  end: DeliveryEnd,
): Promise<void> {
  await tx.delivery.updateMany({
    where: { alertId, chatId: { in: [...chatIds] } },
    data: { state: end, leaseUntil: null, ...(end === 'sent' && { sentAt: now }) },
  });
}

/** A chat that could not be told now is told again after `ms`. */
export async function putOffDelivery(
  { tx, now }: Work,
  alertId: string,
  chatId: string,
  ms: number,
): Promise<void> {
  await tx.delivery.updateMany({
    where: { alertId, chatId },
    data: { state: 'due', leaseUntil: new Date(now.getTime() + ms) },
  });
}

/** Where a process died in the middle, or never learned how it ended, the chat is told again; and after its quiet time. */
export async function freeLapsed({ tx, now }: Work): Promise<number> {
  return tx.$executeRaw`
    UPDATE delivery SET state = 'due', lease_until = NULL FROM alert
    WHERE alert.id = delivery.alert_id AND alert.state = 'sending'
      AND delivery.state IN ('sending', 'quiet') AND delivery.lease_until <= ${now}`;
}

/** The channels on which somebody still has to be told of the alert. */
export async function channelsDue({ tx }: Work, alertId: string): Promise<string[]> {
  const rows = await tx.delivery.findMany({
    where: { alertId, state: 'due' },
    distinct: ['channel'],
    select: { channel: true },
  });
  return rows.map((row) => row.channel);
}

/** Whether anybody on the channel has to be told of anything now. */
export async function isAnybodyDue({ tx, now }: Work, channel: string): Promise<boolean> {
  const found = await tx.delivery.findFirst({
    where: {
      channel,
      state: 'due',
      alert: { state: 'sending' },
      OR: [{ leaseUntil: null }, { leaseUntil: { lte: now } }],
    },
    select: { chatId: true },
  });
  return found !== null;
}

/** Gives up telling those who were not told yet: it is no longer true, or there is no way to them. */
export async function dropDue({ tx }: Work, alertId: string, channel?: string): Promise<void> {
  await tx.delivery.updateMany({
    where: { alertId, state: 'due', ...(channel && { channel }) },
    data: { state: 'dropped' },
  });
}

/** Ends an alert of which everybody has been told. */
export async function closeAlert({ tx, now }: Work, id: string): Promise<boolean> {
  const done = await tx.alert.updateMany({
    where: { id, state: 'sending', deliveries: { none: { state: { in: ['due', 'sending', 'quiet'] } } } },
    data: { state: 'done', doneAt: now },
  });
  return done.count === 1;
}

/** Forgets who was told of alerts that were done before `before`; the alerts stay, so that none is told again. */
export async function forgetOldDeliveries({ db }: Store, before: Date): Promise<void> {
  await db.delivery.deleteMany({ where: { alert: { state: 'done', doneAt: { lt: before } } } });
}
