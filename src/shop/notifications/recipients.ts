import type { AlertId, ChatId } from '../../db/ids.ts';
import type { AppContext, TxContext } from '../../db/work.ts';

/** The lease of a claimed recipient: longer than any channel's requests for one message. */
export const RECIPIENT_LEASE_MS = 60_000;

/** A claimed recipient. */
export interface AlertRecipient {
  readonly alertId: AlertId;
  readonly chatId: ChatId;
  /** They follow the seller whose stream it is. */
  readonly isFollower: boolean;
}

/**
 * Claims the next `take` recipients of one alert on a channel, under a lease. Alerts take turns: the one after
 * `afterAlert` comes next. One statement, so that no two processes claim the same recipient.
 */
export async function claimRecipients(
  { tx, now }: TxContext,
  channel: string,
  take: number,
  afterAlert: string,
): Promise<AlertRecipient[]> {
  const until = new Date(now.getTime() + RECIPIENT_LEASE_MS);
  return tx.$queryRaw<AlertRecipient[]>`
    WITH next AS (
      SELECT id, target_id FROM alert WHERE state = 'sending' AND EXISTS (
        SELECT FROM alert_recipient d WHERE d.alert_id = alert.id AND d.channel = ${channel} AND d.state = 'due'
          AND (d.lease_until IS NULL OR d.lease_until <= ${now}))
      ORDER BY id > ${afterAlert}::uuid DESC, id LIMIT 1
    ), batch AS (
      SELECT d.alert_id, d.chat_id FROM alert_recipient d JOIN next ON next.id = d.alert_id
      WHERE d.channel = ${channel} AND d.state = 'due' AND (d.lease_until IS NULL OR d.lease_until <= ${now})
      ORDER BY d.rank LIMIT ${take} FOR UPDATE OF d SKIP LOCKED
    ), claimed AS (
      UPDATE alert_recipient d SET state = 'sending', lease_until = ${until} FROM batch
      WHERE d.alert_id = batch.alert_id AND d.chat_id = batch.chat_id RETURNING d.alert_id, d.chat_id
    )
    SELECT claimed.alert_id AS "alertId", chat.id AS "chatId", EXISTS (
      SELECT FROM subscription s JOIN stream ON stream.seller_id = s.target_id
      WHERE stream.id = next.target_id AND s.kind = 'seller' AND s.person_id = chat.person_id) AS "isFollower"
    FROM claimed JOIN chat ON chat.id = claimed.chat_id JOIN next ON next.id = claimed.alert_id`;
}

/** How sending to a recipient ended. `due`: it is sent again; `dropped`: the alert was no longer true. */
export type RecipientState = 'sent' | 'gone' | 'refused' | 'due' | 'dropped';

/** Records how sending to these recipients ended. */
export async function settleRecipients(
  { tx, now }: TxContext,
  alertId: AlertId,
  chatIds: readonly ChatId[],
  end: RecipientState,
): Promise<void> {
  await tx.alertRecipient.updateMany({
    where: { alertId, chatId: { in: [...chatIds] } },
    data: { state: end, leaseUntil: null, ...(end === 'sent' && { sentAt: now }) },
  });
}

/** Makes a recipient due again after `ms`. */
export async function putOffRecipient(
  { tx, now }: TxContext,
  alertId: string,
  chatId: string,
  ms: number,
): Promise<void> {
  await tx.alertRecipient.updateMany({
    where: { alertId, chatId },
    data: { state: 'due', leaseUntil: new Date(now.getTime() + ms) },
  });
}

/** Makes recipients due whose lease has lapsed (a process died) or whose quiet hours are over. */
export async function releaseLapsedLeases({ tx, now }: TxContext): Promise<number> {
  return tx.$executeRaw`
    UPDATE alert_recipient SET state = 'due', lease_until = NULL FROM alert
    WHERE alert.id = alert_recipient.alert_id AND alert.state = 'sending'
      AND alert_recipient.state IN ('sending', 'quiet') AND alert_recipient.lease_until <= ${now}`;
}

/** The channels on which the alert has due recipients. */
export async function findDueChannels({ tx }: TxContext, alertId: AlertId): Promise<string[]> {
  const rows = await tx.alertRecipient.findMany({
    where: { alertId, state: 'due' },
    distinct: ['channel'],
    select: { channel: true },
  });
  return rows.map((row) => row.channel);
}

/** Whether any alert has a due recipient on the channel. */
export async function hasDueRecipients({ tx, now }: TxContext, channel: string): Promise<boolean> {
  const found = await tx.alertRecipient.findFirst({
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

/** Drops the due recipients: the alert is no longer true, or their channel is not there. */
export async function dropDueRecipients(
  { tx }: TxContext,
  alertId: AlertId,
  channel?: string,
): Promise<void> {
  await tx.alertRecipient.updateMany({
    where: { alertId, state: 'due', ...(channel && { channel }) },
    data: { state: 'dropped' },
  });
}

/** Closes an alert that has no recipients left. */
export async function closeAlert({ tx, now }: TxContext, id: AlertId): Promise<boolean> {
  const done = await tx.alert.updateMany({
    where: { id, state: 'sending', recipients: { none: { state: { in: ['due', 'sending', 'quiet'] } } } },
    data: { state: 'done', doneAt: now },
  });
  return done.count === 1;
}

/** Deletes the recipients of alerts done before `before`; the alerts stay, so that none is sent again. */
export async function deleteOldRecipients({ db }: AppContext, before: Date): Promise<void> {
  await db.alertRecipient.deleteMany({ where: { alert: { state: 'done', doneAt: { lt: before } } } });
}
