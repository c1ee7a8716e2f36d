import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type ReplyPart, say } from '../../../chat/dsl/screen.ts';
import type { Order } from '../../../shop/fulfilment/orders.ts';
import type { Shop } from '../../../shop/shop.ts';

export const refundsButton: Button = { label: say('refunds-button'), tap: tap('refunds/:page', { page: 0 }) };

/** Notifies the seller's members of a refund that is due. */
export async function refundDueNotice(shop: Shop, order: Order): Promise<ReplyPart[]> {
  const text = say('sold-owed-back', { number: order.number });
  return [
    {
      to: await shop.sellers.chats(order.sellerId),
      screen: { text, buttons: [[refundsButton]], fresh: true },
    },
  ];
}
