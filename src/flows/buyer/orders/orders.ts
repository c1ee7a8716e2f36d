import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import type { Acted, Order, OrderFilter } from '../../../shop/fulfilment/orders.ts';
import { flow, type Turn } from '../../flow.ts';
import { packWords, unpackWords } from '../../screens/links/packed-words.ts';
import { linePictures, orderGoodsText } from '../../screens/orders/order-goods.ts';
import { cancelledNotice } from '../../screens/orders/order-notice.ts';
import { orderScreen, orderStateText } from '../../screens/orders/order-screen.ts';
import { homeButton, moneyValue, pager, parsePage, productSeller } from '../../screens/values.ts';

/** A buyer's orders. */
export const orders = flow('orders', {
  commands: { orders: showFirst },
  taps: {
    'orders/:page': showPage,
    'orders/:state/:page': showPart,
    'orders-find/:words/:page': showFoundPage,
    'order/:order': showOne,
    'cancel/:order': cancel,
    'received/:order': received,
  },
});

/** `/orders` shows all, `/orders 核桃` those with walnuts. */
function showFirst(turn: Turn<'rest'>): Promise<Reply> {
  const words = turn.params.rest.trim();
  return words === '' ? showPage({ ...turn, params: { page: '0' } }) : showFound(turn, words, 0);
}

function showPage(turn: Turn<'page'>): Promise<Reply> {
  return list(turn, parsePage(turn.params.page), {}, (page) => tap('orders/:page', { page }));
}

/** Those that are on their way, or those that are done with. */
function showPart(turn: Turn<'state' | 'page'>): Promise<Reply> {
  const is = turn.params.state === 'done' ? 'done' : 'open';
  const to = (page: number): string => tap('orders/:state/:page', { state: is, page });
  return list(turn, parsePage(turn.params.page), { is }, to);
}

function showFoundPage(turn: Turn<'words' | 'page'>): Promise<Reply> {
  return showFound(turn, unpackWords(turn.params.words), parsePage(turn.params.page));
}

function showFound(turn: Turn<string>, words: string, page: number): Promise<Reply> {
  const to = (other: number): string =>
    tap('orders-find/:words/:page', { words: packWords(words), page: other });
  return list(turn, page, { words }, to);
}

async function list(
  { shop, person }: Turn<string>,
  wanted: number,
  filter: OrderFilter,
  to: (page: number) => string,
): Promise<Reply> {
  const page = await shop.orders.boughtPage(person.id, wanted, filter);
  if (page.items.length === 0) return [noOrders(filter)];
  return [
    {
      text: filter.words === undefined ? say('orders-title') : say('orders-found', { words: filter.words }),
      buttons: [
        ...page.items.map((order) => [orderButton(order)]),
        ...pager(page, to),
        partsOf(filter),
        [homeButton],
      ],
    },
  ];
}

const noOrders = ({ is, words }: OrderFilter): Screen => ({
  text:
    words !== undefined ? say('orders-found-none', { words }) : say(is ? `orders-none-${is}` : 'orders-none'),
  buttons: [
    ...(is || words !== undefined ? [partsOf({ is, words })] : []),
    [{ label: say('home-browse'), tap: tap('browse/:page', { page: 0 }) }, homeButton],
  ],
});

const orderButton = (order: Order): Button => ({
  label: say('orders-button', {
    number: order.number,
    goods: orderGoodsText(order),
    total: moneyValue(order.total),
    state: orderStateText(order),
  }),
  tap: tap('order/:order', { order: order.id }),
  picture: linePictures(order)[0],
  detail: say('orders-button-seller', { seller: productSeller(order) }),
});

/** Buttons to the parts of the list that are not shown. */
function partsOf({ is, words }: OrderFilter): Button[] {
  const part = (state: 'open' | 'done'): Button => ({
    label: say(`orders-${state}`),
    tap: tap('orders/:state/:page', { state, page: 0 }),
  });
  const all: Button = { label: say('orders-all'), tap: tap('orders/:page', { page: 0 }) };
  return [
    ...(is !== undefined || words !== undefined ? [all] : []),
    ...(is === 'open' ? [] : [part('open')]),
    ...(is === 'done' ? [] : [part('done')]),
  ];
}

async function showOne({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  const order = await shop.orders.bought(person.id, params.order);
  if (!order) return [{ text: say('order-not-found'), buttons: [[homeButton]] }];
  return [orderScreen(order, await shop.timeline(order.id))];
}

async function cancel(turn: Turn<'order'>): Promise<Reply> {
  const { shop, person, chat, params } = turn;
  const end = await shop.orders.cancel(person.id, params.order);
  // What was to take its place is not wanted either.
  const card = end?.isDone ? await shop.checkout.current(person.id, chat.id) : undefined;
  if (card?.replaces?.id === params.order) {
    await shop.checkout.endChange(person.id, chat.id);
    await shop.cart.empty(person.id, chat.id);
  }
  const notices = end?.isDone ? await cancelledNotice(shop, end.order) : [];
  return [...afterAct(end, 'cancelled', 'order-cancelled-toast', 'order-cannot-cancel'), ...notices];
}

async function received({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  return afterAct(
    await shop.orders.received(person.id, params.order),
    'delivered',
    'order-received-toast',
    'order-cannot-receive',
  );
}

/** The order after the tap, with its result as a toast: of what is `wanted` already, nothing was refused. */
function afterAct(end: Acted | undefined, wanted: Order['fulfilment'], done: string, refused: string): Reply {
  if (!end) return [{ text: say('order-not-found'), buttons: [[homeButton]] }];
  const isSo = end.isDone || end.order.fulfilment === wanted;
  return [{ toast: say(isSo ? done : refused) }, orderScreen(end.order)];
}
