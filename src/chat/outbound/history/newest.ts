import type { ChatId } from '../../../db/ids.ts';
import type { TxContext } from '../../../db/work.ts';
import { type ReplacedMessage, toReplaced } from '../messages.ts';

type Row = Omit<ReplacedMessage, 'hadPhoto'> & { readonly cause: string; readonly sealed: Uint8Array };

/**
 * Of the messages that were sent for these causes, those that are still the last thing in their chats, by cause: what is
 * added to one of them is read with it.
 */
export async function findNewest(
  { tx, cipher }: TxContext,
  wanted: readonly { readonly chatId: ChatId; readonly cause: string }[],
): Promise<ReadonlyMap<string, ReplacedMessage>> {
  if (wanted.length === 0) return new Map();
  const rows = await tx.$queryRaw<Row[]>`
    SELECT m.cause, m.id, m.place, m.platform_id AS "platformId", m.sealed
    FROM message m JOIN unnest(${wanted.map(({ chatId }) => chatId)}::uuid[],
      ${wanted.map(({ cause }) => cause)}::text[]) AS wanted (chat_id, cause) USING (chat_id, cause)
    WHERE m.index = 0 AND m.state = 'sent' AND NOT m.is_replaced AND NOT EXISTS (
      SELECT FROM message later WHERE later.chat_id = m.chat_id AND later.seq > m.place AND later.place > m.place)`;
  return new Map(rows.map((row) => [row.cause, toReplaced(cipher, row)]));
}
