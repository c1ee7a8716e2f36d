import { type Reply, say, type Text } from '../../../../../chat/dsl/screen.ts';
import type { OrderFact } from '../../../../../nlu/acts/orders/placed/lists.ts';
import {
  asksOfAll,
  asksWhatWasPaid,
  readOrderFact,
  saysBought,
} from '../../../../../nlu/acts/orders/placed/order-facts.ts';
import type { Order } from '../../../../../shop/fulfilment/orders.ts';
import type { OrderStep } from '../../../../../shop/orders/history.ts';
import { findCourier } from '../../../../../shop/shipping/couriers.ts';
import type { Turn } from '../../../../flow.ts';
import { orderScreen } from '../../../../screens/orders/order-screen.ts';
import { courierName } from '../../../../screens/orders/tracking-text.ts';
import { moneyValue, productSeller } from '../../../../screens/values.ts';
import { findNamedOrder, findOrders, pickOrder } from '../../../orders/find-orders.ts';
import { mentionsLine } from '../../../orders/named-among.ts';
import { namedProduct } from '../../named-product.ts';

// 是哪家的快递, how much was it?, with an order on the table: what is known of that order.

/** Nothing where no order is meant: then the shop is asked in general. */
export async function orderFactAnswer(turn: Turn): Promise<Reply | undefined> {
  const fact = readOrderFact(turn.text);
  const order = fact && (await orderMeant(turn, fact));
  if (!fact || !order) return undefined;
  const steps = await turn.shop.timeline(order.id);
  const screen = orderScreen(order, steps);
  return [{ ...screen, text: [...factText(order, fact, steps), screen.text] }];
}

/** The order on the table, or the one that was just placed; else the one that is spoken of. */
async function orderMeant(turn: Turn, fact: OrderFact): Promise<Order | undefined> {
  const { focus, shop, person, chat, text } = turn;
  if (await shop.checkout.current(person.id, chat.id)) return undefined;
  const orders = await findOrders(turn, ['shipped', 'accepted', 'placed', 'delivered', 'cancelled']);
  const named = findNamedOrder(turn, orders);
  const onTable = orders.find(({ id }) => id === focus.order) ?? (focus.card ? newest(orders) : undefined);
  if (!named && (await isOfOtherGoods(turn, onTable))) return undefined;
  if (fact === 'cost' && isOfOtherSum(text, named ?? onTable, named ? [] : orders)) return undefined;
  if (onTable) return named ?? onTable;
  const isOfOrder = ONLY_OF_ORDERS.has(fact) || saysBought(text);
  return isOfOrder ? (named ?? pickOrder(turn, orders)) : undefined;
}

/** 一共花了多少, with two orders; 我付了多少, with one that is not paid: the total of one order is not that. */
const isOfOtherSum = (text: string, order: Order | undefined, orders: readonly Order[]): boolean =>
  (asksOfAll(text) && orders.filter(({ fulfilment }) => fulfilment !== 'cancelled').length > 1) ||
  (asksWhatWasPaid(text) && order !== undefined && order.payment !== 'paid');

/** Nobody asks them of anything that has not been ordered. */
const ONLY_OF_ORDERS: ReadonlySet<OrderFact> = new Set(['number', 'sent', 'ordered']);

const newest = (orders: readonly Order[]): Order | undefined =>
  orders.toSorted((a, b) => b.placedAt.getTime() - a.placedAt.getTime())[0];

/** 核桃是谁家的, with an order of apples on the table. */
async function isOfOtherGoods(turn: Turn, order: Order | undefined): Promise<boolean> {
  const id = await namedProduct({ ...turn, focus: {} });
  return (
    id !== undefined && !order?.lines.some((line) => line.productId === id || mentionsLine(line, turn.text))
  );
}

function factText(order: Order, fact: OrderFact, steps: readonly OrderStep[]): Text[] {
  const { number } = order;
  switch (fact) {
    case 'courier':
    case 'number':
      return [courierText(order)];
    case 'sent':
      return [sentText(order, steps)];
    case 'cost':
      return [say('order-fact-cost', { number, total: moneyValue(order.total) })];
    case 'seller':
      return [say('order-fact-seller', { number, seller: productSeller(order) })];
    case 'place':
      return order.way === 'pickup' ? [say('order-fact-pickup', { number })] : [];
    case 'ordered':
      return [say('order-fact-ordered', { number, at: { time: order.placedAt } })];
  }
}

function courierText({ number, way, fulfilment, courier, trackingNumber }: Order): Text {
  if (way !== 'express') return say(way === 'pickup' ? 'order-fact-pickup' : 'order-fact-local', { number });
  const known = findCourier(courier);
  if (trackingNumber) {
    const values = { number, tracking: trackingNumber };
    return known
      ? say('order-fact-courier', { ...values, courier: courierName(known) })
      : say('order-fact-tracking', values);
  }
  const isSent = fulfilment === 'shipped' || fulfilment === 'delivered';
  return say(isSent ? 'order-fact-no-number' : 'order-fact-not-sent', { number });
}

function sentText({ number, way }: Order, steps: readonly OrderStep[]): Text {
  const sent = steps.findLast(({ change }) => change === 'shipped');
  if (!sent) return say('order-fact-unsent', { number });
  return say(way === 'pickup' ? 'order-fact-ready-at' : 'order-fact-sent-at', {
    number,
    at: { time: sent.at },
  });
}
