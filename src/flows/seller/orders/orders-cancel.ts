import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import { idShape, type OrderId } from '../../../db/ids.ts';
import { readSellerAct } from '../../../nlu/acts/seller/seller-act.ts';
import type { Order } from '../../../shop/fulfilment/orders.ts';
import { type DeclineReason, declineReasons } from '../../../shop/fulfilment/shipments.ts';
import { MESSAGE_CHARS } from '../../../shop/support/messages.ts';
import { flow, type Turn } from '../../flow.ts';
import { soldScreen } from '../../screens/orders/order-notice.ts';
import { oldCard } from '../acting.ts';
import { notYours } from './orders-after.ts';
import { declinedReply } from './orders-decline.ts';

const orderShape = z.object({ order: idShape<OrderId>() });
const cardShape = orderShape.extend({ words: z.string() });

/** Calling off what was accepted: its buyer counts on it, so it is asked once more, and the buyer reads why. */
export const cancelling = flow('seller-cancel', {
  taps: {
    'sold-cancel/:order': askWhy,
    'sold-cancel/:order/:why': cancelBecause,
    'sold-cancel-yes': confirm,
  },
  answers: {
    'sold-cancel-words': { data: orderShape, read: readReason },
    'sold-cancel-card': { data: cardShape, read: readAnswer },
  },
});

/** A-0317 要取消，老鼠咬坏了: a card with what its buyer will read; without a reason it is asked for. */
export async function cancelWords(turn: Turn, order: Order, why: string): Promise<Reply | undefined> {
  if (order.fulfilment !== 'accepted') return [tooLate(order)];
  return why === '' ? turn.press(tap('sold-cancel/:order', { order: order.id })) : [card(order, why)];
}

/** It is on its way, or done with: money can still go back. */
const tooLate = (order: Order): Screen => ({
  ...soldScreen(order),
  text: [say(`sold-cancel-${order.fulfilment === 'shipped' ? 'shipped' : 'over'}`), soldScreen(order).text],
  fresh: true,
});

async function askWhy({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  const order = await shop.orders.sold(person.id, params.order);
  if (order?.fulfilment !== 'accepted') return [order ? tooLate(order) : notYours];
  const buttons = declineReasons
    .filter((why) => why !== 'other')
    .map((why): Button[] => [
      { label: say(`decline-because-${why}`), tap: tap('sold-cancel/:order/:why', { order: order.id, why }) },
    ]);
  return [
    {
      text: say('sold-cancel-why', { number: order.number }),
      buttons: [...buttons, [keep(order)]],
      asks: ask('sold-cancel-words', { order: order.id }),
      fresh: true,
    },
  ];
}

const keep = ({ id }: Order): Button => ({
  label: say('sold-cancel-keep'),
  tap: tap('sale/:order', { order: id }),
});

function card(order: Order, words: string): Screen {
  const yes: Button = {
    label: say('sold-cancel-yes', { number: order.number }),
    tap: tap('sold-cancel-yes'),
    tone: 'danger',
  };
  return {
    text: say('sold-cancel-ask', { number: order.number, words }),
    buttons: [[yes], [keep(order)]],
    asks: ask('sold-cancel-card', { order: order.id, words }),
    yes: tap('sold-cancel-yes'),
    fresh: true,
    focus: { order: order.id },
  };
}

async function cancelBecause(turn: Turn<'order' | 'why'>): Promise<Reply> {
  const { order: id, why } = turn.params;
  const reason = declineReasons.find((one) => one === why && one !== 'other');
  return reason ? cancel(turn, id, reason, say(`declined-because-${reason}`)) : [oldCard];
}

/** Why, in the seller's own words: what buyers do not read is read as if nothing had been asked. */
async function readReason(turn: Turn, { order: id }: { order: OrderId }): Promise<Reply | undefined> {
  const words = turn.text.trim();
  if (words === '' || words.length > MESSAGE_CHARS || readSellerAct(words) !== undefined) return undefined;
  const order = await turn.shop.orders.sold(turn.person.id, id);
  return order?.fulfilment === 'accepted' ? [card(order, words)] : undefined;
}

async function readAnswer(turn: Turn, data: z.infer<typeof cardShape>): Promise<Reply | undefined> {
  return readSellerAct(turn.text)?.is === 'yes' ? cancelFor(turn, data) : undefined;
}

async function confirm(turn: Turn<never>): Promise<Reply> {
  const said = turn.asking?.step === 'sold-cancel-card' ? cardShape.safeParse(turn.asking.data) : undefined;
  return said?.success ? cancelFor(turn, said.data) : [oldCard];
}

/** The seller's own words go into the order's conversation too. */
async function cancelFor(turn: Turn<string>, { order, words }: z.infer<typeof cardShape>): Promise<Reply> {
  const { shop, person } = turn;
  const reply = await cancel(turn, order, 'other', say('declined-because-other', { words }));
  const now = await shop.orders.sold(person.id, order);
  const conversation =
    now?.fulfilment === 'cancelled' ? await shop.conversations.aboutOrder(person.id, order) : undefined;
  if (conversation) await shop.conversations.say(conversation, person.id, words);
  return reply;
}

async function cancel(
  { shop, person }: Turn<string>,
  id: OrderId,
  reason: DeclineReason,
  why: Text,
): Promise<Reply> {
  const end = await shop.shipments.cancel(person.id, id, reason);
  if (end && !end.isDone) return [tooLate(end.order)];
  return declinedReply(end, why, { notice: 'order-called-off-notice', seen: 'sold-called-off' });
}
