import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import { idShape, type OrderId } from '../../../db/ids.ts';
import { readOrderActs } from '../../../nlu/acts/seller/orders/order-act.ts';
import { type RefundShare, readRefund } from '../../../nlu/acts/seller/orders/refund-act.ts';
import { readSellerAct } from '../../../nlu/acts/seller/seller-act.ts';
import type { Order } from '../../../shop/fulfilment/orders.ts';
import type { Refundable } from '../../../shop/orders/refunds.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import { type Fen, fen, fenShape, minFen } from '../../../shop/values/money.ts';
import { flow, type Turn } from '../../flow.ts';
import { freshly } from '../../screens/messages/freshly.ts';
import { homeButton, moneyValue } from '../../screens/values.ts';
import { findActingSeller, hasRight, noRight, notASeller, oldCard } from '../acting.ts';
import { buyerName, pickOrder, whichOrderScreen } from './order-meant.ts';
import { notYours } from './orders-after.ts';

const cardShape = z.object({ order: idShape<OrderId>(), amount: fenShape });
const shareShape = z.union([
  z.object({ is: z.literal('amount'), fen: fenShape }),
  z.object({ is: z.enum(['half', 'all', 'fee', 'open']) }),
]);
const whichShape = z.object({ share: shareShape });

/** Money that a seller gives back by words: shown on a card, of which order and how much, and recorded after a yes. */
export const refundTaps = flow('refund-words', {
  taps: { 'refund-yes': confirm, 'refund-for/:order': chosen },
  answers: {
    'refund-card': { data: cardShape, read: readAnswer },
    'refund-which': { data: whichShape, read: () => undefined },
    'refund-how-much': { data: z.object({ order: idShape<OrderId>() }), read: readHowMuch },
  },
});

/** 退他10块, `refund A-0317 in full`; nothing where the message gives nothing back. */
export async function refundWords(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const act = readRefund(turn.text);
  if (!act) return undefined;
  if (!hasRight(seller, 'money')) return noRight(seller, 'money');
  if (act.is === 'sent') return turn.press(tap('refunds/:page', { page: 0 }));
  const [number] = act.numbers;
  const order = number ? await turn.shop.orders.soldByNumber(turn.person.id, number) : undefined;
  if (number && !order) return [notYours];
  const able = await turn.shop.refunds.refundable(turn.person.id, seller.id);
  const isRefused = readOrderActs(turn.text).some(({ does }) => does === 'decline');
  // A-0317做不成了，给人退了吧: nothing was paid, and the order is not taken.
  if (isRefused && (order ? restOf(order, able) <= 0 : able.length === 0)) return undefined;
  const meant =
    order ??
    pickOrder(
      turn,
      able.map((one) => one.order),
    );
  if (meant) return [cardFor(meant, able, act.share)];
  if (able.length === 0) return [nothingPaid];
  const data = { share: act.share };
  return [
    whichOrderScreen(
      able.map((one) => one.order),
      ({ id }) => tap('refund-for/:order', { order: id }),
      ask('refund-which', data),
    ),
  ];
}

const nothingPaid: Screen = { text: say('refund-nothing-paid'), buttons: [[homeButton]], fresh: true };

/** So much at most can be given back of it. */
const restOf = (order: Order, able: readonly Refundable[]): Fen =>
  able.find((one) => one.order.id === order.id)?.rest ?? fen(0);

function cardFor(order: Order, able: readonly Refundable[], share: RefundShare): Screen {
  const rest = restOf(order, able);
  if (rest <= 0) return notPaid(order, share);
  const wanted = amountOf(order, rest, share);
  return wanted === undefined ? howMuch(order, rest) : card(order, rest, wanted);
}

function amountOf({ fee }: Order, rest: Fen, share: RefundShare): Fen | undefined {
  switch (share.is) {
    case 'amount':
      return fen(share.fen);
    case 'all':
      return rest;
    case 'half':
      return fen(Math.round(rest / 2));
    case 'fee':
      return fee > 0 ? fee : undefined;
    case 'open':
      return undefined;
  }
}

const orderButton = ({ id }: Order): Button => ({
  label: say('talk-order'),
  tap: tap('sale/:order', { order: id }),
});

/** All of it goes back, and nothing is sent. */
const declineButton = ({ id }: Order): Button => ({
  label: say('refund-decline'),
  tap: tap('decline/:order', { order: id }),
});

function card(order: Order, rest: Fen, wanted: Fen): Screen {
  const amount = minFen(wanted, rest);
  const action = tap('refund-yes');
  const values = { number: order.number, to: buyerName(order), amount: moneyValue(amount) };
  return {
    text: say(wanted > rest ? 'refund-ask-most' : 'refund-ask', { ...values, wanted: moneyValue(wanted) }),
    buttons: [
      [{ label: say('refund-yes', { amount: moneyValue(amount) }), tap: action, tone: 'primary' }],
      ...(order.fulfilment === 'placed' && amount === rest ? [[declineButton(order)]] : []),
      [{ label: say('change-leave'), tap: tap('change-leave') }, orderButton(order), homeButton],
    ],
    asks: ask('refund-card', { order: order.id, amount }),
    yes: action,
    fresh: true,
    focus: { order: order.id },
  };
}

const howMuch = (order: Order, rest: Fen): Screen => ({
  text: say('refund-how-much', { number: order.number, to: buyerName(order), rest: moneyValue(rest) }),
  buttons: [[orderButton(order), homeButton]],
  asks: ask('refund-how-much', { order: order.id }),
  fresh: true,
  focus: { order: order.id },
});

const namesOf = (order: Order) => ({ number: order.number, to: buyerName(order) });

/** Cash on delivery that has not come: there is nothing to give back, and less can be taken at the door. */
const notPaid = (order: Order, share?: RefundShare): Screen => ({
  text:
    share?.is === 'amount'
      ? say('refund-not-paid-less', { ...namesOf(order), less: moneyValue(fen(share.fen)) })
      : say('refund-not-paid', namesOf(order)),
  buttons: [
    [{ label: say('talk-write-buyer'), tap: tap('talk-of/:order', { order: order.id }) }, orderButton(order)],
    [homeButton],
  ],
  fresh: true,
  focus: { order: order.id },
});

async function chosen(turn: Turn<'order'>): Promise<Reply> {
  const which = turn.asking?.step === 'refund-which' ? whichShape.safeParse(turn.asking.data) : undefined;
  if (!which?.success) return [oldCard];
  const seller = await findActingSeller(turn);
  const order = await turn.shop.orders.sold(turn.person.id, turn.params.order);
  if (!seller) return notASeller;
  if (!order) return [notYours];
  return [cardFor(order, await turn.shop.refunds.refundable(turn.person.id, seller.id), which.data.share)];
}

/** 8块, 一半: how much, when it was asked; anything else is read as if nothing had been asked. */
async function readHowMuch(turn: Turn, { order: id }: { order: OrderId }): Promise<Reply | undefined> {
  const act = readRefund(`退 ${turn.text}`);
  const order =
    act?.is === 'give' && act.share.is !== 'open'
      ? await turn.shop.orders.sold(turn.person.id, id)
      : undefined;
  if (!order || act?.is !== 'give') return undefined;
  return [cardFor(order, await turn.shop.refunds.refundable(turn.person.id, order.sellerId), act.share)];
}

/** Yes to the card; anything else is read as if nothing had been asked. */
async function readAnswer(turn: Turn, data: z.infer<typeof cardShape>): Promise<Reply | undefined> {
  return readSellerAct(turn.text)?.is === 'yes' ? give(turn, data) : undefined;
}

async function confirm(turn: Turn<never>): Promise<Reply> {
  const said = turn.asking?.step === 'refund-card' ? cardShape.safeParse(turn.asking.data) : undefined;
  return said?.success ? give(turn, said.data) : [oldCard];
}

/** It is owed from now on: it stands among what is to be paid back, and the buyer is told. */
async function give(turn: Turn<string>, { order: id, amount }: z.infer<typeof cardShape>): Promise<Reply> {
  const { shop, person } = turn;
  const owed = await shop.refunds.give(person.id, id, amount);
  const order = owed === undefined ? undefined : await shop.orders.sold(person.id, id);
  if (owed === undefined || !order) return [notYours];
  if (owed <= 0) return [notPaid(order)];
  const values = { number: order.number, amount: moneyValue(owed) };
  const list = (await turn.press(tap('refunds/:page', { page: 0 }))) ?? [];
  return [
    { text: say('refund-given', { ...values, to: buyerName(order) }), fresh: true },
    ...list.map(freshly),
    {
      to: [order.chatId],
      screen: {
        text: say('refund-given-news', values),
        buttons: [[{ label: say('talk-write-seller'), tap: tap('talk-of/:order', { order: order.id }) }]],
        fresh: true,
      },
    },
  ];
}
