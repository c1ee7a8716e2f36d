import type { Reply } from '../../../chat/dsl/screen.ts';
import { asksOfOrder } from '../../../nlu/acts/seller/orders/order-asked.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import type { Turn } from '../../flow.ts';
import { orderWithClaims } from './orders.ts';

/** 她买的啥, right behind an order that was shown: it is shown with all that there is to know. */
export async function orderAsked(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const { focus, spokenAt, shop, person, text } = turn;
  if (!focus.order || !spokenAt || !asksOfOrder(text)) return undefined;
  const order = await shop.orders.sold(person.id, focus.order);
  return order && order.sellerId === seller.id ? orderWithClaims(turn, order) : undefined;
}
