import { tap } from '../../../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say } from '../../../../chat/dsl/screen.ts';
import { readAct } from '../../../../nlu/acts/act.ts';
import { namesOrder, readUnwantedPart, withoutKept } from '../../../../nlu/acts/orders/order-said.ts';
import type { BuyerReading } from '../../../../nlu/reading.ts';
import type { Replaced } from '../../../../shop/checkout/card.ts';
import type { Order, OrderLine } from '../../../../shop/fulfilment/orders.ts';
import type { Turn } from '../../../flow.ts';
import { orderScreen } from '../../../screens/orders/order-screen.ts';
import { homeButton, moneyValue, productName } from '../../../screens/values.ts';
import { cartScreen } from '../../checkout/cart-screen.ts';
import { findNamedOrder, findOrders, isPointed, pickOrder } from '../../orders/find-orders.ts';
import { mentionsLine, namedAmong } from '../../orders/named-among.ts';
import { orders } from '../../orders/orders.ts';
import { withoutLines } from '../card/card-words.ts';
import { aboutOrder } from './about-order.ts';

// "Where are my goods", "I do not want them any more": answered with that order, not with a list.

/** The order that is on its way, with its steps; the one with the goods that were named, where any were. */
export async function statusAnswer(turn: Turn): Promise<Reply> {
  const open = await findOrders(turn, ['shipped', 'accepted', 'placed']);
  const order = pickOrder(turn, open);
  if (!order) return allOrders(turn);
  const screen = orderScreen(order, await turn.shop.timeline(order.id));
  const others = open.length > 1 ? [say('orders-more-open', { count: open.length - 1 })] : [];
  return [{ ...screen, text: [...others, screen.text] }];
}

/** 小米那单什么状态, what about the millet order?: the order with these goods, whatever became of it. */
export async function namedOrderAnswer(
  turn: Turn,
  { kind, lines }: BuyerReading,
): Promise<Reply | undefined> {
  const isAsked = kind === 'question' || kind === 'status' || kind === 'other' || kind === 'search';
  const isWanted = lines.some(({ quantity }) => quantity !== null);
  if (!isAsked || isWanted || !namesOrder(turn.text) || changesOrder(turn.text)) return undefined;
  const order = findNamedOrder(
    turn,
    await findOrders(turn, ['shipped', 'accepted', 'placed', 'delivered', 'cancelled']),
  );
  return order && [orderScreen(order, await turn.shop.timeline(order.id))];
}

/** What else is said of an order than how it stands: that it is wrong, late, or not wanted. */
const changesOrder = (text: string): boolean => {
  const act = readAct(text);
  return act !== undefined && !(act.is === 'topic' && act.topic === 'shipTime');
};

/** The order that can still be cancelled, with its button, or what its seller is to be asked; else the cart, where things can be taken out. */
export async function cancelAnswer(said: Turn): Promise<Reply> {
  // 苹果那单不要了，小米照发: what stays is not meant.
  const turn = { ...said, text: withoutKept(said.text) };
  const card = await turn.shop.checkout.current(turn.person.id, turn.chat.id);
  if (card?.replaces) return [changeOrCancel(card.replaces)];
  const open = await findOrders(turn, ['placed', 'accepted', 'shipped', 'delivered']);
  const lines = await turn.shop.cart.lines(turn.person.id);
  const isInCart = lines.some(({ product }) => mentionsLine(product, turn.text));
  const order = pickOrder(turn, open);
  if (lines.length > 0 && (isInCart || !order)) return [cartScreen(lines)];
  const placed = open.filter(({ fulfilment }) => fulfilment === 'placed');
  if (placed.length > 1 && !isPointed(turn, placed)) return [whichCancel(placed)];
  if (!order) return allOrders(turn);
  const part = order.fulfilment === 'placed' ? unwantedPart(order, turn.text) : [];
  if (part.length > 0) return withoutPart(turn, order, part);
  if (order.fulfilment === 'placed' || order.fulfilment === 'delivered') {
    const isOpen = order.fulfilment === 'placed';
    const screen = orderScreen(order, await turn.shop.timeline(order.id));
    const yes = isOpen ? tap('cancel/:order', { order: order.id }) : undefined;
    return [{ ...screen, text: [say(isOpen ? 'cancel-this' : 'cancel-arrived'), screen.text], yes }];
  }
  // The seller is at it: only they can still take it back.
  return [await aboutOrder(turn, order, say('cancel-too-late'), { label: say('cancel-ask-seller') })];
}

/** 刚才那单的柿叶茶不要了: some of what is in the order; where its other goods are spoken of too, it is not certain what goes. */
function unwantedPart({ lines }: Order, text: string): readonly OrderLine[] {
  const said = readUnwantedPart(text);
  const named = said ? namedAmong(lines, said.part, (line) => line) : [];
  const others = said ? lines.filter((line) => mentionsLine(line, said.rest)) : [];
  return named.length < lines.length && others.length === 0 ? named : [];
}

/** The order on a card of its own, without these; nothing changes before that is confirmed. */
async function withoutPart(turn: Turn, order: Order, part: readonly OrderLine[]): Promise<Reply> {
  const begun = (await turn.press(tap('change/:order', { order: order.id }))) ?? [];
  const lines = await turn.shop.cart.lines(turn.person.id);
  const out = lines.filter(({ product }) => part.some(({ productId }) => productId === product.id));
  return out.length > 0 && out.length < lines.length ? withoutLines(turn, out) : begun;
}

/** An order is being changed: the change may be given up, or the order. */
const changeOrCancel = ({ id, number }: Replaced): Screen => ({
  text: say('change-or-cancel', { number }),
  buttons: [
    [{ label: say('change-keep', { number }), tap: tap('unchange/:order', { order: id }), tone: 'primary' }],
    [{ label: say('order-cancel'), tap: tap('cancel/:order', { order: id }), tone: 'danger' }],
  ],
  focus: { order: id },
  fresh: true,
});

/** Two can still be cancelled: which is meant is asked, with what is in them. */
function whichCancel(orders: readonly Order[]): Screen {
  const buttons = orders.map((order): Button[] => [
    {
      label: say('cancel-one', {
        number: order.number,
        goods: order.lines[0] ? productName(order.lines[0]) : '',
        total: moneyValue(order.total),
      }),
      tap: tap('cancel/:order', { order: order.id }),
      tone: 'danger',
    },
  ]);
  return { text: say('cancel-which'), buttons: [...buttons, [homeButton]], fresh: true };
}

const allOrders = async (turn: Turn): Promise<Reply> =>
  (await orders.commands.orders?.({ ...turn, params: { rest: '' } })) ?? [];
