import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import { idShape, type OrderId } from '../../../db/ids.ts';
import { findOrderNumber, readOrderActs } from '../../../nlu/acts/seller/orders/order-act.ts';
import { isForBuyer } from '../../../nlu/acts/seller/orders/reply-act.ts';
import { readSeller } from '../../../nlu/rules/offers/seller.ts';
import type { Acted, Order } from '../../../shop/fulfilment/orders.ts';
import { type DeclineReason, declineReasons } from '../../../shop/fulfilment/shipments.ts';
import { MESSAGE_CHARS } from '../../../shop/support/messages.ts';
import { flow, type Turn } from '../../flow.ts';
import { soldScreen } from '../../screens/orders/order-notice.ts';
import { afterAct, notYours } from './orders-after.ts';

/** Declining an order with a reason that the buyer reads. */
export const declining = flow('seller-decline', {
  taps: { 'decline/:order': askWhy, 'decline/:order/:why': decline },
  answers: { 'decline-words': { data: z.object({ order: idShape<OrderId>() }), read: readReason } },
});

async function askWhy({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  const order = await shop.orders.sold(person.id, params.order);
  if (!order) return [notYours];
  return [order.fulfilment === 'placed' ? whyScreen(order) : soldScreen(order)];
}

function whyScreen({ id, number }: Order): Screen {
  const buttons = declineReasons.map((why): Button[] => [
    { label: say(`decline-because-${why}`), tap: tap('decline/:order/:why', { order: id, why }) },
  ]);
  const back: Button = { label: say('back'), tap: tap('sale/:order', { order: id }) };
  return {
    text: say('decline-why', { number }),
    buttons: [...buttons, [back]],
    asks: ask('decline-words', { order: id }),
  };
}

async function decline(turn: Turn<'order' | 'why'>): Promise<Reply> {
  const { order: id, why } = turn.params;
  const reason = declineReasons.find((one) => one === why);
  if (!reason) return askWhy(turn);
  if (reason !== 'other') return declineBecause(turn, id, reason);
  const order = await turn.shop.orders.sold(turn.person.id, id);
  if (order?.fulfilment !== 'placed') return [order ? soldScreen(order) : notYours];
  return [{ text: say('decline-words-ask'), asks: ask('decline-words', { order: id }), fresh: true }];
}

async function declineBecause(
  { shop, person }: Turn<string>,
  id: OrderId,
  why: DeclineReason,
): Promise<Reply> {
  const end = await shop.shipments.decline(person.id, id, why);
  return declinedReply(end, say(`declined-because-${why}`));
}

/** What the buyer reads stands above the card, so that its seller sees it too. */
export function declinedReply(
  end: Acted | undefined,
  why: Text,
  { notice, seen } = { notice: 'order-declined-notice', seen: 'sold-declined' },
): Reply {
  const reply = afterAct(end, { key: notice, more: [why] });
  if (!end?.isDone) return reply;
  const told = [say(seen, { number: end.order.number }), why];
  const [card, ...notices] = reply;
  return card && 'text' in card ? [{ ...card, text: [...told, card.text] }, ...notices] : reply;
}

/** A reason that was asked for. */
async function readReason(turn: Turn, data: { order: OrderId }): Promise<Reply | undefined> {
  if (saysElse(turn.text)) return undefined;
  const said = turn.text.trim();
  if (said === '' || said.length > MESSAGE_CHARS)
    return [{ text: say('decline-words-ask'), asks: ask('decline-words', data), isMiss: true }];
  return declineFor(turn, data.order, said);
}

/** A-0008 拒了, 王芳那单接了, 告诉她明天到, 核桃卖了5斤: no answer to the question why. */
function saysElse(text: string): boolean {
  const { stock, price } = readSeller(text);
  const isOfOthers = readOrderActs(text).some(
    ({ does, nth, owner }) =>
      does === 'accept' || (does !== 'count' && (nth !== undefined || owner !== undefined)),
  );
  const isOffer = stock !== null || price !== null;
  return isOffer || isOfOthers || findOrderNumber(text) !== undefined || isForBuyer(text);
}

/** A reason in the seller's own words goes into the order's conversation. */
export async function declineFor({ shop, person }: Turn, order: OrderId, words: string): Promise<Reply> {
  const end = await shop.shipments.decline(person.id, order, 'other');
  const conversation = end?.isDone ? await shop.conversations.aboutOrder(person.id, order) : undefined;
  if (conversation) await shop.conversations.say(conversation, person.id, words);
  return declinedReply(end, say('declined-because-other', { words }));
}
