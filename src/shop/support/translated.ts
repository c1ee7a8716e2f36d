import { z } from 'zod';
import type { ChatId } from '../../db/ids.ts';
import { enqueue } from '../../db/outbox/outbox.ts';
import type { TxContext } from '../../db/work.ts';
import { conversationPlace } from '../customers/conversation-place.ts';

const wordsShape = z.object({ words: z.string() });

/** Has a message translated for those of the chats whose people read another language. */
export async function translateFor(
  context: TxContext,
  message: bigint,
  language: string,
  chatIds: readonly ChatId[],
): Promise<void> {
  const chats = await context.tx.chat.findMany({
    where: { id: { in: [...chatIds] }, person: { locale: { not: language } } },
    select: { id: true },
  });
  for (const { id } of chats)
    await enqueue(context, 'translate-message', { message: String(message), chat: id });
}

/** A message's words, whose goods they are about, and the names that a translation keeps; undefined where it is gone. */
export async function findMessageWords({ tx, cipher }: TxContext, message: bigint) {
  const row = await tx.conversationMessage.findUnique({
    where: { id: message },
    include: { conversation: { select: { productId: true, orderId: true } } },
  });
  if (!row) return undefined;
  const { words } = wordsShape.parse(cipher.decrypt(row.sealed, conversationPlace(row)));
  const { productId, orderId } = row.conversation;
  const product = productId
    ? await tx.product.findUnique({
        where: { id: productId },
        select: {
          title: true,
          titleEn: true,
          sellerId: true,
          seller: { select: { name: true, nameEn: true } },
        },
      })
    : null;
  const order = orderId
    ? await tx.order.findUnique({ where: { id: orderId }, select: { sellerId: true } })
    : null;
  const names = [product?.title, product?.titleEn, product?.seller.name, product?.seller.nameEn];
  return {
    words,
    productId: product && productId,
    sellerId: product?.sellerId ?? order?.sellerId ?? null,
    names: names.filter((name) => name != null),
  };
}
