import { tap } from '../../../chat/dsl/action.ts';
import { type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import { isWeighWord, type OrderAct, readOrderActs } from '../../../nlu/acts/seller/orders/order-act.ts';
import { readSeller } from '../../../nlu/read.ts';
import type { Order } from '../../../shop/fulfilment/orders.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import { parseTracking } from '../../../shop/shipping/couriers.ts';
import type { Turn } from '../../flow.ts';
import { freshly } from '../../screens/messages/freshly.ts';
import { homeButton } from '../../screens/values.ts';
import { hasRight, noRight } from '../acting.ts';
import { namedProvinces } from '../shipping/term-cards.ts';
import { findNamedOrders, findOwnedOrders, findSoldOrders, whichOrderScreen } from './order-meant.ts';
import { orderWithClaims, soldOrders } from './orders.ts';
import { notYours } from './orders-after.ts';
import { cancelWords } from './orders-cancel.ts';
import { declineFor } from './orders-decline.ts';
import { acceptFirst, shipAs } from './orders-ship.ts';
import { takeWeight } from './packing/pack-weigh.ts';
import { parcelAlone } from './parcel-alone.ts';
import { sendCard } from './telling/send-words.ts';

// A-0317 接了, 第3单发了 SF123, 都接了: orders handled by words, each as its button would.

/** What the message says of orders, done; nothing where it is about something else. `why` is the reason where another than the one in the message is for the buyer. */
export async function orderWords(turn: Turn, seller: Membership, why?: string): Promise<Reply | undefined> {
  const acts = await actsMeant(turn);
  const replies: Reply[] = [];
  for (const act of acts) {
    const reply = await carryOut(turn, seller, why === undefined ? act : { ...act, why });
    if (!reply) return undefined;
    replies.push(reply);
  }
  return replies.length > 0 ? replies.flat() : parcelAlone(turn, seller);
}

/** 明天才能发, 实际1斤9两, with one order on the table: said of that one, where it fits. */
async function actsMeant({ text, focus, shop, person }: Turn): Promise<readonly OrderAct[]> {
  const acts = readOrderActs(text);
  if (acts.length > 0 || !focus.order) return acts;
  const order = await shop.orders.sold(person.id, focus.order);
  const ofTable = readOrderActs(`这单 ${text}`);
  return ofTable.every((act) => OF_TABLE.has(act.does) && order && fits(order, act)) ? ofTable : [];
}

const OF_TABLE: ReadonlySet<string> = new Set(['accept', 'decline', 'money', 'later', 'weigh', 'where']);

async function carryOut(turn: Turn, seller: Membership, act: OrderAct): Promise<Reply | undefined> {
  if (act.numbers.length > 0) {
    const named = await Promise.all(
      act.numbers.map((number) => turn.shop.orders.soldByNumber(turn.person.id, number)),
    );
    const known = named.filter((order) => order !== undefined);
    if (known.length === 0) return act.does === 'look' ? undefined : [notYours];
    return handleAll(turn, act, known);
  }
  if (!hasRight(seller, 'pack') && !hasRight(seller, 'money')) return noRight(seller, 'pack');
  const open = await findSoldOrders(turn, seller.id);
  if (act.does === 'count') return countedOrders(turn, seller, open);
  const able = abled(open, act);
  const named = act.owner === undefined ? findNamedOrders(turn.text, able) : findOwnedOrders(act.owner, able);
  // 王芳那单接了, and nobody of that name waits: another's is not hers.
  if (act.owner !== undefined && named.length === 0) {
    // 新疆西藏的单子我不接: where nothing is sent.
    const isArea = act.does === 'decline' && namedProvinces(turn.text).length > 0;
    return isArea ? undefined : nobodyOf(turn, act, act.owner, open, able);
  }
  const fitting = named.length > 0 ? named : able;
  // 香菇称了一下只有六公斤, and no such order waits for its weight: it is about the goods.
  if (act.does === 'weigh' && namesOtherGoods(turn, fitting)) return undefined;
  const counted = act.counted ?? 1;
  // 昨天12个订单都寄了, with one that waits: told, and not of that one.
  if (counted > 1 && counted > fitting.length) return undefined;
  // 前面两单接了, with three that wait: nobody knows which two.
  if (counted > 1 && counted < fitting.length) return [whichOrder(fitting, act)];
  const meant = pick(turn, act, open, fitting, named.length > 0);
  // 都接了, of nobody's in particular: one answer where they are many.
  const isEverybody = act.does === 'accept' && act.isAll && meant.length === able.length;
  if (isEverybody && meant.length > MOST_ANSWERS) return acceptAll(turn, seller);
  if (meant.length > 0) return handleAll(turn, act, meant);
  if (fitting.length > 0) return [whichOrder(fitting, act)];
  // 是谁买的, behind what was sold: of those that are done.
  const earlier = act.does === 'where' ? await doneOrders(turn, seller) : undefined;
  if (earlier) return earlier;
  const list = await soldOrders.commands.orders?.({ ...turn, params: { rest: '' } });
  return [{ text: say(`order-words-none-${act.does}`), fresh: true }, ...(list ?? [])];
}

async function doneOrders(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const [only, ...others] = await findSoldOrders(turn, seller.id, { is: 'done' });
  if (!only) return undefined;
  return others.length === 0 ? orderWithClaims(turn, only) : turn.press(tap('sold-done/:page', { page: 0 }));
}

/** Those with which it can be done; what waits for a yes is refused before what was accepted. */
function abled(open: readonly Order[], act: OrderAct): readonly Order[] {
  const able = open.filter((order) => fits(order, act));
  const placed = able.filter(({ fulfilment }) => fulfilment === 'placed');
  const isRefused = act.does === 'decline' && act.owner === undefined && placed.length > 0;
  return isRefused ? placed : able;
}

/** What there is of that name, though nothing more can be done with it; else all that may have been meant. */
function nobodyOf(
  turn: Turn,
  act: OrderAct,
  owner: string,
  open: readonly Order[],
  able: readonly Order[],
): Reply | Promise<Reply> | undefined {
  const [other, ...others] = findOwnedOrders(owner, open);
  if (other && others.length === 0) return orderWithClaims(turn, other);
  const asked = able.length > 0 ? whichOrder(able, act) : undefined;
  return [
    {
      ...(asked ?? { buttons: [[homeButton]] }),
      text: say(asked ? 'order-words-nobody-which' : 'order-words-nobody', { owner }),
      fresh: true,
    },
  ];
}

/** More orders than these are not answered for one by one. */
const MOST_ANSWERS = 5;

const acceptAll = (turn: Turn, { id }: Membership): Promise<Reply | undefined> =>
  turn.press(tap('accept-all/:seller/:moment', { seller: id, moment: turn.now.getTime() }));

function namesOtherGoods({ text }: Turn, orders: readonly Order[]): boolean {
  const { title } = readSeller(text);
  return (
    title !== null &&
    !isWeighWord(title) &&
    !orders.some(({ lines }) => lines.some((line) => line.title.includes(title)))
  );
}

function pick(
  turn: Turn,
  act: OrderAct,
  open: readonly Order[],
  fitting: readonly Order[],
  isNamed: boolean,
): readonly Order[] {
  if (act.nth !== undefined) return open.slice(act.nth - 1, act.nth);
  if (act.isNewest) return fitting.slice(-1);
  if (act.isAll) return fitting;
  const [only, ...others] = fitting;
  // 发了 SF123, with two that wait: a number on the wrong one sends its buyer after another's parcel.
  const isOfAny = act.does === 'ship' && others.length > 0 && !act.isThis && parseTracking(act.rest);
  const onTable = fitting.filter(({ id }) => id === turn.focus.order);
  if (onTable.length > 0 && !isOfAny) return onTable;
  // 发了, of what nobody has taken on and nobody named: it is asked.
  const isOpen = act.does === 'ship' && only?.fulfilment === 'placed' && !isNamed;
  const isSure = only && others.length === 0 && !isOpen;
  return isSure ? [only] : [];
}

const waitsForMoney = ({ payment }: Order): boolean => payment === 'due' || payment === 'proof-sent';

function fits(order: Order, { does }: OrderAct): boolean {
  switch (does) {
    case 'accept':
      return order.fulfilment === 'placed';
    case 'decline':
    case 'later':
      return order.fulfilment === 'placed' || order.fulfilment === 'accepted';
    case 'ship':
      return order.fulfilment === 'accepted' || (order.fulfilment === 'placed' && !waitsForMoney(order));
    case 'weigh':
      return order.fulfilment === 'accepted';
    case 'delivered':
      return order.fulfilment === 'shipped' || (order.fulfilment === 'accepted' && order.way === 'pickup');
    case 'money':
      return order.fulfilment === 'placed' && waitsForMoney(order);
    case 'where':
    case 'look':
    case 'count':
      return true;
  }
}

async function handleAll(turn: Turn, act: OrderAct, orders: readonly Order[]): Promise<Reply> {
  const replies: Reply[] = [];
  for (const order of orders) replies.push((await handle(turn, act, order)) ?? []);
  return replies.flat().map(freshly);
}

async function handle(turn: Turn, act: OrderAct, order: Order): Promise<Reply | undefined> {
  switch (act.does) {
    case 'accept':
      return accepted(turn, order);
    case 'money':
      return turn.press(tap('money/:order', { order: order.id }));
    case 'delivered':
      return handedOver(turn, order);
    case 'decline':
      return declined(turn, act, order);
    case 'ship':
      return shipped(turn, act, order);
    case 'weigh':
      return weighed(turn, act, order);
    case 'later':
      return [sendCard(order, act.why || act.rest)];
    case 'where':
    case 'look':
    case 'count':
      return orderWithClaims(turn, order);
  }
}

/** What was said to be done is said to have been done: above the order, whose buyer hears of it. */
async function accepted(turn: Turn, order: Order): Promise<Reply | undefined> {
  const reply = await turn.press(tap('accept/:order', { order: order.id }));
  const isDone = reply?.some((part) => 'to' in part) ?? false;
  const done = say('order-words-accepted', { number: order.number });
  return isDone
    ? reply?.map((part) => ('text' in part ? { ...part, text: [done, part.text].flat() } : part))
    : reply;
}

/** 她自己来拿了, of what nobody has sent: it has left the house with her. */
async function handedOver(turn: Turn, order: Order): Promise<Reply | undefined> {
  if (order.fulfilment === 'accepted') await turn.shop.shipments.ship(turn.person.id, order.id, {});
  return turn.press(tap('delivered/:order', { order: order.id }));
}

/** Why, in the seller's own words; where none were said it is asked. */
function declined(
  turn: Turn,
  { why, numbers, isThis, nth, owner }: OrderAct,
  order: Order,
): Promise<Reply | undefined> {
  const isPointed = numbers.length > 0 || isThis || nth !== undefined || owner !== undefined;
  if (order.fulfilment !== 'placed') return cancelWords(turn, order, isPointed ? why : '');
  return why === '' || !isPointed
    ? turn.press(tap('decline/:order', { order: order.id }))
    : declineFor(turn, order.id, why);
}

/** 称出来三斤一两; without a weight it is asked for. */
const weighed = async (turn: Turn, { rest }: OrderAct, order: Order): Promise<Reply | undefined> =>
  (await takeWeight(turn, order, rest)) ?? turn.press(tap('weigh/:order', { order: order.id }));

async function shipped(turn: Turn, { rest }: OrderAct, order: Order): Promise<Reply | undefined> {
  if (!parseTracking(rest) && order.way === 'express') {
    await acceptFirst(turn, order);
    return turn.press(tap('ship/:order', { order: order.id }));
  }
  return shipAs(turn, order, rest);
}

/** A button for each order that may be meant, which does at once what was said. */
function whichOrder(orders: readonly Order[], { does, rest }: OrderAct): Screen {
  const tracking = does === 'ship' ? parseTracking(rest)?.number : undefined;
  const action = ({ id }: Order): string => {
    if (tracking) return tap('shipped-as/:order/:number', { order: id, number: tracking });
    switch (does) {
      case 'accept':
        return tap('accept/:order', { order: id });
      case 'decline':
        return tap('decline/:order', { order: id });
      case 'money':
        return tap('money/:order', { order: id });
      case 'delivered':
        return tap('delivered/:order', { order: id });
      case 'ship':
        return tap('ship-now/:order', { order: id });
      case 'weigh':
        return tap('weigh/:order', { order: id });
      case 'later':
        return tap('talk-of/:order', { order: id });
      case 'where':
      case 'look':
      case 'count':
        return tap('sale/:order', { order: id });
    }
  };
  return whichOrderScreen(orders, action);
}

/** 有几单没发: how many wait for what, above the list. */
async function countedOrders(turn: Turn, seller: Membership, open: readonly Order[]): Promise<Reply> {
  const list = (await soldOrders.commands.orders?.({ ...turn, params: { rest: '' } })) ?? [];
  const { orders } = turn.shop;
  const values = {
    placed: await orders.countAcceptable(seller.id),
    accepted: await orders.countToPack(seller.id),
  };
  return open.length === 0 ? list : [{ text: say('order-words-count', values), fresh: true }, ...list];
}
