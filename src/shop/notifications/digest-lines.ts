import type { AlertId, ChatId, PersonId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import type { Alert, AlertTarget } from './alerts/alerts.ts';
import { audienceStage } from './alerts/audience-pages.ts';

// What could not be said by a message of its own (quiet hours, the limit of a day, a plan that is days ahead) is a
// recipient in the state `digest`: one line of that person's next digest. The digest takes its lines here, and settles
// them in the transaction that sends it.

/** One line: what it is about, and when it would have been said. */
export type DigestLine = Alert & { readonly at: Date };

/** The people for whom lines wait, with the chat that each is said in; `after` is the last chat of the page before. */
export async function findDigestChats(
  { tx }: TxContext,
  take: number,
  after = '00000000-0000-0000-0000-000000000000',
): Promise<{ readonly chatId: ChatId; readonly personId: PersonId }[]> {
  return tx.$queryRaw`
    SELECT DISTINCT r.chat_id AS "chatId", chat.person_id AS "personId"
    FROM alert_recipient r JOIN chat ON chat.id = r.chat_id
    WHERE r.state = 'digest' AND r.chat_id > ${after}::uuid ORDER BY r.chat_id LIMIT ${take}`;
}

/** A chat's lines, the oldest first. Whether each is still true is for the screen to say. */
export async function findDigestLines({ tx }: TxContext, chatId: ChatId, take = 50): Promise<DigestLine[]> {
  return tx.$queryRaw`
    SELECT alert.id, alert.kind, alert.target_id AS "targetId", alert.round, alert.due_at AS at
    FROM alert_recipient r JOIN alert ON alert.id = r.alert_id
    WHERE r.chat_id = ${chatId}::uuid AND r.state = 'digest' ORDER BY alert.due_at, alert.id LIMIT ${take}`;
}

/** Records that these lines were said in a digest, or had nothing to say any more. */
export async function settleDigestLines(
  { tx, now }: TxContext,
  chatId: ChatId,
  alertIds: readonly AlertId[],
): Promise<void> {
  await tx.alertRecipient.updateMany({
    where: { chatId, alertId: { in: [...alertIds] }, state: 'digest' },
    data: { state: 'sent', sentAt: now },
  });
}

/** Whoever was not told while it was true finds it in their next digest; whoever reserved it gets a message about it. */
export async function keepForDigest({ tx }: TxContext, { kind, targetId }: AlertTarget): Promise<void> {
  await tx.$executeRaw`
    UPDATE alert_recipient r SET state = 'digest', lease_until = NULL FROM alert
    WHERE alert.id = r.alert_id AND alert.kind = ${kind} AND alert.target_id = ${targetId}::uuid
      AND r.state IN ('due', 'quiet', 'dropped') AND r.sent_at IS NULL AND r.stage <> ${audienceStage.waited}`;
}
