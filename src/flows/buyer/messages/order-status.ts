import { tap } from '../../../chat/dsl/action.ts';
import { type Reply, say } from '../../../chat/dsl/screen.ts';
import { textOf } from '../../../reader/text.ts';
import type { Order } from '../../../shop/fulfilment/orders.ts';
import { readOrderNumber } from '../../../shop/orders/order-number.ts';
import { areNamed } from '../../../shop/terms/search-terms.ts';
import type { Turn } from '../../flow.ts';
import { orderScreen } from '../../screens/orders/order-screen.ts';
import { cartScreen } from '../checkout/cart-screen.ts';
import { orders } from '../orders/orders.ts';

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

/** The order that can still be cancelled, with its button; else the cart, where things can be taken out. */
export async function cancelAnswer(turn: Turn): Promise<Reply> {
  const open = await findOrders(turn, ['placed', 'accepted', 'shipped', 'delivered']);
  const lines = await turn.shop.cart.lines(turn.person.id);
  const isInCart = lines.some(({ product }) => mentionsLine(product, turn.text));
  const order = pickOrder(turn, open);
  if (lines.length > 0 && (isInCart || !order)) return [cartScreen(lines)];
  if (!order) return allOrders(turn);
  const screen = orderScreen(order, await turn.shop.timeline(order.id));
  const first = say(
    order.fulfilment === 'placed'
      ? 'cancel-this'
      : order.fulfilment === 'delivered'
        ? 'cancel-arrived'
        : 'cancel-too-late',
  );
  const yes = order.fulfilment === 'placed' ? tap('cancel/:order', { order: order.id }) : undefined;
  return [{ ...screen, text: [first, screen.text], yes }];
}

/** The newest orders in these states; those of the first state first. */
export async function findOrders(
  { shop, person }: Turn,
  states: readonly Order['fulfilment'][],
): Promise<Order[]> {
  const { items } = await shop.orders.boughtPage(person.id, 0);
  return states.flatMap((state) => items.filter(({ fulfilment }) => fulfilment === state));
}

/** By its number, its goods, or what is on the table; else the newest that fits. */
export function pickOrder({ text, focus }: Turn, orders: readonly Order[]): Order | undefined {
  const number = readOrderNumber(/\b[a-z]{1,2}-?\d{4}\b/i.exec(text)?.[0] ?? '');
  const numbered = number && orders.find((one) => one.number === number);
  const meant = numbered || orders.find((one) => isAbout(one, text));
  return meant || orders.find(({ id }) => id === focus.order) || orders[0];
}

const isAbout = (order: Order, text: string): boolean => order.lines.some((line) => mentionsLine(line, text));

/** True where what was said has the goods' name in it: 核桃到哪了, `where are my walnuts`. */
export function mentionsLine(
  { title, titleEn }: { title: string; titleEn: string | null },
  text: string,
): boolean {
  const said = textOf(text).plain;
  const han = said.match(/\p{Script=Han}{2}/gu) ?? [];
  const odd = said.slice(1).match(/\p{Script=Han}{2}/gu) ?? [];
  const latin = said.match(/[a-z]{3,}/g) ?? [];
  return [...han, ...odd, ...latin].some((part) => areNamed(part, title, titleEn));
}

/** Also by the last sign of a name alone: 枣 for 红枣, `dates` for `Red dates`. */
export function isAboutTail(line: { title: string; titleEn: string | null }, text: string): boolean {
  const tail = /\p{Script=Han}(?=[^\p{Script=Han}]*$)/u.exec(line.title)?.[0];
  return mentionsLine(line, text) || (tail !== undefined && text.includes(tail));
}

const allOrders = async (turn: Turn): Promise<Reply> =>
  (await orders.commands.orders?.({ ...turn, params: { rest: '' } })) ?? [];
