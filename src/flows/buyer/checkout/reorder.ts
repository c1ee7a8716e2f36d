import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, type ReplyPart, say } from '../../../chat/dsl/screen.ts';
import type { OrderId } from '../../../db/ids.ts';
import { isAmount } from '../../../shop/values/quantity.ts';
import { flow, type Turn } from '../../flow.ts';
import { cancelledNotice, restoredNotice } from '../../screens/orders/order-notice.ts';
import { orderScreen } from '../../screens/orders/order-screen.ts';
import { homeButton, productName } from '../../screens/values.ts';
import { cardScreen, isCard } from './checkout-open.ts';

/** Restoring a cancelled order, changing it, ordering the same again. */
export const reorderFlow = flow('after', {
  taps: {
    'restore/:order': restore,
    'change/:order': change,
    'reorder/:order': reorder,
    'amend/:order/:product/:quantity': amend,
  },
});

async function restore(turn: Turn<'order'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const end = await shop.orderRestore.restore(person.id, params.order);
  if (end.ok) {
    const order = await shop.orders.bought(person.id, params.order);
    if (!order) return notFound;
    return [{ toast: say('restored-toast') }, orderScreen(order), ...(await restoredNotice(shop, order))];
  }
  const why =
    'line' in end.refusal
      ? say(`restore-${end.refusal.code}`, { title: productName(end.refusal.line) })
      : say(`restore-${end.refusal.code}`);
  return [{ text: why, buttons: [[againButton(params.order), homeButton]], fresh: true }];
}

const notFound: Reply = [{ text: say('order-not-found'), buttons: [[homeButton]] }];

export const againButton = (order: OrderId): Button => ({
  label: say('order-again'),
  tap: tap('reorder/:order', { order }),
});

/** Takes the order back and opens its goods on a new card: nothing is ordered until that is confirmed. */
async function change(turn: Turn<'order'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const end = await shop.orders.cancel(person.id, params.order);
  if (!end) return notFound;
  if (!end.isDone) return [{ toast: say('order-cannot-cancel') }, orderScreen(end.order)];
  return [
    { text: say('change-begun', { number: end.order.number }), fresh: true },
    ...(await sameOnCard(turn)),
    ...(await cancelledNotice(shop, end.order)),
  ];
}

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

const freshly = (part: ReplyPart): ReplyPart => ('text' in part ? { ...part, fresh: true } : part);

function reorder(turn: Turn<'order'>): Promise<Reply> {
  return sameOnCard(turn);
}

/** The same goods at current prices on a card; names what is no longer sold. */
export async function sameOnCard(turn: Turn<'order'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const end = await shop.orderRestore.again(person.id, params.order);
  if (!end) return notFound;
  const gone = end.missing.map((line) => say('again-missing', { title: productName(line) }));
  const card = (await cardScreen(turn)).map(freshly);
  return gone.length > 0 ? [{ text: gone, fresh: true }, ...card] : card;
}
