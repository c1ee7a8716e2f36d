import { z } from 'zod';
import { tap } from '../../../../chat/dsl/action.ts';
import { ask } from '../../../../chat/dsl/flow.ts';
import { type Reply, type Screen, say } from '../../../../chat/dsl/screen.ts';
import { idShape, type OrderId } from '../../../../db/ids.ts';
import {
  isPronoun,
  readGoodsOfWhom,
  readMessageAct,
  withoutJoints,
  withoutWhom,
} from '../../../../nlu/acts/seller/orders/message-act.ts';
import { isNoMessage } from '../../../../nlu/acts/seller/orders/no-message.ts';
import { findOrderNumbers } from '../../../../nlu/acts/seller/orders/order-act.ts';
import { isForThem, mayAskUs, readReplyAct } from '../../../../nlu/acts/seller/orders/reply-act.ts';
import { readSellerAct } from '../../../../nlu/acts/seller/seller-act.ts';
import type { Order } from '../../../../shop/fulfilment/orders.ts';
import type { Membership } from '../../../../shop/sellers/members.ts';
import { flow, type Turn } from '../../../flow.ts';
import { relayAbout } from '../../../screens/messages/conversation-screen.ts';
import { homeButton } from '../../../screens/values.ts';
import { hasRight, oldCard } from '../../acting.ts';
import { buyerName, findNamedOrders, findSoldOrders, whichOrderScreen } from '../order-meant.ts';
import { notYours } from '../orders-after.ts';

const cardShape = z.object({ order: idShape<OrderId>(), words: z.string() });
const whichShape = z.object({ words: z.string() });

/** Words of a seller's that are to reach a buyer: passed on as they were said, about the order that is meant. */
export const sendTaps = flow('send-words', {
  taps: { 'tell-yes': confirm, 'tell-about/:order': tellChosen },
  answers: {
    'tell-card': { data: cardShape, read: readAnswer },
    'tell-which': { data: whichShape, read: () => undefined },
  },
});

/** 转告李梅明天发货, 告诉她A-0317明天发: by a name or a number, whoever has asked something. */
export async function sendToNamed(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const act = readMessageAct(turn.text);
  const whom = act?.whom ?? act?.rest ?? '';
  return isPronoun(whom) && findOrderNumbers(whom).length === 0 ? undefined : sendWords(turn, seller);
}

/** 告诉王芳明天发货, `tell A-0317 …`; nothing where no buyer of theirs is named. */
export async function sendWords(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const act = readMessageAct(turn.text) ?? readReplyAct(turn.text);
  if (!act || !hasRight(seller, 'pack')) return undefined;
  const whom = act.whom ?? act.rest;
  const orders = await ordersMeant(turn, seller, whom);
  const words = withoutJoints(
    act.whom === undefined ? withoutWhom(act.rest, orders[0]?.recipient?.name ?? '') : act.rest,
  );
  const [order, ...others] = orders;
  const isTheirs = !isPronoun(whom) || isForThem(words);
  if (words === '' || !order || !isTheirs || isNoMessage('', words)) return undefined;
  if (others.length === 0) return mayAskUs(turn.text) ? [sendCard(order, words)] : send(turn, order, words);
  return [
    whichOrderScreen(
      orders,
      ({ id }) => tap('tell-about/:order', { order: id }),
      ask('tell-which', { words }),
    ),
  ];
}

/** By its number, its buyer's name, or 买核桃的; by 她, the one on the table or the only one that is open. */
async function ordersMeant(turn: Turn, seller: Membership, whom: string): Promise<readonly Order[]> {
  const [number] = findOrderNumbers(whom);
  if (number) {
    const order = await turn.shop.orders.soldByNumber(turn.person.id, number);
    return order ? [order] : [];
  }
  const open = await findSoldOrders(turn, seller.id);
  const begins = ({ recipient }: Order): boolean =>
    !!recipient?.name && whom.trim().toLowerCase().startsWith(recipient.name.toLowerCase());
  const named = open.filter(begins);
  if (named.length > 0) return named;
  const done = await findSoldOrders(turn, seller.id, { is: 'done' });
  const earlier = done.filter(begins).slice(0, 1);
  if (earlier.length > 0) return earlier;
  const goods = readGoodsOfWhom(whom);
  if (goods) return findNamedOrders(goods, open);
  if (!isPronoun(whom)) return [];
  const onTable = [...open, ...done].filter(({ id }) => id === turn.focus.order);
  return onTable.length > 0 ? onTable : open;
}

async function send(turn: Turn, order: Order, words: string): Promise<Reply> {
  const talk = await turn.shop.conversations.aboutOrder(turn.person.id, order.id);
  if (!talk) return [notYours];
  const reply = await relayAbout(turn, talk, words);
  const told = say('tell-sent', { number: order.number, to: buyerName(order), words });
  return [
    { text: told, buttons: [[homeButton]], fresh: true, focus: { order: order.id } },
    ...reply.slice(1),
  ];
}

/** A-0317 明天才能发: said of the order, and worth knowing for its buyer. */
export function sendCard(order: Order, words: string): Screen {
  const action = tap('tell-yes');
  return {
    text: say('tell-ask', { number: order.number, to: buyerName(order), words }),
    buttons: [
      [{ label: say('tell-yes'), tap: action, tone: 'primary' }],
      [{ label: say('talk-order'), tap: tap('sale/:order', { order: order.id }) }, homeButton],
    ],
    asks: ask('tell-card', { order: order.id, words }),
    yes: action,
    fresh: true,
    focus: { order: order.id },
  };
}

async function confirm(turn: Turn<never>): Promise<Reply> {
  const card = turn.asking?.step === 'tell-card' ? cardShape.safeParse(turn.asking.data) : undefined;
  return card?.success ? sendAbout(turn, card.data.order, card.data.words) : [oldCard];
}

/** Yes to the card; anything else is read as if nothing had been asked. */
async function readAnswer(
  turn: Turn,
  { order, words }: z.infer<typeof cardShape>,
): Promise<Reply | undefined> {
  return readSellerAct(turn.text)?.is === 'yes' ? sendAbout(turn, order, words) : undefined;
}

async function tellChosen(turn: Turn<'order'>): Promise<Reply> {
  const which = turn.asking?.step === 'tell-which' ? whichShape.safeParse(turn.asking.data) : undefined;
  return which?.success ? sendAbout(turn, turn.params.order, which.data.words) : [oldCard];
}

/** To the buyer of an order of theirs. */
export async function sendAbout(turn: Turn<string>, id: OrderId, words: string): Promise<Reply> {
  const order = await turn.shop.orders.sold(turn.person.id, id);
  return order ? send({ ...turn, params: {} }, order, words) : [notYours];
}
