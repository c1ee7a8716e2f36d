import { tap } from '../../../../../chat/dsl/action.ts';
import { type Reply, type Screen, say } from '../../../../../chat/dsl/screen.ts';
import { asksToUrge } from '../../../../../nlu/acts/orders/said-of-order.ts';
import type { Order } from '../../../../../shop/fulfilment/orders.ts';
import type { Turn } from '../../../../flow.ts';
import { forwardWords } from '../../../../screens/messages/conversation-screen.ts';
import { homeButton } from '../../../../screens/values.ts';
import { findOrders, isPointed, pickOrder } from '../../../orders/find-orders.ts';
import {
  forwardAbout,
  forwardable,
  keepToForward,
  keptWords,
  wordsWithKept,
} from '../../questions/forward.ts';
import { aboutOrder } from '../about-order.ts';
import { statusAnswer } from '../order-status.ts';
import { angerAboutGoods } from './refund-said.ts';

// A late parcel, anger, the wish for a person: sorry first, and whoever can help hears what was said and about which order.

/** Whoever is angry about goods that came can claim for them; who waits for something is shown it; else the village can help. */
export async function angerAnswer(turn: Turn): Promise<Reply> {
  const open = await findOrders(turn, ['shipped', 'accepted', 'placed']);
  const claim = await angerAboutGoods(turn, open);
  if (claim) return claim;
  const order = pickOrder(turn, open);
  if (order) return [await toSellerScreen(turn, order, 'act-anger-order')];
  const words = wordsWithKept(turn);
  return [forwardable(turn, say('act-anger'), { label: say('office-forward'), words })];
}

/** 催一下: the order, and what was said for its seller with one tap. 帮我催催卖家 is done at once. */
export async function hurryAnswer(turn: Turn): Promise<Reply | undefined> {
  const open = await findOrders(turn, ['accepted', 'placed', 'shipped']);
  const order = pickOrder(turn, open);
  if (!order) return statusAnswer(turn);
  const isSure = open.length === 1 || isPointed(turn, open);
  if (!isSure || !asksToUrge(turn.text)) return [await toSellerScreen(turn, order, hurryWords(turn, order))];
  const told = await forwardAbout(turn, wordsWithKept(turn), { order: order.id });
  return [{ text: say('act-urged', { number: order.number }), fresh: true }, ...told];
}

/** Nobody has waited long for what was ordered a moment ago. */
const hurryWords = ({ now }: Turn, { placedAt, fulfilment }: Order): string =>
  fulfilment === 'placed' && now.getTime() - placedAt.getTime() < JUST_ORDERED
    ? 'act-hurry-new'
    : 'act-hurry';
const JUST_ORDERED = 2 * 3_600_000;

/** The order, with a button that tells its seller what was said. */
async function toSellerScreen(turn: Turn, order: Order, key: string): Promise<Screen> {
  return aboutOrder(turn, order, say(key), {
    label: say(order.fulfilment === 'shipped' ? 'fact-forward-seller' : 'hurry-forward'),
  });
}

/** Longer than that says more than that a person is wanted. */
const BARE_CALL = 12;

/** A person hears what it is about: what was said just before, or with the call. `isPlain`: nothing has to be asked. */
export async function callAnswer(turn: Turn, isPlain: boolean): Promise<Reply> {
  const words = wordsWithKept(turn);
  if (isPlain) return forwardWords(turn, words);
  const hasMatter = keptWords(turn) !== undefined || turn.text.length > BARE_CALL;
  const screen: Screen = {
    text: say('human-offer'),
    buttons: [[{ label: say('repair-person'), tap: tap('person') }, homeButton]],
    yes: tap('person'),
    fresh: true,
  };
  return [hasMatter ? { ...screen, asks: keepToForward(turn, { words }) } : screen];
}
