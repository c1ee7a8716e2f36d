import { z } from 'zod';
import { tap } from '../../chat/action.ts';
import { ask } from '../../chat/flow.ts';
import { type Button, type Reply, type Say, say } from '../../chat/screen.ts';
import type { Acted, Order } from '../../shop/orders.ts';
import { boughtScreen } from '../buyer/bought-screen.ts';
import { flow, type Turn } from '../flow.ts';
import { homeButton, moneyOf, pageOf, pager } from '../show.ts';
import { actingFor, notASeller } from './acting.ts';
import { sellerState, soldScreen } from './order-notice.ts';

/** Orders as they come in and go out; the buyer hears of every step. */
export const soldOrders = flow('seller-orders', {
  commands: { orders: showFirst },
  taps: {
    'sold/:page': showPage,
    'sale/:order': showOne,
    'accept/:order': accept,
    'decline/:order': decline,
    'money/:order': moneyCame,
    'ship/:order': askTracking,
    'shipped/:order': shipWithout,
    'delivered/:order': delivered,
  },
  answers: { tracking: { data: z.object({ order: z.uuid() }), read: readTracking } },
});

function showFirst(turn: Turn<'rest'>): Promise<Reply> {
  return showPage({ ...turn, params: { page: '0' } });
}

async function showPage(turn: Turn<'page'>): Promise<Reply> {
  const seller = await actingFor(turn);
  if (!seller) return notASeller;
  const page = await turn.shop.orders.soldPage(seller.id, pageOf(turn.params.page), true);
  const buttons = page.items.map((order): Button[] => [
    {
      label: say('sold-button', {
        number: order.number,
        state: sellerState(order),
        total: moneyOf(order.total),
      }),
      tap: tap('sale/:order', { order: order.id }),
    },
  ]);
  const title = say(page.items.length === 0 ? 'sold-none' : 'sold-list');
  return [
    {
      text: title,
      buttons: [...buttons, ...pager(page, (to) => tap('sold/:page', { page: to })), [homeButton]],
    },
  ];
}

async function showOne({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  const order = await shop.orders.sold(person.id, params.order);
  return [order ? soldScreen(order) : notYours];
}

const notYours = { text: say('order-not-found'), buttons: [[homeButton]] };

async function accept({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  return afterAct(await shop.orders.accept(person.id, params.order), 'order-accepted-notice');
}

async function decline({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  return afterAct(await shop.orders.decline(person.id, params.order), 'order-declined-notice');
}

async function moneyCame({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  const end = await shop.orders.confirmPayment(person.id, params.order);
  return afterAct(end, end?.order.payment === 'refund-due' ? 'order-refund-notice' : 'order-paid-notice');
}

async function delivered({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  return afterAct(await shop.orders.deliver(person.id, params.order), 'order-delivered-notice');
}

async function askTracking({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  const order = await shop.orders.sold(person.id, params.order);
  if (order?.fulfilment !== 'accepted') return [order ? soldScreen(order) : notYours];
  const without: Button = { label: say('ship-without'), tap: tap('shipped/:order', { order: order.id }) };
  return [
    {
      text: say('ship-ask', { number: order.number }),
      buttons: [[without]],
      asks: ask('tracking', { order: order.id }),
      fresh: true,
    },
  ];
}

/** Courier numbers are 8 to 30 letters and digits. */
const TRACKING = /^[A-Z0-9-]{8,30}$/;

async function readTracking({ shop, person, words }: Turn, data: { order: string }): Promise<Reply> {
  const number = words.replace(/\s/g, '').toUpperCase();
  if (!TRACKING.test(number))
    return [{ text: say('ship-unclear'), asks: ask('tracking', data), isMiss: true }];
  return afterAct(await shop.orders.ship(person.id, data.order, number), 'order-shipped-notice');
}

async function shipWithout({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  return afterAct(await shop.orders.ship(person.id, params.order), 'order-shipped-notice');
}

/** The seller sees the order as it now is; the buyer hears of a step that was really made. */
function afterAct(end: Acted | undefined, noticeKey: string): Reply {
  if (!end) return [notYours];
  if (!end.isDone) return [{ toast: say('sold-no-change') }, soldScreen(end.order)];
  return [soldScreen(end.order), noticeTo(end.order, noticeKey)];
}

function noticeTo(order: Order, key: string): Say {
  const { buttons, text } = boughtScreen(order);
  const news = say(key, { number: order.number });
  return { to: [order.chatId], screen: { text: [news, text], ...(buttons && { buttons }), fresh: true } };
}
