import { z } from 'zod';
import type { DeviceNotice } from '../../chat/dsl/channel.ts';
import { decodeBody } from '../../chat/outbound/messages.ts';
import { noticeTopic } from '../../chat/outbound/notified-browsers.ts';
import { findChat } from '../../chat/store/chats.ts';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import { idShape, type MessageId } from '../../db/ids.ts';
import { enqueue } from '../../db/outbox/outbox.ts';
import { inTransaction, type TxContext } from '../../db/work.ts';
import { job } from '../job.ts';

/** Somebody waits for an answer, but not longer than this. */
const TTL_SECONDS = 24 * 3_600;

/** Tells the browsers of a person whose page is closed that a message has come to their chat. */
export const browsersJob = job(
  'notify-browsers',
  z.object({ message: idShape<MessageId>() }),
  async ({ message }, { appContext, channels }) => {
    const said = await inTransaction(appContext, (context) => findSaid(context, message));
    const push = channels.find(({ tellsOf }) => tellsOf !== undefined && tellsOf === said?.channel);
    if (!said || !push) return;
    const result = await push.deliver({ ...said, platformId: null });
    if (result.is !== 'later') return;
    await inTransaction(appContext, (context) =>
      enqueue(context, 'notify-browsers', { message }, new Date(context.now.getTime() + result.ms)),
    );
  },
);

/** The message, with what a device is told of it; nothing where something else has taken its place. */
async function findSaid(context: TxContext, id: MessageId) {
  const row = await context.tx.message.findUnique({ where: { id } });
  const chat = row && !row.isReplaced ? await findChat(context, row.chatId) : undefined;
  if (!row || !chat) return undefined;
  const body = decodeBody(context.cipher.decrypt(row.sealed, sealedAt('message.sealed', id)));
  return { channel: chat.channel, address: chat.address, body, notice: noticeOf(id, row) };
}

const noticeOf = (
  id: MessageId,
  { cause, index }: { readonly cause: string; readonly index: number },
): DeviceNotice => ({
  ...{ cause, index, isPersonal: true, ttlSeconds: TTL_SECONDS, urgency: 'high', tag: id },
  topic: noticeTopic(id),
});
