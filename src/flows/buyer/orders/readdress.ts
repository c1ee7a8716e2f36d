import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import { idShape, type OrderId } from '../../../db/ids.ts';
import { readReaddress } from '../../../nlu/acts/orders/delivery/readdress.ts';
import { type Recipient, recipientShape } from '../../../shop/customers/addresses.ts';
import type { Order } from '../../../shop/fulfilment/orders.ts';
import { flow, type Turn } from '../../flow.ts';
import { readdressedNotice } from '../../screens/orders/order-notice.ts';
import { orderScreen } from '../../screens/orders/order-screen.ts';
import { homeButton, recipientText } from '../../screens/values.ts';
import { parseGiven } from '../checkout/address.ts';
import { findOrders, pickOrder } from './find-orders.ts';

const data = z.object({ order: idShape<OrderId>(), recipient: recipientShape });
type Wish = z.infer<typeof data>;

/** Another address for an order that was placed: one tap, and the seller is told. */
export const readdressing = flow('readdress', {
  taps: { 'readdress/:order': change },
  // Whatever is said next is no answer: the question waits for its button alone.
  answers: { readdress: { data, read: () => undefined } },
});

/** 地址写错了，改成…, after the order: asked once, for the order that is meant. */
export async function readdressAnswer(turn: Turn): Promise<Reply | undefined> {
  const { shop, person, chat, text } = turn;
  const wish = readReaddress(text);
  if (wish === undefined || (await shop.checkout.current(person.id, chat.id))) return undefined;
  const given = parseGiven(wish, ['address', 'phone']);
  const [newest, ...others] = [
    ...(await findOrders(turn, ['placed', 'accepted'])),
    ...(await findOrders(turn, ['shipped'])),
  ];
  const order = newest && pickOrder(turn, [newest, ...others]);
  if (!order?.recipient) return undefined;
  if (order.fulfilment === 'shipped') return [tooLate(order)];
  if (!given.address && !given.phone) return [whereTo(order)];
  const recipient = recipientShape.safeParse({ ...order.recipient, place: undefined, ...named(given) }).data;
  return recipient && askReaddress(order, recipient);
}

/** Whether an order goes to `recipient` instead; what is on its way is not stopped. */
export const askReaddress = (order: Order, recipient: Recipient): Reply => [
  order.fulfilment === 'shipped' ? tooLate(order) : confirmScreen(order, recipient),
];

/** A name is taken only beside a phone or a street of its own. */
const named = ({ name, phone, address }: ReturnType<typeof parseGiven>) => ({
  ...(address && { address }),
  ...(phone && { phone }),
  ...(name && phone && address && { name }),
});

const writeButton = ({ id }: Order): Button => ({
  label: say('talk-write-seller'),
  tap: tap('talk-of/:order', { order: id }),
});

const tooLate = (order: Order): Screen => ({
  text: say('readdress-too-late', { number: order.number }),
  buttons: [[writeButton(order), homeButton]],
  focus: { order: order.id },
  fresh: true,
});

const whereTo = (order: Order): Screen => ({
  text: say('readdress-where', { number: order.number }),
  buttons: [[writeButton(order), homeButton]],
  focus: { order: order.id },
  fresh: true,
});

function confirmScreen(order: Order, recipient: Recipient): Screen {
  const action = tap('readdress/:order', { order: order.id });
  return {
    text: [say('readdress-ask', { number: order.number }), recipientText(recipient)],
    buttons: [[{ label: say('readdress-yes'), tap: action, tone: 'primary' }], [homeButton]],
    asks: ask('readdress', { order: order.id, recipient } satisfies Wish),
    focus: { order: order.id },
    yes: action,
    fresh: true,
  };
}

async function change(turn: Turn<'order'>): Promise<Reply> {
  const { shop, person, params, asking } = turn;
  const wish = asking?.step === 'readdress' ? data.safeParse(asking.data).data : undefined;
  const order = await shop.orders.bought(person.id, params.order);
  if (!order) return [{ text: say('order-not-found'), buttons: [[homeButton]] }];
  if (wish?.order !== order.id) return [orderScreen(order)];
  const end = await shop.orders.readdress(person.id, order.id, wish.recipient);
  if (!end.ok)
    return end.refusal === 'too-late'
      ? [tooLate(order)]
      : [{ text: say(`readdress-${end.refusal}`), buttons: [[writeButton(order), homeButton]], fresh: true }];
  return [
    { text: say('readdress-done', { number: order.number }), fresh: true },
    orderScreen(end.order),
    ...(await readdressedNotice(shop, end.order)),
  ];
}
