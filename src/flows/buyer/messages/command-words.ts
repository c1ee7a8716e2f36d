import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, say } from '../../../chat/dsl/screen.ts';
import type { ProductId } from '../../../db/ids.ts';
import { withUnitWords } from '../../../nlu/acts/container-words.ts';
import type { CommandName } from '../../../nlu/acts/lexicon.ts';
import { namesAmount } from '../../../nlu/acts/question-topic.ts';
import { readStars } from '../../../nlu/acts/talk/stars.ts';
import { readBuyer } from '../../../nlu/read.ts';
import type { SellerCard } from '../../../shop/sellers/sellers.ts';
import type { BaseQuantity } from '../../../shop/values/quantity.ts';
import { toBaseQuantity } from '../../common/amounts.ts';
import { findOffered } from '../../common/offered.ts';
import type { Turn } from '../../flow.ts';
import { freshly } from '../../screens/messages/freshly.ts';
import { orderScreen } from '../../screens/orders/order-screen.ts';
import { homeButton, sellerName } from '../../screens/values.ts';
import { watchCheaper } from '../catalogue/price-watch.ts';
import { cartScreen } from '../checkout/cart-screen.ts';
import { showCard } from '../checkout/checkout-open.ts';

import { findOrders, pickOrder } from '../orders/find-orders.ts';
import { remark } from './card/remark.ts';
import { namedProduct, onNamed } from './named-product.ts';
import { meantSeller, namedSeller } from './named-seller.ts';
import { changeAnswer } from './orders/change-said.ts';
import { topicAnswer } from './questions/facts.ts';
import { findFamilyStreams, findStreams, streamAnswer } from './questions/stream-asked.ts';

// What a button or a command of ours does, asked for in words: the button that is in sight, or what it would be of.

/** Nothing where there is nothing that it could be done to. */
export async function commandAnswer(turn: Turn, command: CommandName): Promise<Reply | undefined> {
  switch (command) {
    case 'review':
      return (await asksForOthers(turn)) ? undefined : review(turn);
    case 'whereTo':
      return (await review(turn)) ?? turn.press(tap('addresses'));
    case 'follow':
      return follow(turn);
    case 'unfollow':
      return unfollow(turn);
    case 'following':
      return turn.press(tap('follows'));
    case 'cheaperWatch':
      return cheaperWatch(turn);
    case 'notify':
      return (await turn.press(findOffered(turn, 'wish') ?? '')) ?? waitFor(turn);
    case 'streamRemind':
      return streamRemind(turn);
    case 'chinese':
    case 'english':
      return turn.press(tap('language/:locale', { locale: command === 'chinese' ? 'zh' : 'en' }));
    case 'rate':
      return rate(turn);
    case 'changeOrder':
      return changeAnswer(turn);
    case 'paid':
    case 'payHow':
      return pay(turn, command);
    case 'help':
      return turn.press(tap('help'));
    case 'addressBook':
      return turn.press(tap('addresses'));
    case 'privacy':
      return turn.press('/privacy');
  }
}

/** 10斤小米一共多少钱, with other things on the card: a price of goods is asked. */
async function asksForOthers(turn: Turn): Promise<boolean> {
  if (namesAmount(turn.text)) return true;
  const named = await namedProduct({ ...turn, focus: {} });
  return (
    named !== undefined &&
    !(await turn.shop.cart.lines(turn.person.id)).some(({ product }) => product.id === named)
  );
}

/** What is about to be ordered, or was: with goods, fees, total and where it goes. */
async function review(turn: Turn): Promise<Reply | undefined> {
  const { shop, person, chat, focus } = turn;
  const card = await shop.checkout.current(person.id, chat.id);
  if (card) return showCard(turn, card);
  const lines = await shop.cart.lines(person.id);
  if (lines.length > 0) return [cartScreen(lines)];
  // The card that was on the table has become an order.
  const isOrder = focus.order !== undefined || focus.card !== undefined;
  const order = isOrder
    ? pickOrder(turn, await findOrders(turn, ['placed', 'accepted', 'shipped']))
    : undefined;
  return order ? [orderScreen(order, await shop.timeline(order.id))] : undefined;
}

/** The household that is named or in sight, or whose goods these are; with none, whom one can follow. */
async function follow(turn: Turn, meant?: SellerCard): Promise<Reply | undefined> {
  const { shop } = turn;
  const named = meant ?? (await namedSeller(turn));
  if (named) return sayFollowed(turn, tap('follow/:seller', { seller: named.id }));
  const offered = findOffered(turn, 'follow');
  if (offered) return sayFollowed(turn, offered);
  const { focus } = await onNamed(turn);
  const product = focus.product && (await shop.catalogue.byId(focus.product));
  if (product) return sayFollowed(turn, tap('follow/:seller', { seller: product.sellerId }));
  const sellers = await shop.sellers.all(0, MOST_SELLERS);
  const buttons = sellers.map((one): Button[] => [
    {
      label: say('follow-one', { name: sellerName(one) }),
      tap: tap('follow/:seller', { seller: one.id }),
    },
  ]);
  return [{ text: say('follow-whom'), buttons: [...buttons, [homeButton]], fresh: true }];
}

/** Whom is named or in sight is not followed any more; else what one hears of by itself is shown. */
async function unfollow(turn: Turn): Promise<Reply | undefined> {
  const named = await namedSeller(turn);
  if (named) return turn.press(tap('unfollow/:seller', { seller: named.id }));
  const offered = findOffered(turn, 'unfollow');
  if (offered) return turn.press(offered);
  const { shop, person } = turn;
  const isNone =
    (await shop.subscriptions.of(person.id)).length + (await shop.savedSearches.of(person.id)).length === 0;
  const button = { label: say('reminders-button'), tap: tap('reminders') };
  return isNone
    ? [{ text: say('unfollow-nothing'), buttons: [[button, homeButton]], fresh: true }]
    : turn.press(tap('follows'));
}

/** Asked for in words, it is also said in words. */
async function sayFollowed(turn: Turn, action: string): Promise<Reply | undefined> {
  const reply = await turn.press(action);
  return reply && [{ text: say('followed'), fresh: true }, ...reply.map(freshly)];
}

/** So many are offered to be followed. */
const MOST_SELLERS = 8;

/** A lower price of what is named or on the table; else the button in sight. */
async function cheaperWatch(turn: Turn): Promise<Reply | undefined> {
  const { focus } = await onNamed(turn);
  return focus.product ? watchCheaper(turn, focus.product) : turn.press(findOffered(turn, 'cheaper') ?? '');
}

/** What is waited for: the product that is named or on the table, or the button in sight. */
async function waitFor(turn: Turn): Promise<Reply | undefined> {
  const { focus } = await onNamed(turn);
  const product = focus.product;
  if (!product) return turn.press(findOffered(turn, 'wait') ?? '');
  const quantity = await wantedOf(turn, product);
  return turn.press(
    quantity === undefined
      ? tap('wait/:product', { product })
      : tap('wait/:product/:quantity', { product, quantity }),
  );
}

/** 我要5斤，来货了喊我: how much is hoped for. */
async function wantedOf({ shop, text }: Turn, id: ProductId): Promise<BaseQuantity | undefined> {
  const product = await shop.catalogue.byId(id);
  const said = withUnitWords(readBuyer(text).lines, text).find(({ quantity }) => quantity !== null);
  return product && said?.quantity
    ? toBaseQuantity({ ...said, quantity: said.quantity }, product)
    : undefined;
}

/** The stream in sight, or the next of those who are meant; of several it is asked which, and who announced none is followed. */
async function streamRemind(turn: Turn): Promise<Reply | undefined> {
  const named = await meantSeller(turn);
  const offered = named ? undefined : findOffered(turn, 'reserve');
  // Of whoever has announced nothing, one can only hear by following them.
  const toFollow = named || offered ? undefined : findOffered(turn, 'follow');
  if (offered ?? toFollow) return offered ? turn.press(offered) : follow(turn);
  const found = named ? await findFamilyStreams(turn, named) : await findStreams(turn);
  const [next, ...others] = found.filter(({ state }) => state === 'planned');
  if (next && (named || others.length === 0)) return turn.press(tap('reserve/:stream', { stream: next.id }));
  if (!next) return follow(turn, named);
  const asked = (await streamAnswer(turn)) ?? [];
  return [{ text: say('streams-remind-which'), fresh: true }, ...asked.map(freshly)];
}

/** Stars that were said count; what has not arrived can be rated later. */
async function rate(turn: Turn): Promise<Reply> {
  const arrived = pickOrder(turn, await findOrders(turn, ['delivered']));
  const stars = readStars(turn.text);
  if (arrived && stars)
    return (await turn.press(tap('rate/:order/:stars', { order: arrived.id, stars }))) ?? [];
  if (arrived) return (await turn.press(tap('rate/:order', { order: arrived.id }))) ?? [];
  const open = pickOrder(turn, await findOrders(turn, ['shipped', 'accepted', 'placed']));
  return [remark('rate-not-yet'), ...(open ? [{ ...orderScreen(open), fresh: true }] : [])];
}

/** The order whose money is still to come; without one, how paying works. */
async function pay(turn: Turn, command: 'paid' | 'payHow'): Promise<Reply | undefined> {
  const order = pickOrder(turn, await turn.shop.proofs.due(turn.person.id));
  if (!order) return topicAnswer(turn, 'payment');
  return turn.press(
    command === 'paid' ? tap('paid/:order', { order: order.id }) : tap('pay-how/:order', { order: order.id }),
  );
}
