import { z } from 'zod';
import { bigint, bool, bytes, nullable, statement, text, time, uuid } from '../../db/connection/statement.ts';
import { openIfAble } from '../../db/crypto/cipher.ts';
import { openName } from '../../db/crypto/person-name.ts';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import {
  type ChatId,
  type CheckoutId,
  idShape,
  type OrderId,
  type PersonId,
  type ProductId,
} from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import type { ChannelName, Locale } from '../dsl/event.ts';
import type { ChatRow } from './chats.ts';
import { type ChatKey, noEvent, type OldestEvent, toOldest } from './inbox.ts';

const focusShape = z.object({
  product: idShape<ProductId>().optional(),
  products: z.array(idShape<ProductId>()).optional(),
  card: idShape<CheckoutId>().optional(),
  order: idShape<OrderId>().optional(),
  feeTo: z.string().optional(),
});

const shape = z.object({
  asking: z.object({ step: z.string(), data: z.unknown() }).optional(),
  misses: z.number().int().default(0),
  /** What the last screen was about, and when, in ms since 1970. */
  focus: focusShape.optional(),
  focusAt: z.number().optional(),
  /** An answer since was about something else. */
  isFocusPassed: z.boolean().optional(),
  /** The action that "yes" stands for. */
  yes: z.string().optional(),
  /** What the last message did, so that the next can put it right. */
  lastChange: z.unknown().optional(),
  /** The actions of the newest answer's buttons, by label. */
  labels: z.array(z.tuple([z.string(), z.string()])).optional(),
  /** Keys to share something stand below the chat. */
  hasKeys: z.boolean().optional(),
});

/** Where a conversation stands: the open question, and how often in a row the person was not understood. */
export type Session = z.infer<typeof shape>;

export const freshSession: Session = { misses: 0 };

/** A chat whose turn it is, and the oldest event that waits in it. */
export interface LockedChat extends OldestEvent {
  readonly chat: ChatRow;
  readonly session: Session;
  /** No key opens what was kept of the conversation: it begins anew. */
  readonly isLost: boolean;
  /** Banned by the office: their events are not answered. */
  readonly isBanned: boolean;
}

// The event's own lock comes after the session's: the statement may have begun before another process's turn ended.
const lockTurn = statement(
  'lock-turn',
  [text<ChannelName>(), text()],
  {
    ...{ id: uuid<ChatId>(), isGone: bool(), isBanned: bool(), personId: uuid<PersonId>(), name: text() },
    sealedName: nullable(bytes()),
    ...{ locale: text<Locale>(), isOperator: bool(), sealed: nullable(bytes()), eventId: nullable(bigint()) },
    ...{ key: nullable(text()), at: nullable(time()), event: nullable(bytes()) },
  },
  `WITH held AS (
     SELECT chat.id, chat.is_gone AS "isGone", person.banned_at IS NOT NULL AS "isBanned", person.id AS "personId",
       person.name, person.sealed_name AS "sealedName", person.locale, person.is_operator AS "isOperator", session.sealed
     FROM chat JOIN person ON person.id = chat.person_id JOIN session ON session.chat_id = chat.id
     WHERE chat.channel = $1 AND chat.address = $2 FOR UPDATE OF session SKIP LOCKED
   )
   SELECT held.*, event.id AS "eventId", event.key, event.at, event.sealed AS event
   FROM held LEFT JOIN LATERAL (
     SELECT id, key, at, sealed FROM inbox WHERE channel = $1 AND address = $2 AND state = 'waiting'
     ORDER BY seq, id LIMIT 1 FOR UPDATE) event ON true`,
);

/**
 * Finds a chat, locks its session for this turn and reads its oldest waiting event; nothing when there is no such chat,
 * or another process holds it.
 */
export async function lockChat(
  { tx, cipher }: TxContext,
  { channel, address }: ChatKey,
): Promise<LockedChat | undefined> {
  const [row] = await tx.$prepared(lockTurn, channel, address);
  if (!row) return undefined;
  const { id, isGone, isBanned, personId, locale, isOperator, sealed, eventId, key, at, event } = row;
  const name = openName(cipher, { ...row, id: personId });
  const kept = sealed ? openIfAble(cipher, sealed, sealedAt('session.sealed', id)) : undefined;
  const isWaiting = eventId !== null && key !== null && at && event;
  return {
    chat: { id, channel, address, isGone, person: { id: personId, name, locale, isOperator } },
    session: kept === undefined ? freshSession : parseSession(kept),
    isLost: sealed !== null && kept === undefined,
    isBanned,
    ...(isWaiting ? toOldest(cipher, channel, { id: eventId, key, at, sealed: event }) : noEvent),
  };
}

/** Drops what was kept of a conversation, and records when. */
export async function beginAnew({ tx, now }: TxContext, chatId: ChatId): Promise<void> {
  await tx.session.update({ where: { chatId }, data: { sealed: null, begunAnewAt: now } });
}

/** A session of another shape, from an older release, counts as fresh. */
function parseSession(kept: unknown): Session {
  const parsed = shape.safeParse(kept);
  return parsed.success ? parsed.data : freshSession;
}
