import type { ChatId, OrderId, PersonId, ProductId } from '../../db/ids.ts';
import { enqueue } from '../../db/outbox/outbox.ts';
import type { TxContext } from '../../db/work.ts';
import { requireMembership } from '../sellers/sellers.ts';

/** Pictures that bring people to the shop; they are drawn later and come into the chat. */
export const sharing = (context: TxContext) => ({
  /** A product's poster; false for those who may not change it, and for what is not sold. */
  async poster(personId: PersonId, productId: ProductId, chatId: ChatId): Promise<boolean> {
    const where = { id: productId, status: 'on-sale' };
    const product = await context.tx.product.findFirst({ where, select: { sellerId: true } });
    if (!product || !(await requireMembership(context.tx, personId, product.sellerId, 'post'))) return false;
    await enqueue(context, 'draw-poster', { product: productId, person: personId, chat: chatId });
    return true;
  },

  /** What is stuck on an order's box; false for those who may not pack it. */
  async sticker(personId: PersonId, orderId: OrderId, chatId: ChatId): Promise<boolean> {
    const order = await context.tx.order.findUnique({ where: { id: orderId }, select: { sellerId: true } });
    if (!order || !(await requireMembership(context.tx, personId, order.sellerId, 'pack'))) return false;
    await enqueue(context, 'draw-sticker', { order: orderId, person: personId, chat: chatId });
    return true;
  },
});
