import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, say } from '../../../chat/dsl/screen.ts';
import type { Order } from '../../../shop/fulfilment/orders.ts';
import { flow, type Turn } from '../../flow.ts';
import { claimScreen } from '../../screens/orders/claim-screen.ts';
import { sellerState, soldScreen } from '../../screens/orders/order-notice.ts';
import { homeButton, moneyValue, pager, parsePage } from '../../screens/values.ts';
import { findActingSeller, hasRight, noRight, notASeller } from '../acting.ts';
import { afterAct, notYours } from './orders-after.ts';

/** A seller's orders: accept, ship and so on. Each step notifies the buyer. */
export const soldOrders = flow('seller-orders', {
  commands: { orders: showFirst },
  taps: {
    'sold/:page': showOpen,
    'sold-done/:page': showDone,
    'sale/:order': showOne,
    'accept/:order': accept,
    'money/:order': moneyCame,
    'delivered/:order': delivered,
  },
});

function showFirst(turn: Turn<'rest'>): Promise<Reply> {
  return showPage(turn, 0, true);
}

function showOpen(turn: Turn<'page'>): Promise<Reply> {
  return showPage(turn, parsePage(turn.params.page), true);
}

function showDone(turn: Turn<'page'>): Promise<Reply> {
  return showPage(turn, parsePage(turn.params.page), false);
}

async function showPage(turn: Turn<string>, wanted: number, isOpen: boolean): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  if (!hasRight(seller, 'pack') && !hasRight(seller, 'money')) return noRight(seller, 'pack');
  const page = await turn.shop.orders.soldPage(seller.id, wanted, isOpen);
  const buttons = page.items.map((order): Button[] => [
    {
      label: say('sold-button', {
        number: order.number,
        state: sellerState(order),
        total: moneyValue(order.total),
      }),
      tap: tap('sale/:order', { order: order.id }),
    },
  ]);
  const to = (number: number): string =>
    isOpen ? tap('sold/:page', { page: number }) : tap('sold-done/:page', { page: number });
  const other: Button = isOpen
    ? { label: say('sold-see-done'), tap: tap('sold-done/:page', { page: 0 }) }
    : { label: say('sold-see-open'), tap: tap('sold/:page', { page: 0 }) };
  return [
    {
      text: say(orderTitle(isOpen, page.items.length)),
      buttons: [...buttons, ...pager(page, to), [other, homeButton]],
    },
  ];
}

function orderTitle(isOpen: boolean, count: number): string {
  if (isOpen) return count === 0 ? 'sold-none' : 'sold-list';
  return count === 0 ? 'sold-none-done' : 'sold-list-done';
}

async function showOne(turn: Turn<'order'>): Promise<Reply> {
  const order = await turn.shop.orders.sold(turn.person.id, turn.params.order);
  return order ? orderWithClaims(turn, order) : [notYours];
}

/** The order with its open claims. */
export async function orderWithClaims({ shop }: Turn<string>, order: Order): Promise<Reply> {
  const claims = await shop.claims.waiting(order.id);
  return [soldScreen(order), ...claims.map((claim) => ({ ...claimScreen(claim), fresh: true }))];
}

async function accept({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  return afterAct(await shop.orders.accept(person.id, params.order), { key: 'order-accepted-notice' });
}

async function moneyCame({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  const end = await shop.orders.confirmPayment(person.id, params.order);
  const key = end?.order.payment === 'refund-due' ? 'order-refund-notice' : 'order-paid-notice';
  return afterAct(end, { key });
}

async function delivered({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  return afterAct(await shop.orders.deliver(person.id, params.order), { key: 'order-delivered-notice' });
}
