import type { ChatId, MessageId, StreamId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';

/** Somebody who got a start alert, and the message that it was. */
interface Told {
  readonly rank: bigint;
  readonly chatId: ChatId;
  readonly messageId: MessageId;
}

/** The next `take` people who got the start alert of a stream, by rank, with their messages. */
export function findNotified(
  { tx }: TxContext,
  streamId: StreamId,
  afterRank: bigint,
  take: number,
): Promise<Told[]> {
  return tx.$queryRaw<Told[]>`
    SELECT r.rank, r.chat_id AS "chatId", m.id AS "messageId"
    FROM alert JOIN alert_recipient r ON r.alert_id = alert.id
      JOIN message m ON m.cause = 'alert:' || alert.id || ':' || r.chat_id AND m.index = 0
    WHERE alert.kind = 'stream-start' AND alert.target_id = ${streamId}::uuid AND r.rank > ${afterRank}
      AND r.state = 'sent'
    ORDER BY r.rank LIMIT ${take}`;
}

/** A message that has waited longer than this waits for its channel, and not for its turn. */
const STUCK_MS = 60_000;

/** Whether any message waits for its turn to be sent. */
export async function isAnythingUnsent({ tx, now }: TxContext): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM message WHERE state IN ('due', 'sending') AND due_at <= ${now}
      AND due_at > ${new Date(now.getTime() - STUCK_MS)} LIMIT 1`;
  return rows.length > 0;
}
