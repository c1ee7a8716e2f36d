import type { ChatId, MessageId, StreamId } from '../../db/ids.ts';
import { enqueue } from '../../db/outbox/outbox.ts';
import type { TxContext } from '../../db/work.ts';

/** A panel is drawn this long after the last time at the earliest. */
const SPACING_MS = 3_000;

/** Has the stream's panels drawn again: now, or as soon as three seconds have passed since the last time. */
export async function touchPanel(context: TxContext, id: StreamId): Promise<void> {
  const { tx, now } = context;
  const [row] = await tx.$queryRaw<{ dueAt: Date }[]>`
    UPDATE stream SET panel_due_at = greatest(${now}::timestamptz, panel_at + ${SPACING_MS} * interval '1 ms')
    WHERE id = ${id}::uuid AND panel_due_at IS NULL RETURNING panel_due_at AS "dueAt"`;
  if (row) await enqueue(context, 'stream-panel', { stream: id }, row.dueAt);
}

/** Takes the drawing of a stream's panels that is due; false where another process has. */
export async function takePanel({ tx, now }: TxContext, id: StreamId): Promise<boolean> {
  const taken = await tx.stream.updateMany({
    where: { id, panelDueAt: { lte: now } },
    data: { panelDueAt: null, panelAt: now },
  });
  return taken.count === 1;
}

/** The streams whose panels are due and were not drawn: an alarm was missed, or a process died. */
export async function findDuePanels({ tx, now }: TxContext): Promise<StreamId[]> {
  const rows = await tx.stream.findMany({
    where: { panelDueAt: { lte: now } },
    take: 100,
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** The chats of those who may see the panel: owners, and helpers who post. */
export async function findPanelChats({ tx }: TxContext, id: StreamId): Promise<ChatId[]> {
  const rows = await tx.$queryRaw<{ id: ChatId }[]>`
    SELECT chat.id FROM stream JOIN member m ON m.seller_id = stream.seller_id
      JOIN chat ON chat.person_id = m.person_id
    WHERE stream.id = ${id}::uuid AND chat.channel LIKE '%seller' AND NOT chat.is_gone
      AND (m.role = 'owner' OR 'post' = ANY(m.rights)) ORDER BY chat.id`;
  return rows.map((row) => row.id);
}

/** The panel's message in a chat; undefined where it has not been sent there. */
export async function findPanelMessage(
  { tx }: TxContext,
  id: StreamId,
  chatId: ChatId,
): Promise<MessageId | undefined> {
  const row = await tx.streamPanel.findUnique({ where: { streamId_chatId: { streamId: id, chatId } } });
  return row?.messageId;
}

export async function rememberPanelMessage(
  { tx }: TxContext,
  streamId: StreamId,
  chatId: ChatId,
  messageId: MessageId,
): Promise<void> {
  await tx.streamPanel.upsert({
    where: { streamId_chatId: { streamId, chatId } },
    create: { streamId, chatId, messageId },
    update: { messageId },
  });
}
