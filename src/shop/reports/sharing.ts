import { later } from '../../db/outbox.ts';
import type { Work } from '../../db/work.ts';
import { actsFor } from '../sellers/sellers.ts';

/** Pictures that bring people to the shop; they are drawn later and come into the chat. */
export const sharing = (work: Work) => ({
  /** A product's poster; false for those who may not change it, and for what is not sold. */
  async poster(personId: string, productId: string, chatId: string): Promise<boolean> {
    const where = { id: productId, status: 'on-sale' };
    const product = await work.tx.product.findFirst({ where, select: { sellerId: true } });
    if (!product || !(await actsFor(work.tx, personId, product.sellerId, 'post'))) return false;
    await later(work, 'draw-poster', { product: productId, person: personId, chat: chatId });
    return true;
  },

  /** What is stuck on an order's box; false for those who may not pack it. */
  async sticker(personId: string, orderId: string, chatId: string): Promise<boolean> {
    const order = await work.tx.order.findUnique({ where: { id: orderId }, select: { sellerId: true } });
    if (!order || !(await actsFor(work.tx, personId, order.sellerId, 'pack'))) return false;
    await later(work, 'draw-sticker', { order: orderId, person: personId, chat: chatId });
    return true;
  },
});
