import type { Tx } from '../../db/client/client.ts';
import { bytes, int, list, nullable, statement, text, time, uuid } from '../../db/connection/statement.ts';
import type { ChatId, MessageId } from '../../db/ids.ts';
import type { AppContext } from '../../db/work.ts';
import type { DeliveryResult, MessageBody } from '../dsl/channel.ts';
import { PROBE_MS } from './channels/trouble.ts';

/** How long a process may take to send one message before another may take it over. */
export const LEASE_MS = 30_000;

/** A message that could not be sent for this time is given up. */
export const GIVEN_UP_MS = 24 * 3_600_000;

/** A message claimed for sending, and its address. */
export interface ClaimedMessage {
  readonly id: MessageId;
  readonly channel: string;
  readonly address: string;
  readonly platformId: string | null;
  /** Opened by `decodeBody`. */
  readonly sealed: Uint8Array;
  /** What is sealed, where this process has sealed it. */
  readonly body?: MessageBody;
  /** How often it has been claimed, this time included. */
  readonly tries: number;
  /** Set where this is the probe of an unwell channel: how many failures in a row came before it. */
  readonly probe: number | undefined;
}

export type Claim =
  | { readonly is: 'nothing' }
  /** The channel is unwell: nothing is sent on it before that time. */
  | { readonly is: 'resting'; readonly channel: string; readonly retryAt: Date }
  | { readonly is: 'claimed'; readonly message: ClaimedMessage };

/** Settles a message as sent, if one is named, and claims the first of its chat's others. */
const claimNext = statement(
  'claim-next',
  [
    ...([uuid<ChatId>(), time(), time(), time(), list(text())] as const),
    ...([nullable(uuid<MessageId>()), nullable(text())] as const),
  ],
  {
    id: nullable(uuid<MessageId>()),
    channel: text(),
    address: text(),
    platformId: nullable(text()),
    sealed: nullable(bytes()),
    tries: nullable(int()),
    retryAt: nullable(time()),
    failures: nullable(int()),
  },
  `WITH settled AS (
     UPDATE message SET state = 'sent', lease_until = NULL, platform_id = coalesce($7, platform_id) WHERE id = $6::uuid
   ), head AS (
     SELECT first.id, chat.channel, chat.address FROM (
       SELECT id, chat_id, state, due_at, lease_until FROM message
       WHERE chat_id = $1::uuid AND state IN ('due', 'sending') AND id IS DISTINCT FROM $6::uuid ORDER BY seq LIMIT 1) first
     JOIN chat ON chat.id = first.chat_id
     WHERE chat.channel = ANY($5::text[])
       AND ((state = 'due' AND due_at <= $2::timestamptz) OR (state = 'sending' AND lease_until <= $2::timestamptz))
   ), trouble AS (
     SELECT t.retry_at FROM channel_trouble t JOIN head ON head.channel = t.channel
   ), probe AS (
     UPDATE channel_trouble t SET retry_at = $4::timestamptz FROM head
     WHERE t.channel = head.channel AND t.retry_at <= $2::timestamptz RETURNING t.failures
   ), claimed AS (
     UPDATE message m SET state = 'sending', lease_until = $3::timestamptz, tries = tries + 1 FROM head
     WHERE m.id = head.id AND (NOT EXISTS (SELECT FROM trouble) OR EXISTS (SELECT FROM probe))
       AND ((m.state = 'due' AND m.due_at <= $2::timestamptz) OR (m.state = 'sending' AND m.lease_until <= $2::timestamptz))
     RETURNING m.id, m.platform_id, m.sealed, m.tries
   )
   SELECT claimed.id, channel, address, platform_id AS "platformId", sealed, tries, retry_at AS "retryAt", failures
   FROM head LEFT JOIN claimed ON true LEFT JOIN trouble ON true LEFT JOIN probe ON true`,
);

/** A message that the channel has taken, to be recorded with the next claim of its chat. */
export interface SentMessage {
  readonly id: MessageId;
  readonly platformId: string | undefined;
}

/**
 * Claims the chat's first unsent message if it is due or its lease has lapsed, on one of `channels`, and records `sent`
 * with it. On an unwell channel it claims a message only as the next probe. One statement, so that one of two processes
 * gets it; only the first message, so that a chat's messages stay in order.
 */
export async function claimNextMessage(
  { db, clock }: AppContext,
  chatId: ChatId,
  channels: readonly string[],
  sent?: SentMessage,
): Promise<Claim> {
  const now = clock.now();
  const until = new Date(now.getTime() + LEASE_MS);
  const probeUntil = new Date(now.getTime() + PROBE_MS);
  const settled = [sent?.id ?? null, sent?.platformId ?? null] as const;
  const [row] = await db.$prepared(claimNext, chatId, now, until, probeUntil, channels, ...settled);
  if (!row) return { is: 'nothing' };
  const { id, retryAt, failures, channel, address, platformId, sealed, tries } = row;
  if (id === null || sealed === null || tries === null)
    return retryAt ? { is: 'resting', channel, retryAt } : { is: 'nothing' };
  const message = { id, channel, address, platformId, sealed, tries, probe: failures ?? undefined };
  return { is: 'claimed', message };
}

/** Gives back messages that were claimed here and not tried, as if they had never been claimed. */
export async function returnMessages({ db }: AppContext, ids: readonly MessageId[]): Promise<void> {
  await db.$executeRaw`
    UPDATE message SET state = 'due', lease_until = NULL, tries = tries - 1
    WHERE id = ANY(${[...ids]}::uuid[]) AND state = 'sending'`;
}

/** Records how a delivery ended that did not succeed. */
export async function settleMessage(
  { db, clock }: AppContext,
  chatId: ChatId,
  messageId: MessageId,
  end: Exclude<DeliveryResult, { is: 'unwell' | 'sent' }>,
): Promise<void> {
  switch (end.is) {
    case 'later':
      // A message that was replaced while it was being sent is not sent again.
      await db.$executeRaw`
        UPDATE message SET state = CASE WHEN is_replaced THEN 'skipped' ELSE 'due' END, lease_until = NULL,
          due_at = ${new Date(clock.now().getTime() + end.ms)} WHERE id = ${messageId}::uuid`;
      return;
    case 'moved':
      await db.$transaction([
        db.chat.update({ where: { id: chatId }, data: { address: end.address } }),
        db.message.update({ where: { id: messageId }, data: { state: 'due', leaseUntil: null } }),
      ]);
      return;
    case 'gone':
      await db.$transaction(async (tx) => closeChat(tx, chatId));
      return;
    case 'refused':
      await db.message.update({ where: { id: messageId }, data: { state: 'refused', leaseUntil: null } });
      return;
  }
}

/** Closes a chat whose person blocked us: its waiting messages are refused. */
async function closeChat(tx: Tx, chatId: ChatId): Promise<void> {
  await tx.chat.update({ where: { id: chatId }, data: { isGone: true } });
  await tx.message.updateMany({
    where: { chatId, state: { in: ['due', 'sending'] } },
    data: { state: 'refused', leaseUntil: null },
  });
}

/** Chats with messages that are due or whose lease has lapsed, on those of `channels` that are well. */
export async function findChatsWithDue(
  { db, clock }: AppContext,
  channels: readonly string[],
): Promise<ChatId[]> {
  const now = clock.now();
  const rows = await db.$queryRaw<{ chatId: ChatId }[]>`
    SELECT DISTINCT chat_id AS "chatId" FROM message m JOIN chat ON chat.id = m.chat_id
    WHERE ((state = 'due' AND due_at <= ${now}) OR (state = 'sending' AND lease_until <= ${now}))
      AND channel = ANY(${channels}) AND NOT EXISTS (SELECT FROM channel_trouble t WHERE t.channel = chat.channel)
    LIMIT 5000`;
  return rows.map((row) => row.chatId);
}

/** The unwell ones among `channels` that may be tried again. */
export async function channelsToTry(
  { db, clock }: AppContext,
  channels: readonly string[],
): Promise<string[]> {
  const rows = await db.channelTrouble.findMany({
    where: { channel: { in: [...channels] }, retryAt: { lte: clock.now() } },
    select: { channel: true },
  });
  return rows.map((row) => row.channel);
}

/** The chat whose message is the next probe: the one tried least, so that a message that always fails does not decide. */
export async function chatToTry({ db, clock }: AppContext, channel: string): Promise<ChatId | undefined> {
  const now = clock.now();
  const [row] = await db.$queryRaw<{ chatId: ChatId }[]>`
    SELECT chat_id AS "chatId" FROM (
      SELECT DISTINCT ON (chat_id) chat_id, m.state, due_at, lease_until, tries, seq
      FROM message m JOIN chat ON chat.id = m.chat_id
      WHERE m.state IN ('due', 'sending') AND channel = ${channel} ORDER BY chat_id, seq) head
    WHERE (state = 'due' AND due_at <= ${now}) OR (state = 'sending' AND lease_until <= ${now})
    ORDER BY tries, seq LIMIT 1`;
  return row?.chatId;
}

/** Gives up messages that could not be sent for a day; returns how many for each channel. */
export async function giveUpOld({ db, clock }: AppContext): Promise<{ channel: string; messages: number }[]> {
  const now = clock.now();
  return db.$queryRaw`
    WITH old AS (
      UPDATE message m SET state = 'refused', lease_until = NULL FROM chat
      WHERE chat.id = m.chat_id AND m.created_at <= ${new Date(now.getTime() - GIVEN_UP_MS)}
        AND (m.state = 'due' OR (m.state = 'sending' AND m.lease_until <= ${now}))
      RETURNING chat.channel
    )
    SELECT channel, count(*)::int AS messages FROM old GROUP BY channel`;
}
