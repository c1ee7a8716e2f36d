import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import { idShape, type MediaId, type OrderId } from '../../../db/ids.ts';
import { readOrderActs } from '../../../nlu/acts/seller/orders/order-act.ts';
import { isForBuyer } from '../../../nlu/acts/seller/orders/reply-act.ts';
import { readSeller } from '../../../nlu/read.ts';
import type { Order } from '../../../shop/fulfilment/orders.ts';
import type { Parcel } from '../../../shop/fulfilment/shipments.ts';
import { findCourier, likelyCouriers, parseTracking } from '../../../shop/shipping/couriers.ts';
import { flow, type Turn } from '../../flow.ts';
import { soldScreen } from '../../screens/orders/order-notice.ts';
import { courierName, trackingButtons, trackingText } from '../../screens/orders/tracking-text.ts';
import { homeButton, inRows } from '../../screens/values.ts';
import { afterAct, notYours } from './orders-after.ts';

/** Shipping an order: tracking number as text or under a photo of the waybill, and courier. */
export const sending = flow('seller-ship', {
  taps: {
    'ship/:order': askNumber,
    'shipped/:order': shipWithout,
    'slipped/:order/:slip': shipWithWaybill,
    'carried/:order/:courier': carriedBy,
    'slip/:order': showWaybill,
    'ship-now/:order': shipNow,
    'shipped-as/:order/:number': shippedAs,
  },
  answers: {
    tracking: {
      data: z.object({ order: idShape<OrderId>(), slip: idShape<MediaId>().optional() }),
      takesPhotos: true,
      read: readNumber,
    },
  },
});

async function askNumber({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  const order = await shop.orders.sold(person.id, params.order);
  if (!order) return [notYours];
  return [maySend(order) ? numberScreen(order) : soldScreen(order)];
}

/** Changes the tracking number of a shipped order. */
const maySend = ({ fulfilment }: Order): boolean => fulfilment === 'accepted' || fulfilment === 'shipped';

function numberScreen({ id, number, fulfilment, trackingNumber }: Order): Screen {
  const without: Button = { label: say('ship-without'), tap: tap('shipped/:order', { order: id }) };
  const shown = { asks: ask('tracking', { order: id }), fresh: true, focus: { order: id } };
  if (fulfilment === 'shipped')
    return { text: say(trackingNumber ? 'ship-ask-again' : 'ship-ask-late', { number }), ...shown };
  return { text: say('ship-ask', { number }), buttons: [[without]], ...shown };
}

/** Reads a tracking number, a photo of the waybill, or both, in one message or two. */
async function readNumber(
  turn: Turn,
  data: { order: OrderId; slip?: MediaId | undefined },
): Promise<Reply | undefined> {
  const [photo] = turn.photos;
  if (!photo && !parseTracking(turn.text) && saysElse(turn.text)) return undefined;
  const slipId = photo ? await turn.keepPhoto(photo, 'few') : data.slip;
  const found = parseTracking(turn.text);
  if (found) {
    const { number, courier } = found;
    return ship(turn, data.order, { number, courier: courier?.code, slipId });
  }
  const asks = ask('tracking', { order: data.order, ...(slipId && { slip: slipId }) });
  if (!photo || !slipId) return [{ text: say('ship-unclear'), asks, isMiss: true }];
  const to = tap('slipped/:order/:slip', { order: data.order, slip: slipId });
  return [{ text: say('ship-slip-kept'), buttons: [[{ label: say('ship-slip-only'), tap: to }]], asks }];
}

/** A-0012 接了, 告诉她明天到, 核桃卖了5斤: no answer to the question for a number. */
function saysElse(text: string): boolean {
  const { title, price, stock } = readSeller(text);
  const isOffer = title !== null && (price !== null || stock !== null);
  return isOffer || isForBuyer(text) || readOrderActs(text).some(({ does }) => does !== 'ship');
}

/** Reads a tracking number for an order from a text or a waybill photo's caption; undefined where there is none. */
export async function takeParcel(turn: Turn, order: Order, rest: string): Promise<Reply | undefined> {
  const found = parseTracking(rest);
  if (!found) return undefined;
  await acceptFirst(turn, order);
  const now = await turn.shop.orders.sold(turn.person.id, order.id);
  if (!now || !maySend(now)) return [soldScreen(now ?? order)];
  const slipId = turn.photos[0] && (await turn.keepPhoto(turn.photos[0], 'few'));
  return ship(turn, order.id, { number: found.number, courier: found.courier?.code, slipId });
}

/** What is sent was taken on, though nobody said so. */
export async function acceptFirst({ shop, person }: Turn<string>, { id, fulfilment }: Order): Promise<void> {
  if (fulfilment === 'placed') await shop.orders.accept(person.id, id);
}

/** Sent, with the tracking number where the words have one. */
export async function shipAs(turn: Turn<string>, order: Order, words: string): Promise<Reply> {
  await acceptFirst(turn, order);
  const found = parseTracking(words);
  return ship(turn, order.id, found ? { number: found.number, courier: found.courier?.code } : {});
}

async function shipNow(turn: Turn<'order'>): Promise<Reply> {
  const order = await turn.shop.orders.sold(turn.person.id, turn.params.order);
  if (!order) return [notYours];
  await acceptFirst(turn, order);
  return order.way === 'express' ? askNumber(turn) : ship(turn, order.id, {});
}

async function shippedAs(turn: Turn<'order' | 'number'>): Promise<Reply> {
  const order = await turn.shop.orders.sold(turn.person.id, turn.params.order);
  return order ? shipAs(turn, order, turn.params.number) : [notYours];
}

function shipWithout(turn: Turn<'order'>): Promise<Reply> {
  return ship(turn, turn.params.order, {});
}

function shipWithWaybill(turn: Turn<'order' | 'slip'>): Promise<Reply> {
  return ship(turn, turn.params.order, { slipId: turn.params.slip });
}

async function ship({ shop, person }: Turn<string>, orderId: OrderId, parcel: Parcel): Promise<Reply> {
  const end = await shop.shipments.ship(person.id, orderId, parcel);
  if (!end.ok) return [end.refusal === 'photo-of-another' ? photoOfAnother : notYours];
  const key = end.order.way === 'pickup' ? 'order-ready-notice' : 'order-shipped-notice';
  const reply = afterAct(end, { key, photo: parcel.slipId });
  const isAsked = end.isDone && parcel.number && !parcel.courier;
  return isAsked ? [...reply, whichCourier(end.order)] : reply;
}

const photoOfAnother: Screen = { text: say('slip-of-another'), buttons: [[homeButton]] };

/** Asks for the courier where the number does not tell it; the order is shipped already. */
function whichCourier({ id, trackingNumber }: Order): Screen {
  const buttons = likelyCouriers(trackingNumber ?? '').map(
    (one): Button => ({
      label: say('courier-button', { courier: courierName(one) }),
      tap: tap('carried/:order/:courier', { order: id, courier: one.code }),
    }),
  );
  return { text: say('courier-ask'), buttons: inRows(buttons, 3), fresh: true };
}

async function carriedBy({ shop, person, params }: Turn<'order' | 'courier'>): Promise<Reply> {
  const end = await shop.shipments.carriedBy(person.id, params.order, params.courier);
  const courier = findCourier(params.courier);
  if (!end.ok || !courier) return [notYours];
  const seen = { text: say('courier-noted', { courier: courierName(courier) }), buttons: [[homeButton]] };
  if (!end.isDone) return [seen];
  const { order } = end;
  const notices = say('courier-news', { number: order.number, courier: courierName(courier) });
  const text = [notices, ...trackingText(order)];
  return [seen, { to: [order.chatId], screen: { text, buttons: trackingButtons(order), fresh: true } }];
}

async function showWaybill({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  const order = await shop.orders.sold(person.id, params.order);
  if (!order) return [notYours];
  const { id, number, waybill } = order;
  const back: Button = { label: say('back'), tap: tap('sale/:order', { order: id }) };
  const text = say(waybill ? 'slip-of' : 'slip-none', { number });
  return [{ text, photo: waybill, buttons: [[back]], fresh: true }];
}
