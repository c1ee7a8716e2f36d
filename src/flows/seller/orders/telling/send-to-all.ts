import { z } from 'zod';
import { tap } from '../../../../chat/dsl/action.ts';
import { ask } from '../../../../chat/dsl/flow.ts';
import { type Reply, type Screen, say } from '../../../../chat/dsl/screen.ts';
import { readMessageToAll } from '../../../../nlu/acts/seller/orders/message-to-all.ts';
import { readSellerAct } from '../../../../nlu/acts/seller/seller-act.ts';
import type { Order } from '../../../../shop/fulfilment/orders.ts';
import type { Membership } from '../../../../shop/sellers/members.ts';
import { flow, type Turn } from '../../../flow.ts';
import { relayAbout } from '../../../screens/messages/conversation-screen.ts';
import { freshly } from '../../../screens/messages/freshly.ts';
import { homeButton } from '../../../screens/values.ts';
import { findActingSeller, hasRight, notASeller, oldCard } from '../../acting.ts';
import { buyerName, findSoldOrders } from '../order-meant.ts';

/** `seen` is when the card was shown, in ms: whoever orders later was not on it. */
const cardShape = z.object({ words: z.string(), seen: z.number() });

/** The same words for every buyer whose order has not left yet, after a yes. */
export const sendToAllTaps = flow('send-to-all', {
  taps: { 'tell-all': confirm },
  answers: { 'tell-all-card': { data: cardShape, read: readAnswer } },
});

/** 告诉所有买家晚三天发: a card with who will read it; `read` does what stands in front. */
export async function sendToAllWords(
  turn: Turn,
  seller: Membership,
  read: (front: Turn) => Promise<Reply | undefined>,
): Promise<Reply | undefined> {
  const act = readMessageToAll(turn.text);
  if (!act || !hasRight(seller, 'pack')) return undefined;
  const done = act.before === '' ? undefined : await read({ ...turn, text: act.before });
  const orders = await findWaiting(turn, seller);
  const screen = orders.length === 0 ? nobodyWaits : toldScreen(turn, orders, act.words);
  return [...(done ?? []).map(freshly), screen];
}

/** One order of each buyer that has not been sent, the oldest first. */
async function findWaiting(turn: Turn<string>, seller: Membership): Promise<readonly Order[]> {
  const open = (await findSoldOrders(turn, seller.id)).filter(({ fulfilment }) => fulfilment !== 'shipped');
  return [...new Map(open.toReversed().map((order) => [order.personId, order])).values()].toReversed();
}

const nobodyWaits: Screen = { text: say('tell-all-nobody'), buttons: [[homeButton]], fresh: true };

/** So many names are read at a glance. */
const MOST_NAMES = 8;

function toldScreen({ now }: Turn, orders: readonly Order[], words: string | undefined): Screen {
  const count = orders.length;
  if (words === undefined)
    return { text: say('tell-all-how', { count }), buttons: [[homeButton]], fresh: true };
  const action = tap('tell-all');
  return {
    text: [
      say('tell-all-ask', { count, words }),
      ...orders
        .slice(0, MOST_NAMES)
        .map((order) => say('tell-all-line', { to: buyerName(order), number: order.number })),
      ...(count > MOST_NAMES ? [say('tell-all-more', { count: count - MOST_NAMES })] : []),
    ],
    buttons: [[{ label: say('tell-all-yes', { count }), tap: action, tone: 'primary' }], [homeButton]],
    asks: ask('tell-all-card', { words, seen: now.getTime() }),
    yes: action,
    fresh: true,
  };
}

async function confirm(turn: Turn<never>): Promise<Reply> {
  const card = turn.asking?.step === 'tell-all-card' ? cardShape.safeParse(turn.asking.data) : undefined;
  return card?.success ? sendToAll(turn, card.data) : [oldCard];
}

/** Yes to the card; anything else is read as if nothing had been asked. */
async function readAnswer(turn: Turn, card: z.infer<typeof cardShape>): Promise<Reply | undefined> {
  return readSellerAct(turn.text)?.is === 'yes' ? sendToAll(turn, card) : undefined;
}

async function sendToAll(turn: Turn<string>, { words, seen }: z.infer<typeof cardShape>): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller || !hasRight(seller, 'pack')) return notASeller;
  const orders = (await findWaiting(turn, seller)).filter(({ placedAt }) => placedAt.getTime() <= seen);
  const heard: Reply[] = [];
  for (const { id } of orders) {
    const talk = await turn.shop.conversations.aboutOrder(turn.person.id, id);
    // The first screen tells the seller that it went out: it is said once for all.
    if (talk) heard.push((await relayAbout({ ...turn, params: {} }, talk, words)).slice(1));
  }
  if (heard.length === 0) return [nobodyWaits];
  return [
    { text: say('tell-all-sent', { count: heard.length, words }), buttons: [[homeButton]], fresh: true },
    ...heard.flat(),
  ];
}
