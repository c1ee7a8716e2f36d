import type { Work } from '../db/work.ts';

/** How long a process may take to tell somebody before another may. Longer than any channel's request. */
export const DELIVERY_LEASE_MS = 30_000;

/** One chat that is being told. */
export interface Hearer {
  readonly alertId: string;
  readonly chatId: string;
  readonly personId: string;
  readonly address: string;
  readonly locale: string;
  /** They blocked us since the alert began. */
  readonly isGone: boolean;
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
      SELECT id FROM alert WHERE state = 'sending' AND EXISTS (
        SELECT FROM delivery d WHERE d.alert_id = alert.id AND d.channel = ${channel} AND d.state = 'due')
      ORDER BY id > ${afterAlert}::uuid DESC, id LIMIT 1
    ), batch AS (
      SELECT d.alert_id, d.chat_id FROM delivery d JOIN next ON next.id = d.alert_id
      WHERE d.channel = ${channel} AND d.state = 'due' ORDER BY d.rank LIMIT ${take} FOR UPDATE OF d SKIP LOCKED
    ), claimed AS (
      UPDATE delivery d SET state = 'sending', lease_until = ${until} FROM batch
      WHERE d.alert_id = batch.alert_id AND d.chat_id = batch.chat_id RETURNING d.alert_id, d.chat_id, d.rank
    )
    SELECT claimed.alert_id AS "alertId", chat.id AS "chatId", person.id AS "personId", chat.address,
      person.locale, chat.is_gone AS "isGone"
    FROM claimed JOIN chat ON chat.id = claimed.chat_id JOIN person ON person.id = chat.person_id ORDER BY claimed.rank`;
}

/** How telling one chat ended. `due`: it is to be told again. */
export type DeliveryEnd = 'sent' | 'gone' | 'refused' | 'due';

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

/** Where a process died in the middle, or never learned how it ended, the chat is told again. */
export async function freeLapsed({ tx, now }: Work): Promise<number> {
  return tx.$executeRaw`
    UPDATE delivery SET state = 'due', lease_until = NULL FROM alert
    WHERE alert.id = delivery.alert_id AND alert.state = 'sending'
      AND delivery.state = 'sending' AND delivery.lease_until <= ${now}`;
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

/** Whether anybody on the channel still has to be told of anything. */
export async function isAnybodyDue({ tx }: Work, channel: string): Promise<boolean> {
  const found = await tx.delivery.findFirst({
    where: { channel, state: 'due', alert: { state: 'sending' } },
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
    where: { id, state: 'sending', deliveries: { none: { state: { in: ['due', 'sending'] } } } },
    data: { state: 'done', doneAt: now },
  });
  return done.count === 1;
}
