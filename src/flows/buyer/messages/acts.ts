import { tap } from '../../../chat/dsl/action.ts';
import { type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import { type Act, readSideTopic, saysCancel, saysReceived } from '../../../nlu/acts/act.ts';
import type { Topic } from '../../../nlu/acts/lexicon.ts';
import { meansPlacedOrder } from '../../../nlu/acts/orders/order-said.ts';
import { isMistap } from '../../../nlu/acts/orders/restoring.ts';
import { agreesToCancel, refusesToCancel } from '../../../nlu/acts/orders/said-of-order.ts';
import { plainWords } from '../../../nlu/acts/phrases.ts';
import { asksPrice, isAsking, namesAmount } from '../../../nlu/acts/question-topic.ts';
import { findOrderNumber } from '../../../nlu/acts/seller/orders/order-act.ts';
import { type Guess, guessAct, guessCourtesy } from '../../../nlu/guess/buyer-guess.ts';
import type { BuyerReading } from '../../../nlu/rules/orders/buyer.ts';
import type { Turn } from '../../flow.ts';
import { freshly } from '../../screens/messages/freshly.ts';
import { homeScreen } from '../account/home.ts';
import { browse } from '../catalogue/browse.ts';
import { foundScreen } from '../catalogue/search.ts';
import { asidesChange } from '../checkout/card-asides.ts';
import { cart } from '../checkout/cart.ts';
import { cardScreen, showCard } from '../checkout/checkout-open.ts';
import { sameOnCard } from '../checkout/reorder.ts';
import { findOrders, pickOrder } from '../orders/find-orders.ts';
import { orders } from '../orders/orders.ts';
import { cardAct } from './card/card-acts.ts';
import { remark } from './card/remark.ts';
import { commandAnswer } from './command-words.ts';
import { type MeantAct, meantAct } from './meant-act.ts';
import { namedProduct, onNamed } from './named-product.ts';
import { mistakeAnswer } from './orders/change-said.ts';
import { orderAnswer } from './orders/order-said.ts';
import { cancelAnswer, statusAnswer } from './orders/order-status.ts';
import { angerAnswer, callAnswer, hurryAnswer } from './orders/placed/complaint.ts';
import { refundAnswer } from './orders/placed/refund-said.ts';
import { topicAnswer } from './questions/facts.ts';
import { forwardable } from './questions/forward.ts';
import { questionAnswer } from './questions/question.ts';
import { withChange } from './said-aside.ts';

/** What a message does beside naming goods; nothing where it does not. */
export async function actAnswer(turn: Turn, reading: BuyerReading): Promise<Reply | undefined> {
  const meant = await meantAct(turn, reading);
  const mayName = ['note', 'recipient', 'elsewhere'].some((is) => is === meant?.act.is);
  // 货到了打我媳妇电话 139…: whom to call, and no new recipient.
  const isCall = meant?.act.is === 'wish' && reading.lines.length === 0 && !reading.recipient?.address;
  if (reading.recipient && !mayName && !isCall) return undefined;
  return (await answerToCancel(turn, reading, meant)) ?? (meant && doAct(turn, reading, meant));
}

/** "Cancel it?" was asked: 对，取消 agrees, and 还是留着吧 does not. */
async function answerToCancel(
  turn: Turn,
  { kind }: BuyerReading,
  meant: MeantAct | undefined,
): Promise<Reply | undefined> {
  if (!turn.yes?.startsWith('cancel/') || findOrderNumber(turn.text)) return undefined;
  if (refusesToCancel(turn.text)) return noAnswer(turn);
  const isSaid = meant?.act.is === 'cancel' || meant?.act.is === 'yes' || kind === 'cancel';
  return isSaid && agreesToCancel(turn.text) && meant?.act.is !== 'no' ? turn.press(turn.yes) : undefined;
}

/** For what nothing else explains: what it is most like, as long as that is only answered. */
export async function courtesyAnswer(turn: Turn, reading: BuyerReading): Promise<Reply | undefined> {
  const act = guessCourtesy(turn.text);
  return act && doAct(turn, reading, { act, isGuess: true });
}

async function doAct(
  turn: Turn,
  reading: BuyerReading,
  { act, isGuess }: MeantAct,
): Promise<Reply | undefined> {
  // 螺蛳粉两箱，快点发: goods with their amounts come first, and what is said around them does nothing of its own.
  if (isAroundOrder(turn, reading, act)) return undefined;
  // 骗子店，给我取消: what is to be done comes before how it is said.
  if (act.is === 'anger' && reading.kind === 'cancel' && saysCancel(turn.text)) return undefined;
  switch (act.is) {
    case 'yes':
      return yesAnswer(turn);
    case 'confirm':
      return (await confirmAnswer(turn)) ?? yesAnswer(turn);
    case 'no':
      return (await keepsOrder(turn)) ?? noAnswer(turn);
    case 'drop':
      // What is only like it empties nothing: the cart is shown, with its button.
      return (
        (await keepsOrder(turn)) ??
        (isGuess ? screens.cart?.({ ...turn, params: { rest: '' } }) : dropAnswer(turn))
      );
    case 'unreal':
      return unrealAnswer(turn);
    case 'call':
    case 'person':
      return callAnswer(turn, act.is === 'person' && !isGuess);
    case 'hurry':
      return hurryAnswer(turn);
    case 'times':
      return undefined;
    case 'show':
      return screens[act.screen]?.({ ...turn, params: { rest: '' } });
    case 'greet':
      return [await greeting(turn)];
    case 'thanks':
      if (reading.lines.length > 0) return undefined;
      return (await arrival(turn)) ?? [remark('act-thanks')];
    case 'praise': {
      // 谁家的核桃好吃 praises nobody yet.
      if (isGuess && isAsking(turn.text)) return undefined;
      const product = (await namedProduct(turn)) ?? turn.focus.product;
      return [{ ...remark('act-praise'), focus: { product } }, ...((await arrival(turn)) ?? [])];
    }
    case 'bye':
    case 'bot':
      return [remark(`act-${act.is}`)];
    case 'chat':
      if (act.about === 'insult')
        return [forwardable(turn, say('act-chat-insult'), { label: say('office-forward') })];
      return [remark(act.about ? `act-chat-${act.about}` : 'act-chat')];
    case 'anger':
      return angerAnswer(turn);
    case 'status':
      return statusAnswer(turn);
    case 'cancel':
      return cancelAnswer(turn);
    case 'topic':
      return (await isOtherThan(turn, act.topic, reading, isGuess))
        ? undefined
        : aboutTopic(await onNamed(turn), act.topic, reading);
    case 'command':
      // 下错单了，取消吧: nothing is to be changed.
      return act.command === 'changeOrder' && reading.kind === 'cancel'
        ? cancelAnswer(turn)
        : commandAnswer(turn, act.command);
    case 'note':
    case 'wish':
      return isWholeOrder(reading) ? orderWithNote(turn, reading, act) : cardAct(turn, act);
    case 'pay':
    case 'way':
    case 'address':
    case 'elsewhere':
    case 'home':
    case 'recipient':
      return cardAct(turn, act);
    default:
      return orderAct(turn, act);
  }
}

/** 来五斤小米给我包好看点送人的: the goods, and it onto their card. */
async function orderWithNote(
  turn: Turn,
  reading: BuyerReading,
  act: Extract<Act, { is: 'note' | 'wish' }>,
): Promise<Reply> {
  const ordered = await orderAnswer(turn, reading);
  const change = await asidesChange(turn, [act]);
  return change ? withChange(turn, ordered, change) : ordered;
}

const isWholeOrder = ({ kind, lines }: BuyerReading): boolean =>
  kind === 'order' &&
  lines.length > 0 &&
  lines.every(({ product, quantity }) => product !== '' && quantity !== null);

/** 照原样再来一份 is no amount of its own. */
const isAroundOrder = ({ text }: Turn, reading: BuyerReading, { is }: Act | Guess): boolean =>
  AROUND_ORDERS.has(is) &&
  isWholeOrder(reading) &&
  !meansPlacedOrder(text) &&
  (is !== 'same' || namesAmount(text));

const AROUND_ORDERS: ReadonlySet<string> = new Set(
  'anger praise hurry refund received same bye chat bot restore elsewhere home'.split(' '),
);

/** 什么时候能到 after an order asks for that order; 鸡蛋60个，另外几点直播 is an order first. */
async function isOtherThan(
  turn: Turn,
  topic: Topic,
  reading: BuyerReading,
  isGuess: boolean,
): Promise<boolean> {
  if (isWholeOrder(reading) && topic !== 'fee') return true;
  // 直播里那个枣多少钱: a price is asked.
  if (topic === 'stream' && asksPrice(turn.text) && (await namedProduct({ ...turn, focus: {} }))) return true;
  // 宝宝不吃，那单退了吧: why an order is called off is no question.
  if (reading.kind === 'cancel' && topic !== 'returns' && saysCancel(turn.text)) return true;
  return (
    reading.kind === 'status' &&
    !isGuess &&
    (await findOrders(turn, ['shipped', 'accepted', 'placed'])).length > 0
  );
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

/** Yes to what was just asked; to a product, that it is wanted. */
async function yesAnswer(turn: Turn): Promise<Reply | undefined> {
  if (turn.yes) return turn.press(turn.yes);
  const card = await turn.shop.checkout.current(turn.person.id, turn.chat.id);
  if (card && turn.focus.card === card.id) return showCard(turn, card);
  if (turn.focus.product) return turn.press(tap('amount/:product', { product: turn.focus.product }));
  return undefined;
}

/** Words that can only mean the order: the card on the screen is placed, whatever else was asked. */
async function confirmAnswer(turn: Turn): Promise<Reply | undefined> {
  const card = await turn.shop.checkout.current(turn.person.id, turn.chat.id);
  if (!card) return (await turn.shop.cart.lines(turn.person.id)).length > 0 ? cardScreen(turn) : undefined;
  const confirm = tap('confirm/:intent', { intent: card.id });
  const again = tap('again/:intent', { intent: card.id });
  if (turn.yes === again) return turn.press(again);
  const isSeen = turn.yes === confirm || turn.focus.card === card.id;
  return isSeen ? turn.press(confirm) : showCard(turn, card);
}

/** 要是快的话我就下单，几天能到: no order, and what was asked beside it is answered. */
async function unrealAnswer(turn: Turn): Promise<Reply> {
  const topic = readSideTopic(turn.text);
  return (topic && (await topicAnswer(turn, topic))) ?? [remark('act-unreal')];
}

async function greeting(turn: Turn): Promise<Screen> {
  const home = await homeScreen(turn);
  return { ...home, text: [say('act-hello'), home.text] };
}

/** After a no, words of an order show the card again before they place it. */
const noAnswer = ({ yes }: Turn): Reply => [
  { ...remark(yes?.startsWith('cancel/') ? 'act-order-stays' : 'act-no'), focus: {} },
];

/** 算了不改了: the order that was being changed stays as it is. */
async function keepsOrder(turn: Turn): Promise<Reply | undefined> {
  const card = await turn.shop.checkout.current(turn.person.id, turn.chat.id);
  const isAsked = turn.yes === undefined || turn.yes.startsWith('confirm/');
  return card?.replaces && isAsked
    ? turn.press(tap('unchange/:order', { order: card.replaces.id }))
    : undefined;
}

async function dropAnswer(turn: Turn): Promise<Reply | undefined> {
  return (await turn.shop.cart.lines(turn.person.id)).length > 0
    ? turn.press(tap('empty'))
    : [remark('act-no')];
}

async function orderAct(turn: Turn, { is }: { readonly is: Act['is'] }): Promise<Reply | undefined> {
  if (is === 'refund') return (await slipAnswer(turn)) ?? refundAnswer(turn);
  if (is === 'same') {
    const bought = (await turn.shop.orders.boughtPage(turn.person.id, 0)).items;
    const same = pickOrder({ ...turn, focus: {} }, bought);
    return same && sameOnCard({ ...turn, params: { order: same.id } });
  }
  const open = await findOrders(turn, [is === 'restore' ? 'cancelled' : 'shipped']);
  const order = pickOrder(turn, open);
  // 按错了, long after: only of the cancelled order that is in sight.
  if (is === 'restore' && isMistap(plainWords(turn.text)) && (!order || order.id !== turn.focus.order))
    return mistakeAnswer(turn);
  if (!order) return is === 'received' ? receivedBefore(turn) : undefined;
  if (is === 'restore') return turn.press(tap('restore/:order', { order: order.id }));
  const isSure = open.length === 1 || order.id === turn.focus.order;
  const reply = isSure ? await turn.press(tap('received/:order', { order: order.id })) : undefined;
  return (
    reply && [{ text: say('act-received', { number: order.number }), fresh: true }, ...reply.map(freshly)]
  );
}

/** 谢谢，收到了: thanks and praise of what is still on its way say that it has come. */
const arrival = async (turn: Turn): Promise<Reply | undefined> =>
  saysReceived(turn.text) && (await findOrders(turn, ['shipped'])).length > 0
    ? orderAct(turn, { is: 'received' })
    : undefined;

/** 发错了，不好意思, of somebody who has never bought: a message went astray, and no goods did. */
async function slipAnswer(turn: Turn): Promise<Reply | undefined> {
  const bought = await turn.shop.orders.boughtPage(turn.person.id, 0);
  const guess = bought.items.length === 0 ? guessAct(turn.text) : undefined;
  return guess?.is === 'chat' && guess.about === 'slip' ? [remark('act-chat-slip')] : undefined;
}

/** It is known that it has come; or it has not even been sent, as far as we know: that order is shown. */
async function receivedBefore(turn: Turn): Promise<Reply | undefined> {
  if ((await findOrders(turn, ['delivered'])).length > 0) return [remark('act-praise')];
  return (await findOrders(turn, ['accepted', 'placed'])).length > 0 ? statusAnswer(turn) : undefined;
}
