import { z } from 'zod';
import {
  type ChatId,
  type CheckoutId,
  idShape,
  type OrderId,
  type PersonId,
  type ProductId,
} from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import type { Locale } from '../dsl/event.ts';
import type { ChatRow } from './chats.ts';
import type { ChatKey } from './inbox.ts';

const focusShape = z.object({
  product: idShape<ProductId>().optional(),
  products: z.array(idShape<ProductId>()).optional(),
  card: idShape<CheckoutId>().optional(),
  order: idShape<OrderId>().optional(),
});

const shape = z.object({
  asking: z.object({ step: z.string(), data: z.unknown() }).optional(),
  misses: z.number().int().default(0),
  /** What the last screen was about, and when, in ms since 1970. */
  focus: focusShape.optional(),
  focusAt: z.number().optional(),
  /** The action that "yes" stands for. */
  yes: z.string().optional(),
  /** The actions of the newest answer's buttons, by label. */
  labels: z.array(z.tuple([z.string(), z.string()])).optional(),
  /** Keys to share something stand below the chat. */
  hasKeys: z.boolean().optional(),
});

/** Where a conversation stands: the open question, and how often in a row the person was not understood. */
export type Session = z.infer<typeof shape>;

export const freshSession: Session = { misses: 0 };

/** A chat whose turn it is. */
export interface LockedChat {
  readonly chat: ChatRow;
  readonly session: Session;
  /** Banned by the office: their events are not answered. */
  readonly isBanned: boolean;
}

interface Row {
  readonly id: ChatId;
  readonly isGone: boolean;
  readonly isBanned: boolean;
  readonly personId: PersonId;
  readonly name: string;
  readonly locale: string;
  readonly isOperator: boolean;
  readonly sealed: Uint8Array | null;
}

/** Finds a chat and locks its session for this turn; nothing when there is no such chat, or another process holds it. */
export async function lockChat(
  { tx, cipher }: TxContext,
  { channel, address }: ChatKey,
): Promise<LockedChat | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT chat.id, chat.is_gone AS "isGone", person.banned_at IS NOT NULL AS "isBanned", person.id AS "personId", person.name, person.locale,
      person.is_operator AS "isOperator", session.sealed
    FROM chat JOIN person ON person.id = chat.person_id JOIN session ON session.chat_id = chat.id
    WHERE chat.channel = ${channel} AND chat.address = ${address} FOR UPDATE OF session SKIP LOCKED`;
  if (!row) return undefined;
  const { id, isGone, isBanned, personId, name, isOperator, sealed } = row;
  // We write only known locales.
  const person = { id: personId, name, locale: row.locale as Locale, isOperator };
  return {
    chat: { id, channel, address, isGone, person },
    session: sealed ? parseSession(cipher.decrypt(sealed)) : freshSession,
    isBanned,
  };
}

/** A session of another shape, from an older release, counts as fresh. */
function parseSession(kept: unknown): Session {
  const parsed = shape.safeParse(kept);
  return parsed.success ? parsed.data : freshSession;
}

export async function saveSession(
  { tx, cipher, now }: TxContext,
  chatId: ChatId,
  session: Session,
): Promise<void> {
  await tx.session.update({ where: { chatId }, data: { sealed: cipher.encrypt(session), updatedAt: now } });
}
