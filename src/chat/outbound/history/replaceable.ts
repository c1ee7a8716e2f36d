import { sealedAt } from '../../../db/crypto/sealed-columns.ts';
import type { ChatId, MessageId } from '../../../db/ids.ts';
import type { TxContext } from '../../../db/work.ts';
import type { Channel } from '../../dsl/channel.ts';
import { decodeBody, type ReplacedMessage } from '../messages.ts';

/**
 * A message of ours that is to be edited in place. `later`: it is on its way, and its platform's id is not known yet;
 * `never`: the channel cannot edit; undefined: it was never sent, or is gone, and a new one takes its place.
 */
export async function findReplaceable(
  { tx, cipher }: TxContext,
  channels: readonly Channel[],
  chatId: ChatId,
  id: MessageId,
): Promise<ReplacedMessage | 'later' | 'never' | undefined> {
  const chat = await tx.chat.findUnique({ where: { id: chatId }, select: { channel: true } });
  const channel = channels.find(({ name }) => name === chat?.channel);
  if (!channel?.can.buttons) return 'never';
  const row = await tx.message.findUnique({ where: { id } });
  if (!row || row.isReplaced || row.state === 'refused') return undefined;
  if (row.state === 'sending' || (row.state === 'due' && row.platformId === null)) return 'later';
  const { photo } = decodeBody(cipher.decrypt(row.sealed, sealedAt('message.sealed', id)));
  return { id: row.id, place: row.place, platformId: row.platformId, hadPhoto: photo !== undefined };
}
