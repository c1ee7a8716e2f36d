import { randomUUID } from 'node:crypto';
import { NOTIFY_CHANNEL } from '../../db/client/end-streams.ts';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import type { ChatId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import type { MessageBody } from '../dsl/channel.ts';
import type { ChatNotification, ReplacedMessage } from './messages.ts';

interface SentMessage {
  readonly chatId: ChatId;
  readonly cause: string;
  readonly body: MessageBody;
  readonly platformId?: string | undefined;
  /** The message whose place it takes. */
  readonly replaced?: Pick<ReplacedMessage, 'id' | 'place'> | undefined;
}

/**
 * Writes messages that were sent already, by one statement, so that taps and edits find them. `isRead`: people read the
 * table, and their readers are notified.
 */
export async function insertSent(
  { tx, cipher, now }: TxContext,
  messages: readonly SentMessage[],
  isRead: boolean,
): Promise<void> {
  const ids = messages.map(() => randomUUID());
  const chats = messages.map(({ chatId }) => chatId);
  const causes = messages.map(({ cause }) => cause);
  const sealed = messages.map(({ body }, n) =>
    cipher.encrypt(body, sealedAt('message.sealed', ids[n] ?? '')),
  );
  const platformIds = messages.map(({ platformId }) => platformId ?? null);
  const places = messages.map(({ replaced }) => replaced?.place ?? null);
  const replaced = messages.flatMap((message) => message.replaced?.id ?? []);
  if (replaced.length > 0)
    await tx.$executeRaw`UPDATE message SET is_replaced = true WHERE id = ANY(${replaced}::uuid[])`;
  await tx.$executeRaw`
    INSERT INTO message (id, seq, chat_id, cause, index, place, sealed, state, due_at, platform_id, created_at)
    SELECT id, seq, chat_id, cause, 0, coalesce(place, seq), sealed, 'sent', ${now}, platform_id, ${now}
    FROM (SELECT nextval('message_seq_seq') AS seq, sent.*
      FROM unnest(${ids}::uuid[], ${chats}::uuid[], ${causes}::text[], ${sealed}::bytea[], ${platformIds}::text[],
        ${places}::bigint[]) AS sent (id, chat_id, cause, sealed, platform_id, place)) AS row
    ON CONFLICT (cause, index) DO NOTHING`;
  const note: ChatNotification = { is: 'messages' };
  if (!isRead) return;
  await tx.$executeRaw`
    SELECT tell_processes(${NOTIFY_CHANNEL}, jsonb_build_object('chat', chat_id, 'note', ${JSON.stringify(note)}::jsonb)::text)
    FROM unnest(${chats}::uuid[]) AS chat_id`;
}
