import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import { idShape, type OrderId, type ProductId } from '../../../db/ids.ts';
import { type Act, readAct, wantsMoneyBack } from '../../../nlu/acts/act.ts';
import type { Topic } from '../../../nlu/acts/lexicon.ts';
import type { BuyerReading } from '../../../nlu/rules/buyer.ts';
import type { Recipient } from '../../../shop/customers/addresses.ts';
import { linesSent, type Order } from '../../../shop/fulfilment/orders.ts';
import { pressButton } from '../../common/press-button.ts';
import type { Turn } from '../../flow.ts';
import { forwardWords, relayAbout } from '../../screens/messages/conversation-screen.ts';
import { orderScreen } from '../../screens/orders/order-screen.ts';
import { homeButton } from '../../screens/values.ts';
import { homeScreen } from '../account/home.ts';
import { browse } from '../catalogue/browse.ts';
import { product } from '../catalogue/product.ts';
import { foundScreen } from '../catalogue/search.ts';
import { cart } from '../checkout/cart.ts';
import { checkout } from '../checkout/checkout.ts';
import { checkoutAddress } from '../checkout/checkout-address.ts';
import { cardScreen, changeCard, showCard } from '../checkout/checkout-open.ts';
import { reorderFlow, sameOnCard } from '../checkout/reorder.ts';
import { claim } from '../orders/claim.ts';
import { findOrders, isAboutTail, pickOrder } from '../orders/find-orders.ts';
import { orders } from '../orders/orders.ts';
import { forwardable, topicAnswer } from './facts.ts';
import { cancelAnswer, statusAnswer } from './order-status.ts';
import { questionAnswer } from './question.ts';

const flows = [checkout, checkoutAddress, cart, orders, product, reorderFlow, claim];

/** Does what a button of ours would do. */
async function press(turn: Turn, action: string): Promise<Reply | undefined> {
  return (
    (await pressButton(flows, turn, action)) ?? (action === tap('forward') ? forwardKept(turn) : undefined)
  );
}

const forwardShape = z.object({
  text: z.string(),
  product: idShape<ProductId>().optional(),
  order: idShape<OrderId>().optional(),
});

/** The question that was offered to be passed on. */
export async function forwardKept(turn: Turn<string>): Promise<Reply> {
  const kept = turn.asking?.step === 'forward' ? forwardShape.safeParse(turn.asking.data).data : undefined;
  if (!kept) return [];
  const { text, order, product } = kept;
  const plain = { ...turn, params: {} };
  await turn.shop.streams.question(turn.person.id, text);
  if (order) return relayAbout(plain, await turn.shop.conversations.aboutOrder(turn.person.id, order), text);
  if (product)
    return relayAbout(
      plain,
      await turn.shop.conversations.aboutProduct(turn.person.id, turn.chat.id, product),
      text,
    );
  return forwardWords(plain, text);
}

/** What a message does beside naming goods; nothing where it does not. */
export async function actAnswer(turn: Turn, reading: BuyerReading): Promise<Reply | undefined> {
  const act = readAct(turn.text);
  const mayName = act?.is === 'note' || act?.is === 'recipient' || act?.is === 'elsewhere';
  if (!act || (reading.recipient && !mayName)) return undefined;
  switch (act.is) {
    case 'yes':
      return yesAnswer(turn);
    case 'confirm':
      return (await confirmAnswer(turn)) ?? yesAnswer(turn);
    case 'no':
      // After a no, words of an order show the card again before they place it.
      return [{ ...talk(turn.yes?.startsWith('cancel/') ? 'act-order-stays' : 'act-no'), focus: {} }];
    case 'drop':
      return dropAnswer(turn);
    case 'unreal':
      return [talk('act-unreal')];
    case 'call':
      return [callScreen];
    case 'person':
      return forwardWords(turn, turn.text);
    case 'hurry':
      return hurryAnswer(turn);
    case 'times':
      return undefined;
    case 'show':
      return screens[act.screen]?.({ ...turn, params: { rest: '' } });
    case 'greet':
      return [await homeScreen(turn)];
    case 'thanks':
      if (reading.lines.length > 0) return undefined;
      return [talk('act-thanks')];
    case 'bye':
    case 'praise':
    case 'bot':
      return [talk(`act-${act.is}`)];
    case 'anger':
      return [angerScreen, ...(reading.kind === 'status' ? await statusAnswer(turn) : [])];
    case 'topic':
      return reading.kind === 'status' ? undefined : aboutTopic(turn, act.topic, reading);
    case 'note':
    case 'wish':
    case 'pay':
    case 'address':
    case 'elsewhere':
    case 'recipient':
      return cardAct(turn, act);
    default:
      return orderAct(turn, act);
  }
}

/** 有便宜点的蜂蜜吗 is about other goods than those on the screen. */
async function aboutTopic(turn: Turn, topic: Topic, { lines }: BuyerReading): Promise<Reply | undefined> {
  if (topic === 'fee') return questionAnswer(turn);
  const words = topic === 'cheaper' ? lines.find(({ product }) => product !== '')?.product : undefined;
  const found = words ? await turn.shop.catalogue.find(words) : undefined;
  if (words && found && found.match === 'exact' && found.items.length > 1) return [foundScreen(words, found)];
  return topicAnswer(turn, topic);
}

const screens = {
  orders: orders.commands.orders,
  cart: cart.commands.cart,
  browse: browse.commands.browse,
};

const talk = (key: string): Screen => ({
  text: say(key),
  buttons: [[{ label: say('home-browse'), tap: tap('browse/:page', { page: 0 }) }, homeButton]],
  fresh: true,
});

const angerScreen: Screen = {
  text: say('act-anger'),
  buttons: [[{ label: say('repair-person'), tap: tap('person') }, homeButton]],
  fresh: true,
};

/** Yes to what was just asked; to a product, that it is wanted. */
async function yesAnswer(turn: Turn): Promise<Reply | undefined> {
  if (turn.yes) return press(turn, turn.yes);
  const card = await turn.shop.checkout.current(turn.person.id, turn.chat.id);
  if (card && turn.focus.card === card.id) return showCard(turn, card);
  if (turn.focus.product) return press(turn, tap('amount/:product', { product: turn.focus.product }));
  return undefined;
}

type CardAct = Extract<Act, { is: 'note' | 'wish' | 'pay' | 'address' | 'elsewhere' | 'recipient' }>;

async function cardAct(turn: Turn, act: CardAct): Promise<Reply | undefined> {
  const card = await turn.shop.checkout.current(turn.person.id, turn.chat.id);
  if (!card) return undefined;
  switch (act.is) {
    case 'note':
      return changeCard(turn, card.id, { note: act.text });
    case 'wish':
      return changeCard(turn, card.id, {
        note: [card.note, act.text].filter(Boolean).join('，').slice(0, 200),
      });
    case 'address':
      return press(turn, tap('to/:intent', { intent: card.id }));
    case 'elsewhere':
      // Whose address it is nobody has said: it is asked with the card in sight.
      return changeCard(turn, card.id, { recipient: undefined });
    case 'recipient':
      return card.recipient && changeCard(turn, card.id, { recipient: withPiece(card.recipient, act) });
    case 'pay':
      return card.paymentMethods.includes(act.way)
        ? changeCard(turn, card.id, { payBy: act.way })
        : undefined;
  }
}

/** 收货人写王建军, 补充一下，3单元502: the rest stays as it stands on the card. */
const withPiece = (known: Recipient, { piece, text }: Extract<Act, { is: 'recipient' }>): Recipient =>
  piece === 'name'
    ? { ...known, name: text.slice(0, 40) }
    : { ...known, address: `${known.address} ${text}`.trim().slice(0, 200) };

/** Words that can only mean the order: the card on the screen is placed, whatever else was asked. */
async function confirmAnswer(turn: Turn): Promise<Reply | undefined> {
  const card = await turn.shop.checkout.current(turn.person.id, turn.chat.id);
  if (!card) return (await turn.shop.cart.lines(turn.person.id)).length > 0 ? cardScreen(turn) : undefined;
  const confirm = tap('confirm/:intent', { intent: card.id });
  const isSeen = turn.yes === confirm || turn.focus.card === card.id;
  return isSeen ? press(turn, confirm) : showCard(turn, card);
}

async function dropAnswer(turn: Turn): Promise<Reply | undefined> {
  return (await turn.shop.cart.lines(turn.person.id)).length > 0
    ? press(turn, tap('empty'))
    : [talk('act-no')];
}

const callScreen: Screen = {
  text: say('human-offer'),
  buttons: [[{ label: say('repair-person'), tap: tap('person') }, homeButton]],
  fresh: true,
};

/** 催一下: the order, and what was said for its seller with one tap. */
async function hurryAnswer(turn: Turn): Promise<Reply | undefined> {
  const order = pickOrder(turn, await findOrders(turn, ['accepted', 'placed', 'shipped']));
  if (!order) return undefined;
  const { buttons = [], text } = orderScreen(order, await turn.shop.timeline(order.id));
  return [
    {
      ...forwardable(turn, [text, say('act-hurry')], { order: order.id }),
      focus: { order: order.id },
      buttons: [[{ label: say('fact-forward-seller'), tap: tap('forward') }], ...buttons],
    },
  ];
}

async function orderAct(turn: Turn, { is }: Act): Promise<Reply | undefined> {
  if (is === 'refund') return refundAnswer(turn);
  if (is === 'same') {
    const [last] = (await turn.shop.orders.boughtPage(turn.person.id, 0)).items;
    return last && sameOnCard({ ...turn, params: { order: last.id } });
  }
  const open = await findOrders(turn, [is === 'restore' ? 'cancelled' : 'shipped']);
  const order = pickOrder(turn, open);
  if (!order) return undefined;
  if (is === 'restore') return press(turn, tap('restore/:order', { order: order.id }));
  const isSure = open.length === 1 || order.id === turn.focus.order;
  return isSure ? press(turn, tap('received/:order', { order: order.id })) : undefined;
}

/** Something is wrong with what came: a claim about that order and those goods. */
async function refundAnswer(turn: Turn): Promise<Reply | undefined> {
  const arrived = await findOrders(turn, ['delivered']);
  const isMoneyBack = wantsMoneyBack(turn.text);
  if (arrived.length === 0) return isMoneyBack ? cancelAnswer(turn) : [talk('act-claim-none')];
  const order = arrived.find((one) => one.lines.some((line) => isAboutTail(line, turn.text)));
  // Whoever names neither goods nor damage is shown what can be done with the order.
  if (!order && isMoneyBack) return cancelAnswer(turn);
  const claim = await claimAbout(turn, order ?? pickOrder(turn, arrived));
  return claim && [{ text: say('act-claim-sorry'), fresh: true }, ...claim];
}

async function claimAbout(turn: Turn, order: Order | undefined): Promise<Reply | undefined> {
  if (!order) return undefined;
  const until = await turn.shop.claims.until(order.id);
  const line = linesSent(order).find((one) => isAboutTail(one, turn.text));
  if (line && until && until >= turn.now)
    return press(turn, tap('claim/:order/:line', { order: order.id, line: line.position }));
  return press(turn, tap('claim/:order', { order: order.id }));
}
