import { tap } from '../../../chat/dsl/action.ts';
import {
  type Button,
  type Message,
  type ReplyPart,
  type Screen,
  say,
  type Text,
} from '../../../chat/dsl/screen.ts';
import type { OrderId } from '../../../db/ids.ts';
import { isHeldForSeller, type Order, type OrderLine } from '../../../shop/fulfilment/orders.ts';
import { awaitsMoney } from '../../../shop/orders/order.ts';
import type { ShippingMethod } from '../../../shop/shipping/rates.ts';
import type { Shop } from '../../../shop/shop.ts';
import { moneyValue, orderRecipientText } from '../values.ts';
import { acceptAllRow } from './accept-all-button.ts';
import { linePictures } from './order-goods.ts';
import { packedBackText, packedLineText } from './packed-text.ts';
import { shippingState, shippingText } from './shipping-text.ts';
import { trackingButtons, trackingText } from './tracking-text.ts';

/** Notices of an order for all chats of the seller's members. */
export async function newOrderNotice(shop: Shop, order: Order): Promise<ReplyPart[]> {
  const screen = soldScreen(order);
  const all = await acceptAllRow(shop, order.sellerId, order.placedAt);
  return [
    {
      to: await shop.sellers.chats(order.sellerId),
      screen: { ...screen, buttons: [...all, ...(screen.buttons ?? [])], fresh: true },
    },
  ];
}

export async function cancelledNotice(shop: Shop, order: Order): Promise<ReplyPart[]> {
  const text = say('sold-cancelled-notice', { number: order.number });
  return [{ to: await shop.sellers.chats(order.sellerId), screen: { text, fresh: true } }];
}

/** The buyer has changed an order: another of the same seller's has taken its place, or it is off. */
export async function replacedNotice(
  shop: Shop,
  order: Order,
  now: { readonly number: string } | undefined,
): Promise<ReplyPart[]> {
  if (!now) return cancelledNotice(shop, order);
  const text = say('sold-replaced-notice', { number: order.number, now: now.number });
  return [{ to: await shop.sellers.chats(order.sellerId), screen: { text, fresh: true } }];
}

export const restoredNotice = (shop: Shop, order: Order): Promise<ReplyPart[]> =>
  noticeAbove(shop, order, 'sold-restored-notice');

/** The buyer has changed where an order goes. */
export async function readdressedNotice(shop: Shop, order: Order): Promise<ReplyPart[]> {
  const notices = say('sold-readdressed', { number: order.number });
  const { text, buttons } = soldScreen(order);
  const screen = { text: [notices, text], ...(buttons && { buttons }), fresh: true };
  return [{ to: await shop.sellers.chats(order.sellerId), screen }];
}

/** The village's account has the money: the order can be accepted. */
export const paidNotice = (shop: Shop, order: Order): Promise<ReplyPart[]> =>
  noticeAbove(shop, order, 'sold-invoice-paid');

async function noticeAbove(shop: Shop, order: Order, key: string): Promise<ReplyPart[]> {
  const { text, buttons } = soldScreen(order);
  const notice = say(key, { number: order.number });
  const screen = { text: [notice, text], ...(buttons && { buttons }), fresh: true };
  return [{ to: await shop.sellers.chats(order.sellerId), screen }];
}

export const soldExpiredScreen = ({ number, payment }: Order): Screen => ({
  text: say(payment === 'none' ? 'sold-unaccepted-notice' : 'sold-expired-notice', { number }),
});

/** The seller's view of an order, with what can be done next. */
export function soldScreen(order: Order): Screen {
  const { number, dueAt, note } = order;
  const text: Text[] = [
    say('sold-title', { number, state: sellerState(order) }),
    ...order.lines.flatMap(packedLineText),
    shippingText(order),
    say('card-total', { total: moneyValue(order.total) }),
    ...packedBackText(order),
    ...paymentText(order),
    ...(isHeldForSeller(order) && dueAt
      ? [say('sold-newcomer'), say('sold-until', { until: { time: dueAt } })]
      : []),
    ...(awaitsMoney(order) && dueAt ? [say('sold-due', { until: { time: dueAt } })] : []),
    ...(order.payment === 'proof-sent' && dueAt ? [say('sold-proof-until', { until: { time: dueAt } })] : []),
    ...trackingText(order),
    ...orderRecipientText(order),
    ...(note ? [say('note-line', { note })] : []),
  ];
  return {
    text,
    focus: { order: order.id },
    pictures: linePictures(order),
    buttons: [
      ...actsOn(order),
      ...trackingButtons(order),
      [
        { label: say('talk-write-buyer'), tap: tap('talk-of/:order', { order: order.id }) },
        ...(order.fulfilment === 'accepted' ? [cancelButton(order)] : []),
        { label: say('sold-all'), tap: tap('sold/:page', { page: 0 }) },
      ],
    ],
  };
}

const cancelButton = ({ id }: Order): Button => ({
  label: say('sold-cancel'),
  tap: tap('sold-cancel/:order', { order: id }),
});

/** Where an order is, to its seller: what waits for them, and what they did. */
export function sellerState(order: Pick<Order, 'fulfilment' | 'payment' | 'way'>): Message {
  const { fulfilment, payment, way } = order;
  switch (fulfilment) {
    case 'placed':
      return say(
        awaitsMoney(order) || payment === 'proof-sent' ? `sold-state-${payment}` : 'sold-state-placed',
      );
    case 'accepted':
    case 'declined':
      return say(`sold-state-${fulfilment}`);
    case 'shipped':
      return way === 'pickup' ? say('sold-state-ready') : shippingState(order);
    case 'delivered':
    case 'cancelled':
    case 'expired':
      return shippingState(order);
  }
}

/** Nobody waits for the money of an order that was cancelled or has expired. */
const paymentText = ({ fulfilment, payment, recipient }: Order): Text[] =>
  payment === 'due' && fulfilment !== 'placed'
    ? []
    : [say(`sold-payment-${payment}`, { name: recipient?.name ?? say('sold-buyer') })];

/** What is sold by the piece is counted, not put on a scale. */
export const isWeighed = ({ measure }: Pick<OrderLine, 'measure'>): boolean => measure !== 'COUNT';

function actsOn(order: Order): Button[][] {
  const { id, fulfilment, payment, way, lines } = order;
  const decline: Button = {
    label: say('sold-decline'),
    tap: tap('decline/:order', { order: id }),
    tone: 'danger',
  };
  const waitsForMoney = payment === 'due' || payment === 'proof-sent';
  if (fulfilment === 'placed' && waitsForMoney) {
    return [[{ label: say('sold-paid'), tap: tap('money/:order', { order: id }), tone: 'success' }, decline]];
  }
  switch (fulfilment) {
    case 'placed':
      return [
        [{ label: say('sold-accept'), tap: tap('accept/:order', { order: id }), tone: 'success' }, decline],
      ];
    case 'accepted':
      return [
        [
          ...(lines.some(isWeighed)
            ? [{ label: say('weigh'), tap: tap('weigh/:order', { order: id }) }]
            : []),
          { label: say('sticker-button'), tap: tap('sticker/:order', { order: id }) },
          sendButton(id, way),
        ],
      ];
    case 'shipped':
      return [
        [
          {
            label: say(way === 'pickup' ? 'sold-picked-up' : 'sold-delivered'),
            tap: tap('delivered/:order', { order: id }),
          },
        ],
        ...(way === 'express' ? [parcelButtons(order)] : []),
      ];
    case 'expired':
      return waitsForMoney ? [[{ label: say('sold-paid'), tap: tap('money/:order', { order: id }) }]] : [];
    case 'delivered':
    case 'declined':
    case 'cancelled':
      return [];
  }
}

/** Only a parcel has a number to ask for. */
function sendButton(order: OrderId, way: ShippingMethod): Button {
  const isParcel = way === 'express';
  return {
    label: say(isParcel ? 'sold-ship' : `sold-send-${way}`),
    tap: isParcel ? tap('ship/:order', { order }) : tap('shipped/:order', { order }),
    tone: 'primary',
  };
}

const parcelButtons = ({ id, trackingNumber, waybill }: Order): Button[] => [
  { label: say(trackingNumber ? 'ship-change' : 'ship-add'), tap: tap('ship/:order', { order: id }) },
  ...(waybill ? [{ label: say('slip-see'), tap: tap('slip/:order', { order: id }) }] : []),
];
