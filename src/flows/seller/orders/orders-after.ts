import { type Reply, type ReplyPart, say, type Text } from '../../../chat/dsl/screen.ts';
import type { MediaId } from '../../../db/ids.ts';
import type { Acted, Order } from '../../../shop/fulfilment/orders.ts';
import { soldScreen } from '../../screens/orders/order-notice.ts';
import { orderScreen } from '../../screens/orders/order-screen.ts';
import { homeButton } from '../../screens/values.ts';

/** For an order that does not exist or is not this seller's. */
export const notYours = { text: say('order-not-found'), buttons: [[homeButton]] };

/** What a buyer's order notice says above the order. */
interface OrderNotice {
  readonly key: string;
  readonly more?: readonly Text[];
  readonly photo?: MediaId | undefined;
}

/** Shows the seller the order, and notifies the buyer if the act changed it. */
export function afterAct(end: Acted | undefined, notices: OrderNotice): Reply {
  if (!end) return [notYours];
  if (!end.isDone) return [{ toast: say('sold-no-change') }, soldScreen(end.order)];
  return [soldScreen(end.order), noticeTo(end.order, notices)];
}

function noticeTo(order: Order, { key, more = [], photo }: OrderNotice): ReplyPart {
  const { buttons, text } = orderScreen(order);
  const notices = [say(key, { number: order.number }), ...more, text];
  return { to: [order.chatId], screen: { text: notices, photo, ...(buttons && { buttons }), fresh: true } };
}
