import type { AlertId, ChatId, PersonId } from '../../../db/ids.ts';
import type { AppContext, TxContext } from '../../../db/work.ts';

/** The lease of a claimed recipient: longer than any channel's requests for one message. */
export const RECIPIENT_LEASE_MS = 60_000;

export interface RecipientKey {
  readonly alertId: AlertId;
  readonly personId: PersonId;
}

/** A claimed recipient. Lower ranks are sent to first. */
export interface AlertRecipient extends RecipientKey {
  readonly chatId: ChatId;
  readonly rank: bigint;
  readonly address: string;
  readonly locale: string;
  /** They follow the seller whose stream it is. */
  readonly isFollower: boolean;
  /** Why they hear of it: a stage of audience-pages.ts. */
  readonly stage: number;
  /** A browser of theirs is told of it also when the page is closed. */
  readonly hasPush: boolean;
}

/**
 * Claims the next `take` recipients of an alert on a channel, under a lease. Reads a range of an index from `afterRank`
 * on, so that the cost does not grow with the alert. One statement, so that no two processes claim the same recipient.
 */
export async function claimRecipients(
  { tx, now }: TxContext,
  alertId: AlertId,
  channel: string,
  { take, afterRank }: { readonly take: number; readonly afterRank: bigint },
): Promise<AlertRecipient[]> {
  const until = new Date(now.getTime() + RECIPIENT_LEASE_MS);
  return tx.$queryRaw<AlertRecipient[]>`
    WITH batch AS (
      SELECT person_id FROM alert_recipient
      WHERE alert_id = ${alertId}::uuid AND channel = ${channel} AND state = 'due' AND lease_until IS NULL
        AND rank > ${afterRank}
      ORDER BY rank LIMIT ${take} FOR UPDATE SKIP LOCKED
    ), claimed AS (
      UPDATE alert_recipient r SET state = 'sending', lease_until = ${until} FROM batch
      WHERE r.alert_id = ${alertId}::uuid AND r.person_id = batch.person_id
      RETURNING r.alert_id, r.person_id, r.chat_id, r.rank, r.stage
    )
    SELECT alert_id AS "alertId", claimed.person_id AS "personId", chat.id AS "chatId", rank, stage, chat.address,
      person.locale, EXISTS (
        SELECT FROM alert JOIN stream ON stream.id = alert.target_id
          JOIN subscription s ON s.kind = 'seller' AND s.target_id = stream.seller_id
        WHERE alert.id = claimed.alert_id AND s.person_id = claimed.person_id) AS "isFollower",
      EXISTS (SELECT FROM push_subscription p WHERE p.person_id = claimed.person_id) AS "hasPush"
    FROM claimed JOIN chat ON chat.id = claimed.chat_id JOIN person ON person.id = claimed.person_id
    ORDER BY rank`;
}

/**
 * How sending to a recipient ended. `due`: it is sent again, at once or after `againInMs`; `dropped`: the alert was no
 * longer true.
 */
export type RecipientState = 'sent' | 'gone' | 'refused' | 'due' | 'dropped';

export interface RecipientEnd {
  readonly personId: PersonId;
  readonly state: RecipientState;
  readonly againInMs?: number;
  /** It stands in their chat, and is still to be told on this channel: it counts as sent from now on. */
  readonly tellOn?: string;
}

/** Records how sending to these recipients ended, in one statement. */
export async function settleRecipients(
  { tx, now }: TxContext,
  alertId: AlertId,
  ends: readonly RecipientEnd[],
): Promise<void> {
  const persons = ends.map(({ personId }) => personId);
  const states = ends.map(({ state }) => state);
  const leases = ends.map(({ againInMs }) =>
    againInMs === undefined ? null : new Date(now.getTime() + againInMs),
  );
  const channels = ends.map(({ tellOn }) => tellOn ?? null);
  await tx.$executeRaw`
    UPDATE alert_recipient r SET
      state = CASE WHEN ended.state = 'dropped' AND r.sent_at IS NOT NULL THEN 'sent' ELSE ended.state END,
      lease_until = ended.lease_until, channel = coalesce(ended.channel, r.channel),
      sent_at = CASE WHEN ended.state = 'sent' OR ended.channel IS NOT NULL
        THEN coalesce(r.sent_at, ${now}::timestamptz) ELSE r.sent_at END
    FROM unnest(${persons}::uuid[], ${states}::text[], ${leases}::timestamptz[], ${channels}::text[])
      AS ended (person_id, state, lease_until, channel)
    WHERE r.alert_id = ${alertId}::uuid AND r.person_id = ended.person_id`;
}

/**
 * Makes recipients due whose lease has lapsed (a process died), whose pause or whose quiet hours are over. The caller
 * still sends to `held`.
 */
export async function releaseLapsedLeases(
  { tx, now }: TxContext,
  held: readonly RecipientKey[],
): Promise<number> {
  return tx.$executeRaw`
    UPDATE alert_recipient r SET state = 'due', lease_until = NULL FROM alert
    WHERE alert.id = r.alert_id AND alert.state = 'sending' AND r.lease_until <= ${now} AND NOT EXISTS (
      SELECT FROM unnest(${held.map(({ alertId }) => alertId)}::uuid[],
        ${held.map(({ personId }) => personId)}::uuid[]) AS held (alert_id, person_id)
      WHERE held.alert_id = r.alert_id AND held.person_id = r.person_id)`;
}

/**
 * The alert is no longer true: drops these claimed recipients and those that wait, and writes no more. A stream that is
 * on again by now keeps them: its row is locked, so that going live waits for this, or this for going live.
 */
export async function dropAlert(
  context: TxContext,
  alertId: AlertId,
  claimed: readonly RecipientKey[],
): Promise<void> {
  const { tx } = context;
  const [stream] = await tx.$queryRaw<{ state: string }[]>`
    SELECT stream.state FROM alert JOIN stream ON stream.id = alert.target_id
    WHERE alert.id = ${alertId}::uuid AND alert.kind = 'stream-start' FOR SHARE OF stream`;
  if (stream?.state === 'live' || stream?.state === 'interrupted') {
    const due = claimed.map(({ personId }) => ({ personId, state: 'due' as const }));
    return settleRecipients(context, alertId, due);
  }
  await tx.alert.update({ where: { id: alertId }, data: { hasAll: true } });
  await settleRecipients(
    context,
    alertId,
    claimed.map(({ personId }) => ({ personId, state: 'dropped' })),
  );
  await tx.$executeRaw`
    UPDATE alert_recipient SET state = CASE WHEN sent_at IS NULL THEN 'dropped' ELSE 'sent' END, lease_until = NULL
    WHERE alert_id = ${alertId}::uuid AND state = 'due'`;
}

/** Closes an alert whose recipients are all written and none of them is left. */
export async function closeAlert({ db, clock }: AppContext, id: AlertId): Promise<boolean> {
  const closed = await db.$executeRaw`
    UPDATE alert SET state = 'done', done_at = ${clock.now()}
    WHERE id = ${id}::uuid AND state = 'sending' AND has_all
      AND NOT EXISTS (SELECT FROM alert_recipient r
        WHERE r.alert_id = alert.id AND r.state = 'due' AND r.lease_until IS NULL)
      AND NOT EXISTS (SELECT FROM alert_recipient r WHERE r.alert_id = alert.id AND r.lease_until IS NOT NULL)`;
  return closed === 1;
}

/** Deletes the recipients of alerts done before `before`; the alerts stay, so that none is sent again. */
export async function deleteOldRecipients({ db }: AppContext, before: Date): Promise<void> {
  await db.alertRecipient.deleteMany({ where: { alert: { state: 'done', doneAt: { lt: before } } } });
}
