import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, say } from '../../../chat/dsl/screen.ts';
import type { Acted } from '../../../shop/fulfilment/orders.ts';
import { flow, type Turn } from '../../flow.ts';
import { cancelledNotice } from '../../screens/orders/order-notice.ts';
import { orderScreen, orderStateText } from '../../screens/orders/order-screen.ts';
import { homeButton, pager, parsePage, productSeller } from '../../screens/values.ts';

/** A buyer's orders. */
export const orders = flow('orders', {
  commands: { orders: showFirst },
  taps: {
    'orders/:page': showPage,
    'order/:order': showOne,
    'cancel/:order': cancel,
    'received/:order': received,
  },
});

function showFirst(turn: Turn<'rest'>): Promise<Reply> {
  return showPage({ ...turn, params: { page: '0' } });
}

async function showPage({ shop, person, params }: Turn<'page'>): Promise<Reply> {
  const page = await shop.orders.boughtPage(person.id, parsePage(params.page));
  if (page.items.length === 0) {
    return [
      {
        text: say('orders-none'),
        buttons: [[{ label: say('home-browse'), tap: tap('browse/:page', { page: 0 }) }, homeButton]],
      },
    ];
  }
  const buttons = page.items.map((order): Button[] => [
    {
      label: say('orders-button', {
        number: order.number,
        seller: productSeller(order),
        state: orderStateText(order),
      }),
      tap: tap('order/:order', { order: order.id }),
    },
  ]);
  return [
    {
      text: say('orders-title'),
      buttons: [...buttons, ...pager(page, (to) => tap('orders/:page', { page: to })), [homeButton]],
    },
  ];
}

async function showOne({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  const order = await shop.orders.bought(person.id, params.order);
  if (!order) return [{ text: say('order-not-found'), buttons: [[homeButton]] }];
  return [orderScreen(order, await shop.timeline(order.id))];
}

async function cancel({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  const end = await shop.orders.cancel(person.id, params.order);
  const notices = end?.isDone ? await cancelledNotice(shop, end.order) : [];
  return [...afterAct(end, 'order-cancelled-toast', 'order-cannot-cancel'), ...notices];
}

async function received({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  return afterAct(
    await shop.orders.received(person.id, params.order),
    'order-received-toast',
    'order-cannot-receive',
  );
}

/** The order after the tap, with its result as a toast. */
function afterAct(end: Acted | undefined, done: string, refused: string): Reply {
  if (!end) return [{ text: say('order-not-found'), buttons: [[homeButton]] }];
  return [{ toast: say(end.isDone ? done : refused) }, orderScreen(end.order)];
}
