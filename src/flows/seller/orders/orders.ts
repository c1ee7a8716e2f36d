import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Message, type Reply, say, type Text } from '../../../chat/dsl/screen.ts';
import type { SellerId } from '../../../db/ids.ts';
import type { Order, OrderFilter } from '../../../shop/fulfilment/orders.ts';
import { flow, type Turn } from '../../flow.ts';
import { packWords, unpackWords } from '../../screens/links/packed-words.ts';
import { acceptAllRow } from '../../screens/orders/accept-all-button.ts';
import { claimScreen } from '../../screens/orders/claim-screen.ts';
import { linePictures, orderGoodsText } from '../../screens/orders/order-goods.ts';
import { sellerState, soldScreen } from '../../screens/orders/order-notice.ts';
import { homeButton, moneyValue, pager, parsePage } from '../../screens/values.ts';
import { findActingSeller, hasRight, noRight, notASeller } from '../acting.ts';
import { afterAct, afterMoney, noticeTo, notYours } from './orders-after.ts';

/** A seller's orders: accept, ship and so on. Each step notifies the buyer. */
export const soldOrders = flow('seller-orders', {
  commands: { orders: showFirst },
  taps: {
    'sold/:page': showOpen,
    'sold-done/:page': showDone,
    'sold-unpaid/:page': showUnpaid,
    'sold-find/:words/:page': showFoundPage,
    'sale/:order': showOne,
    'accept/:order': accept,
    'accept-all/:seller/:moment': acceptAll,
    'money/:order': moneyCame,
    'delivered/:order': delivered,
  },
});

/** `/orders` shows the open ones, `/orders 核桃` all with walnuts. */
function showFirst(turn: Turn<'rest'>): Promise<Reply> {
  const words = turn.params.rest.trim();
  return words === '' ? showPart(turn, 0, 'open') : showFound(turn, words, 0);
}

function showOpen(turn: Turn<'page'>): Promise<Reply> {
  return showPart(turn, parsePage(turn.params.page), 'open');
}

function showDone(turn: Turn<'page'>): Promise<Reply> {
  return showPart(turn, parsePage(turn.params.page), 'done');
}

/** Whose money has not come: 谁还没付款. */
function showUnpaid(turn: Turn<'page'>): Promise<Reply> {
  const to = (page: number): string => tap('sold-unpaid/:page', { page });
  return list(turn, parsePage(turn.params.page), { is: 'unpaid' }, to);
}

function showFoundPage(turn: Turn<'words' | 'page'>): Promise<Reply> {
  return showFound(turn, unpackWords(turn.params.words), parsePage(turn.params.page));
}

function showPart(turn: Turn<string>, page: number, is: 'open' | 'done'): Promise<Reply> {
  const to = (other: number): string =>
    is === 'open' ? tap('sold/:page', { page: other }) : tap('sold-done/:page', { page: other });
  return list(turn, page, { is }, to);
}

function showFound(turn: Turn<string>, words: string, page: number): Promise<Reply> {
  const to = (other: number): string =>
    tap('sold-find/:words/:page', { words: packWords(words), page: other });
  return list(turn, page, { words }, to);
}

async function list(
  turn: Turn<string>,
  wanted: number,
  filter: OrderFilter,
  to: (page: number) => string,
): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  if (!hasRight(seller, 'pack') && !hasRight(seller, 'money')) return noRight(seller, 'pack');
  const page = await turn.shop.orders.soldPage(seller.id, wanted, filter);
  const open: Button = { label: say('sold-see-open'), tap: tap('sold/:page', { page: 0 }) };
  const done: Button = { label: say('sold-see-done'), tap: tap('sold-done/:page', { page: 0 }) };
  const all = filter.is === 'open' ? await acceptAllRow(turn.shop, seller.id, turn.now) : [];
  return [
    {
      text: [
        orderTitle(filter, page.items.length),
        ...(filter.is === 'unpaid' && page.items.length > 0 ? [await unpaidSum(turn, seller.id)] : []),
        ...(filter.is === 'done' ? [] : page.items.map(goodsLine)),
      ],
      buttons: [
        ...all,
        ...page.items.map((order) => [soldButton(order)]),
        ...pager(page, to),
        [...(filter.is === 'open' ? [] : [open]), ...(filter.is === 'done' ? [] : [done]), homeButton],
      ],
    },
  ];
}

const unpaidSum = async ({ shop }: Turn<string>, id: SellerId): Promise<Message> =>
  say('sold-unpaid-sum', { money: moneyValue(await shop.orders.unpaidSum(id)) });

/** What is in each, without a tap. */
const goodsLine = (order: Order): Message =>
  say('sold-line', { number: order.number, goods: orderGoodsText(order) });

const soldButton = (order: Order): Button => ({
  label: say('sold-button', {
    number: order.number,
    state: sellerState(order),
    total: moneyValue(order.total),
  }),
  tap: tap('sale/:order', { order: order.id }),
  picture: linePictures(order)[0],
  detail: orderGoodsText(order),
});

function orderTitle({ is, words }: OrderFilter, count: number): Message {
  if (words !== undefined) return say(count === 0 ? 'orders-found-none' : 'orders-found', { words });
  if (is === 'unpaid') return say(count === 0 ? 'sold-unpaid-none' : 'sold-unpaid');
  if (is === 'open') return say(count === 0 ? 'sold-none' : 'sold-list');
  return say(count === 0 ? 'sold-none-done' : 'sold-list-done');
}

async function showOne(turn: Turn<'order'>): Promise<Reply> {
  const order = await turn.shop.orders.sold(turn.person.id, turn.params.order);
  return order ? orderWithClaims(turn, order) : [notYours];
}

/** The order with its open claims, and with the picture of its transfer where that has to be looked at. */
export async function orderWithClaims({ shop }: Turn<string>, order: Order): Promise<Reply> {
  const claims = await shop.claims.waiting(order.id);
  const proof = order.payment === 'proof-sent' ? await shop.proofs.latest(order.id) : undefined;
  return [
    { ...soldScreen(order), ...(proof && { photo: proof }) },
    ...claims.map((claim) => ({ ...claimScreen(claim), fresh: true })),
  ];
}

async function accept({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  return afterAct(await shop.orders.accept(person.id, params.order), { key: 'order-accepted-notice' });
}

/** All that waited when the button was made; each buyer is told. */
async function acceptAll(turn: Turn<'seller' | 'moment'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const accepted = await shop.orders.acceptAll(person.id, params.seller, new Date(Number(params.moment)));
  if (!accepted) return [notYours];
  await shop.members.actFor(person.id, params.seller);
  const numbers = accepted.map(({ number }) => number).join('、');
  const toast = say(accepted.length === 0 ? 'accepted-none' : 'accepted-all', {
    count: accepted.length,
    numbers,
  });
  return [
    ...withToast(await showPart(turn, 0, 'open'), toast),
    ...accepted.map((order) => noticeTo(order, { key: 'order-accepted-notice' })),
  ];
}

/** What was done stands above the list: a toast would be too short for it. */
const withToast = (reply: Reply, toast: Text): Reply =>
  reply.map((part) => ('text' in part ? { ...part, text: [toast, part.text] } : part));

async function moneyCame({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  return afterMoney(await shop.orders.confirmPayment(person.id, params.order));
}

async function delivered({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  const end = await shop.orders.deliver(person.id, params.order);
  const isPickup = end?.order.way === 'pickup';
  return afterAct(end, { key: isPickup ? 'order-picked-up-notice' : 'order-delivered-notice' });
}
