import type { Tx } from '../../db/client.ts';
import type { Store } from '../../db/work.ts';
import type { Body, Delivered } from '../dsl/channel.ts';
import { openBody } from './messages.ts';

/** How long a process may take to send one message before another may take it over. */
export const LEASE_MS = 30_000;

/** A message taken for sending, and where it goes. */
export interface Claimed {
  readonly id: string;
  readonly channel: string;
  readonly address: string;
  readonly platformId: string | null;
  readonly body: Body;
  /** How often it has been taken, this time included. */
  readonly tries: number;
}

type Row = Omit<Claimed, 'body'> & { readonly sealed: Uint8Array };

/**
 * Takes the chat's first unsaid message if it is due or its lease has lapsed. One statement, so that of two processes
 * one gets it; and only the first, so that a chat's messages stay in order.
 */
export async function claimNext({ db, seal, clock }: Store, chatId: string): Promise<Claimed | undefined> {
  const now = clock.now();
  const until = new Date(now.getTime() + LEASE_MS);
  const rows = await db.$queryRaw<Row[]>`
    UPDATE message SET state = 'sending', lease_until = ${until}, tries = tries + 1 FROM chat
    WHERE message.id = (
        SELECT id FROM message WHERE chat_id = ${chatId}::uuid AND state IN ('due', 'sending') ORDER BY seq LIMIT 1)
      AND chat.id = message.chat_id
      AND ((state = 'due' AND due_at <= ${now}) OR (state = 'sending' AND lease_until <= ${now}))
    RETURNING message.id, chat.channel, chat.address, platform_id AS "platformId", sealed, tries`;
  const [row] = rows;
  if (!row) return undefined;
  const { sealed, ...claimed } = row;
  return { ...claimed, body: openBody(seal.open(sealed)) };
}

/** Records how a delivery ended. */
export async function settle(
  { db, clock }: Store,
  chatId: string,
  messageId: string,
  end: Delivered,
): Promise<void> {
  switch (end.is) {
    case 'sent':
      await db.$executeRaw`
        UPDATE message SET state = 'sent', lease_until = NULL, platform_id = coalesce(${end.platformId ?? null}, platform_id)
        WHERE id = ${messageId}::uuid`;
      return;
    case 'later':
      await db.message.update({
        where: { id: messageId },
        data: { state: 'due', leaseUntil: null, dueAt: new Date(clock.now().getTime() + end.ms) },
      });
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
    case 'unknown':
      // The lease stays: the message may have arrived, and is sent again only when the lease lapses.
      return;
  }
}

/** Nothing more is said to a chat whose person blocked us. */
async function closeChat(tx: Tx, chatId: string): Promise<void> {
  await tx.chat.update({ where: { id: chatId }, data: { isGone: true } });
  await tx.message.updateMany({
    where: { chatId, state: { in: ['due', 'sending'] } },
    data: { state: 'refused', leaseUntil: null },
  });
}

/** Chats with messages that are due or whose lease has lapsed. */
export async function chatsWithDue({ db, clock }: Store): Promise<string[]> {
  const now = clock.now();
  const rows = await db.$queryRaw<{ chatId: string }[]>`
    SELECT DISTINCT chat_id AS "chatId" FROM message
    WHERE (state = 'due' AND due_at <= ${now}) OR (state = 'sending' AND lease_until <= ${now}) LIMIT 5000`;
  return rows.map((row) => row.chatId);
}
