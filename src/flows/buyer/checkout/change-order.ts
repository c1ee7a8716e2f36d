import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, say } from '../../../chat/dsl/screen.ts';
import type { CheckoutId } from '../../../db/ids.ts';
import type { PaymentMethod } from '../../../shop/checkout/card.ts';
import type { Order } from '../../../shop/fulfilment/orders.ts';
import { isAmount } from '../../../shop/values/quantity.ts';
import { flow, type Turn } from '../../flow.ts';
import { freshly } from '../../screens/messages/freshly.ts';
import { orderScreen } from '../../screens/orders/order-screen.ts';
import { tooLargeScreen } from './checkout-card.ts';
import { cardScreen, isCard, showCard } from './checkout-open.ts';
import { missingText, notFound } from './reorder.ts';

// An order that nobody has accepted is changed on a card of its own: it stands until that card is confirmed.

export const changeOrder = flow('change-order', {
  taps: {
    'change/:order': change,
    'amend/:order/:product/:quantity': amend,
    'unchange/:order': keep,
  },
});

/** Opens the order's goods on a card that takes its place; what was in the cart is put aside. */
async function change(turn: Turn<'order'>): Promise<Reply> {
  const { shop, person, chat, params } = turn;
  const order = await shop.orders.bought(person.id, params.order);
  if (!order) return notFound;
  if (order.fulfilment !== 'placed') return [{ toast: say('order-cannot-cancel') }, orderScreen(order)];
  const current = await shop.checkout.current(person.id, chat.id);
  if (current?.replaces?.id === order.id) return showCard(turn, current);
  const aside = await shop.cart.empty(person.id, chat.id);
  const again = await shop.orderRestore.again(person.id, order.id);
  const missing = (again?.missing ?? []).map(missingText);
  const begun = say('change-begun', { number: order.number });
  return [
    { text: [begun, ...missing], buttons: asideRow(aside), fresh: true },
    ...(await openCard(turn, order)).map(freshly),
  ];
}

/** The order as it stands, to be changed. */
async function openCard(turn: Turn<string>, order: Order): Promise<Reply> {
  const { shop, person, chat } = turn;
  const lines = await shop.cart.lines(person.id);
  if (lines.length === 0) return [orderScreen(order)];
  const { recipient, note, sellerId, way, payment } = order;
  const sellerOrders = [{ sellerId, way }];
  const payBy: PaymentMethod = payment === 'none' ? 'delivery' : await paidBy(turn);
  const replaces = { id: order.id, number: order.number };
  const card = { payBy, recipient, note, sellerOrders, replaces };
  const opened = await shop.checkout.open(person.id, chat.id, card, lines);
  return opened.ok ? showCard(turn, opened.card) : [tooLargeScreen];
}

/** Of an order that is paid first. */
async function paidBy({ shop, person }: Turn<string>): Promise<'transfer' | 'invoice'> {
  return (await shop.checkout.lastPayBy(person.id)) === 'invoice' ? 'invoice' : 'transfer';
}

/** What was in the cart before, with one tap. */
const asideRow = (kept: CheckoutId | undefined): Button[][] =>
  kept ? [[{ label: say('change-aside'), tap: tap('refill/:kept', { kept }) }]] : [];

/** The same with one amount changed: 改成3斤, after the order. */
async function amend(turn: Turn<'order' | 'product' | 'quantity'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const quantity = Number(params.quantity);
  const begun = await change(turn);
  const isOpen = (await shop.cart.lines(person.id)).some(({ product }) => product.id === params.product);
  if (!isOpen || !isAmount(quantity)) return begun;
  await shop.cart.set(person.id, params.product, quantity);
  return [...begun.filter((part) => !isCard(part)), ...(await cardScreen(turn)).map(freshly)];
}

/** Nothing is changed after all. */
async function keep(turn: Turn<'order'>): Promise<Reply> {
  const { shop, person, chat, params } = turn;
  const order = await shop.orders.bought(person.id, params.order);
  if (!order) return notFound;
  if (await shop.checkout.endChange(person.id, chat.id)) await shop.cart.empty(person.id, chat.id);
  const screen = orderScreen(order);
  return [{ ...screen, text: [say('change-ended', { number: order.number }), screen.text], fresh: true }];
}
