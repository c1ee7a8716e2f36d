import type { ChatId, MessageId, StreamId } from '../../../db/ids.ts';
import type { TxContext } from '../../../db/work.ts';

/** Somebody who got a start alert, the message that it was, and all streams that it tells of, the first started first. */
interface Told {
  readonly rank: bigint;
  readonly chatId: ChatId;
  readonly messageId: MessageId;
  readonly streams: readonly StreamId[];
  /** Any of them may still go on. */
  readonly isOpen: boolean;
}

/** The next `take` people who got the start alert of a stream, by rank, with their messages. */
export function findNotified(
  { tx }: TxContext,
  streamId: StreamId,
  afterRank: bigint,
  take: number,
): Promise<Told[]> {
  return tx.$queryRaw<Told[]>`
    SELECT r.rank, r.chat_id AS "chatId", m.id AS "messageId", lines.streams, lines.is_open AS "isOpen"
    FROM alert JOIN alert_recipient r ON r.alert_id = alert.id
      JOIN message m ON m.cause = 'alert:' || coalesce(r.said_in, alert.id) || ':' || r.chat_id AND m.index = 0
      CROSS JOIN LATERAL (
        SELECT array_agg(stream.id ORDER BY stream.started_at) AS streams, bool_or(stream.closed_at IS NULL) AS is_open
        FROM alert_recipient line JOIN alert AS its ON its.id = line.alert_id JOIN stream ON stream.id = its.target_id
        WHERE line.person_id = r.person_id
          AND (line.alert_id = coalesce(r.said_in, alert.id) OR line.said_in = coalesce(r.said_in, alert.id))) AS lines
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
