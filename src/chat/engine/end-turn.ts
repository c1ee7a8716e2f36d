import { NOTIFY_CHANNEL } from '../../db/client/end-streams.ts';
import {
  bigint,
  bool,
  bytes,
  int,
  list,
  nullable,
  statement,
  text,
  time,
  uuid,
} from '../../db/connection/statement.ts';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import type { ChatId, MessageId } from '../../db/ids.ts';
import type { WholeTransaction } from '../../db/work.ts';
import type { MessageRow } from '../outbound/composed.ts';
import { type ClaimedMessage, LEASE_MS } from '../outbound/outgoing.ts';
import type { ChatRow } from '../store/chats.ts';
import type { Session } from '../store/session.ts';

/** What a turn leaves behind. */
export interface TurnEnd {
  readonly chat: ChatRow;
  readonly eventId: bigint;
  /** Nothing where the session stays as it was. */
  readonly session: Session | undefined;
  readonly replaced: MessageId | undefined;
  /** The chat's own first. */
  readonly messages: readonly MessageRow[];
  readonly notes: readonly string[];
}

// The first message is claimed for this process as it is written, where nothing of the chat waits before it and its
// channel is well: claiming it by another statement would take as long as writing it.
const endTurnStatement = statement(
  'end-turn',
  [
    ...([bigint(), uuid<ChatId>(), nullable(bytes()), time(), nullable(uuid<MessageId>())] as const),
    ...([text(), time(), list(uuid<MessageId>()), list(uuid<ChatId>()), list(text()), list(int())] as const),
    ...([list(nullable(bigint())), list(bytes()), list(text()), list(nullable(text()))] as const),
    ...([text(), list(text())] as const),
  ],
  { claimed: nullable(uuid<MessageId>()), isTold: bool() },
  `WITH handled AS (
     UPDATE inbox SET state = 'handled' WHERE id = $1
   ), kept AS (
     UPDATE session SET sealed = $3, updated_at = $4 WHERE chat_id = $2 AND $3::bytea IS NOT NULL
   ), replaced AS (
     UPDATE message SET is_replaced = true, state = CASE WHEN state = 'due' THEN 'skipped' ELSE state END WHERE id = $5
   ), free AS (
     SELECT NOT EXISTS (SELECT FROM message WHERE chat_id = $2 AND state IN ('due', 'sending'))
       AND NOT EXISTS (SELECT FROM channel_trouble WHERE channel = $6) AS "isFree"
   ), said AS (
     INSERT INTO message (id, seq, chat_id, cause, index, place, sealed, state, due_at, lease_until, tries, platform_id, created_at)
     SELECT id, seq, chat_id, cause, index, coalesce(place, seq), sealed, CASE WHEN goes THEN 'sending' ELSE state END, $4,
       CASE WHEN goes THEN $7::timestamptz END, goes::int, platform_id, $4
     FROM (
       SELECT *, nextval('message_seq_seq') AS seq, n = 1 AND chat_id = $2 AND state = 'due' AND (SELECT "isFree" FROM free) AS goes
       FROM unnest($8::uuid[], $9::uuid[], $10::text[], $11::int[], $12::bigint[], $13::bytea[], $14::text[], $15::text[])
         WITH ORDINALITY AS new (id, chat_id, cause, index, place, sealed, state, platform_id, n)) new
     ON CONFLICT (cause, index) DO NOTHING RETURNING id, state
   ), told AS (
     SELECT tell_processes($16, note) FROM unnest($17::text[]) AS note
   )
   SELECT (SELECT id FROM said WHERE state = 'sending') AS claimed, (SELECT count(*) FROM told) > 0 AS "isTold"`,
);

/** Writes everything that a turn leaves, with the commit. Answers the message that is claimed for this process. */
export async function endTurn(
  { tx, cipher, now }: WholeTransaction,
  { chat, eventId, session, replaced, messages, notes }: TurnEnd,
): Promise<ClaimedMessage | undefined> {
  const all = <T>(pick: (row: MessageRow) => T): T[] => messages.map(pick);
  const [row] = await tx.$last(
    endTurnStatement,
    ...([
      eventId,
      chat.id,
      session ? cipher.encrypt(session, sealedAt('session.sealed', chat.id)) : null,
      now,
      replaced ?? null,
    ] as const),
    ...([chat.channel, new Date(now.getTime() + LEASE_MS)] as const),
    ...([all(({ id }) => id), all(({ chat: one }) => one.id), all(({ cause }) => cause)] as const),
    ...([all(({ index }) => index), all(({ place }) => place), all(({ sealed }) => sealed)] as const),
    ...([all(({ state }) => state), all(({ platformId }) => platformId), NOTIFY_CHANNEL, notes] as const),
  );
  const [first] = messages;
  if (!first || row?.claimed !== first.id) return undefined;
  const { id, sealed, body, platformId } = first;
  return {
    id,
    sealed,
    body,
    platformId,
    channel: chat.channel,
    address: chat.address,
    tries: 1,
    probe: undefined,
  };
}
