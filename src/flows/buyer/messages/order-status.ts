import { type Reply, say } from '../../../chat/dsl/screen.ts';
import { textOf } from '../../../reader/text.ts';
import type { Order } from '../../../shop/fulfilment/orders.ts';
import { areNamed } from '../../../shop/terms/search-terms.ts';
import type { Turn } from '../../flow.ts';
import { orderScreen } from '../../screens/order-screen.ts';
import { cartScreen } from '../checkout/cart-screen.ts';
import { orders } from '../orders/orders.ts';

// "Where are my goods", "I do not want them any more": answered with that order, not with a list.

/** The order that is on its way, with its steps; the one with the goods that were named, where any were. */
export async function statusAnswer(turn: Turn): Promise<Reply> {
  const open = await findOrders(turn, ['shipped', 'accepted', 'placed']);
  const order = open.find((one) => isAbout(one, turn.text)) ?? open[0];
  if (!order) return allOrders(turn);
  const screen = orderScreen(order, await turn.shop.timeline(order.id));
  const others = open.length > 1 ? [say('orders-more-open', { count: open.length - 1 })] : [];
  return [{ ...screen, text: [...others, screen.text] }];
}

/** The order that can still be cancelled, with its button; else the cart, where things can be taken out. */
export async function cancelAnswer(turn: Turn): Promise<Reply> {
  const open = await findOrders(turn, ['placed', 'accepted', 'shipped', 'delivered']);
  const lines = await turn.shop.cart.lines(turn.person.id);
  const isInCart = lines.some(({ product }) => isOf(product, turn.text));
  const order = open.find((one) => isAbout(one, turn.text)) ?? open[0];
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
  return [{ ...screen, text: [first, screen.text] }];
}

/** The newest orders in these states; those of the first state first. */
async function findOrders({ shop, person }: Turn, states: readonly Order['fulfilment'][]): Promise<Order[]> {
  const { items } = await shop.orders.boughtPage(person.id, 0);
  return states.flatMap((state) => items.filter(({ fulfilment }) => fulfilment === state));
}

const isAbout = (order: Order, text: string): boolean => order.lines.some((line) => isOf(line, text));

/** True where what was said has the goods' name in it: 核桃到哪了, `where are my walnuts`. */
function isOf({ title, titleEn }: { title: string; titleEn: string | null }, text: string): boolean {
  const said = textOf(text).plain;
  const han = said.match(/\p{Script=Han}{2}/gu) ?? [];
  const odd = said.slice(1).match(/\p{Script=Han}{2}/gu) ?? [];
  const latin = said.match(/[a-z]{3,}/g) ?? [];
  return [...han, ...odd, ...latin].some((part) => areNamed(part, title, titleEn));
}

const allOrders = async (turn: Turn): Promise<Reply> =>
  (await orders.commands.orders?.({ ...turn, params: { rest: '' } })) ?? [];
