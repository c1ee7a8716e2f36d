import { tap } from '../../../chat/dsl/action.ts';
import { type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import { type Act, readAct } from '../../../nlu/acts/act.ts';
import type { BuyerReading } from '../../../reader/buyer.ts';
import { linesSent, type Order } from '../../../shop/fulfilment/orders.ts';
import { pressButton } from '../../common/press-button.ts';
import type { Turn } from '../../flow.ts';
import { forwardWords } from '../../screens/conversation-screen.ts';
import { homeButton } from '../../screens/values.ts';
import { homeScreen } from '../account/home.ts';
import { product } from '../catalogue/product.ts';
import { cart } from '../checkout/cart.ts';
import { checkout } from '../checkout/checkout.ts';
import { checkoutAddress } from '../checkout/checkout-address.ts';
import { changeCard, showCard } from '../checkout/checkout-open.ts';
import { reorderFlow, sameOnCard } from '../checkout/reorder.ts';
import { claim } from '../orders/claim.ts';
import { orders } from '../orders/orders.ts';
import { topicAnswer } from './facts.ts';
import { cancelAnswer, findOrders, isAboutTail, pickOrder, statusAnswer } from './order-status.ts';

const flows = [checkout, checkoutAddress, cart, orders, product, reorderFlow, claim];

/** Does what a button of ours would do. */
async function press(turn: Turn, action: string): Promise<Reply | undefined> {
  return (
    (await pressButton(flows, turn, action)) ?? (action === tap('forward') ? forwardKept(turn) : undefined)
  );
}

/** The question that was offered to be passed on. */
export function forwardKept(turn: Turn<string>): Promise<Reply> | Reply {
  const data = turn.asking?.step === 'forward' ? turn.asking.data : undefined;
  const isKept = typeof data === 'object' && data !== null && 'text' in data && typeof data.text === 'string';
  return isKept ? forwardWords({ ...turn, params: {} }, String(data.text)) : [];
}

/** What a message does beside naming goods; nothing where it does not. */
export async function actAnswer(turn: Turn, reading: BuyerReading): Promise<Reply | undefined> {
  const act = readAct(turn.text);
  if (!act || (reading.recipient && act.is !== 'note')) return undefined;
  switch (act.is) {
    case 'yes':
      return yesAnswer(turn);
    case 'no':
      return [talk(turn.yes?.startsWith('cancel/') ? 'act-order-stays' : 'act-no')];
    case 'drop':
      return (await turn.shop.cart.lines(turn.person.id)).length > 0
        ? press(turn, tap('empty'))
        : [talk('act-no')];
    case 'greet':
      return [await homeScreen(turn)];
    case 'thanks':
    case 'bye':
    case 'praise':
    case 'bot':
      return [talk(`act-${act.is}`)];
    case 'anger':
      return [angerScreen, ...(reading.kind === 'status' ? await statusAnswer(turn) : [])];
    case 'topic':
      return reading.kind === 'status' ? undefined : topicAnswer(turn, act.topic);
    case 'note':
    case 'pay':
    case 'address':
      return cardAct(turn, act);
    default:
      return orderAct(turn, act);
  }
}

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

type CardAct = Extract<Act, { is: 'note' | 'pay' | 'address' }>;

async function cardAct(turn: Turn, act: CardAct): Promise<Reply | undefined> {
  const card = await turn.shop.checkout.current(turn.person.id, turn.chat.id);
  if (!card) return undefined;
  if (act.is === 'note') return changeCard(turn, card.id, { note: act.text });
  if (act.is === 'address') return press(turn, tap('to/:intent', { intent: card.id }));
  return card.paymentMethods.includes(act.way) ? changeCard(turn, card.id, { payBy: act.way }) : undefined;
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
  if (arrived.length === 0) return /退/.test(turn.text) ? cancelAnswer(turn) : undefined;
  const order = arrived.find((one) => one.lines.some((line) => isAboutTail(line, turn.text)));
  // Whoever names neither goods nor damage is shown what can be done with the order.
  if (!order && /退/.test(turn.text)) return cancelAnswer(turn);
  return claimAbout(turn, order ?? pickOrder(turn, arrived));
}

async function claimAbout(turn: Turn, order: Order | undefined): Promise<Reply | undefined> {
  if (!order) return undefined;
  const until = await turn.shop.claims.until(order.id);
  const line = linesSent(order).find((one) => isAboutTail(one, turn.text));
  if (line && until && until >= turn.now)
    return press(turn, tap('claim/:order/:line', { order: order.id, line: line.position }));
  return press(turn, tap('claim/:order', { order: order.id }));
}
