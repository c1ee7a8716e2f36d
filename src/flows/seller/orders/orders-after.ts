import { type Reply, type ReplyPart, say, type Text } from '../../../chat/dsl/screen.ts';
import type { MediaId } from '../../../db/ids.ts';
import type { Acted, Order } from '../../../shop/fulfilment/orders.ts';
import type { Confirmed } from '../../../shop/payments/payments.ts';
import { soldScreen } from '../../screens/orders/order-notice.ts';
import { orderScreen } from '../../screens/orders/order-screen.ts';
import { refundsButton } from '../../screens/payments/refund-screen.ts';
import { homeButton, moneyValue } from '../../screens/values.ts';

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

/** What became of money that came: kept, owed back in part, or whole; both sides read why. */
export function afterMoney(end: Confirmed | undefined): Reply {
  if (!end?.isDone) return afterAct(end, { key: 'order-paid-notice' });
  const { order, owedBack, whyRefunded } = end;
  if (!whyRefunded && owedBack === 0) return afterAct(end, { key: 'order-paid-notice' });
  const values = { back: moneyValue(owedBack) };
  const sold = soldScreen(order);
  const why = whyRefunded ? say(`sold-refund-${whyRefunded}`) : say('sold-overpaid', values);
  const notice = whyRefunded
    ? noticeTo(order, { key: `order-refund-${whyRefunded}` })
    : noticeTo(order, { key: 'order-paid-notice', more: [say('order-overpaid', values)] });
  return [{ ...sold, text: [why, sold.text], buttons: [[refundsButton], ...(sold.buttons ?? [])] }, notice];
}

export function noticeTo(order: Order, { key, more = [], photo }: OrderNotice): ReplyPart {
  // What its seller called off stays off.
  const { buttons, text } = orderScreen(order, [], false);
  const notices = [say(key, { number: order.number }), ...more, text];
  return { to: [order.chatId], screen: { text: notices, photo, ...(buttons && { buttons }), fresh: true } };
}
