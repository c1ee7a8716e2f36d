import type { ChatId } from '../../../db/ids.ts';
import type { TxContext } from '../../../db/work.ts';
import { type ReplacedMessage, toReplaced } from '../messages.ts';

/** The newest sent message of a chat whose cause begins with a prefix, if it was not replaced: it can be edited. */
export async function findLastMessage(
  { tx, cipher }: TxContext,
  chatId: ChatId,
  causePrefix: string,
): Promise<ReplacedMessage | undefined> {
  const row = await tx.message.findFirst({
    where: { chatId, cause: { startsWith: causePrefix }, isReplaced: false, state: 'sent' },
    orderBy: { seq: 'desc' },
  });
  return row ? toReplaced(cipher, row) : undefined;
}
