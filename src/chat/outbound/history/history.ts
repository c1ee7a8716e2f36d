import { sealedAt } from '../../../db/crypto/sealed-columns.ts';
import type { ChatId, MessageId } from '../../../db/ids.ts';
import type { AppContext } from '../../../db/work.ts';
import type { MessageBody } from '../../dsl/channel.ts';
import { decodeBody } from '../messages.ts';

/** A message as a reader of the table sees it. A replacement has the `place` of what it replaced. */
export interface ShownMessage extends Pick<MessageBody, 'html' | 'photo' | 'pictures' | 'file' | 'buttons'> {
  readonly id: MessageId;
  readonly seq: string;
  readonly place: string;
  readonly mine: boolean;
  readonly at: Date;
}

interface Row {
  id: MessageId;
  seq: bigint;
  place: bigint;
  sealed: Uint8Array;
  createdAt: Date;
}

const columns = { id: true, seq: true, place: true, sealed: true, createdAt: true } as const;

/** The newest `take` messages before `before`, oldest first, without replaced ones. */
export async function messagesBefore(
  appContext: AppContext,
  chatId: ChatId,
  { before, take }: { before?: bigint | undefined; take: number },
): Promise<ShownMessage[]> {
  const rows = await appContext.db.message.findMany({
    where: { chatId, isReplaced: false, ...(before !== undefined && { place: { lt: before } }) },
    orderBy: { place: 'desc' },
    take,
    select: columns,
  });
  return rows.reverse().map((row) => shown(appContext, row));
}

/**
 * Messages after `seq`, and all messages since `since`: transactions that run side by side may commit out of the order of
 * their numbers. The reader leaves out what it has.
 */
export async function messagesAfter(
  appContext: AppContext,
  chatId: ChatId,
  seq: bigint,
  since: Date,
): Promise<ShownMessage[]> {
  const rows = await appContext.db.message.findMany({
    where: { chatId, isReplaced: false, OR: [{ seq: { gt: seq } }, { createdAt: { gte: since } }] },
    orderBy: { seq: 'asc' },
    select: columns,
  });
  return rows.map((row) => shown(appContext, row));
}

function shown({ cipher }: AppContext, row: Row): ShownMessage {
  const { html, photo, pictures, file, buttons, mine } = decodeBody(
    cipher.decrypt(row.sealed, sealedAt('message.sealed', row.id)),
  );
  const { id, createdAt } = row;
  return {
    id,
    seq: String(row.seq),
    place: String(row.place),
    mine: mine === true,
    html,
    photo,
    pictures,
    file,
    buttons,
    at: createdAt,
  };
}
