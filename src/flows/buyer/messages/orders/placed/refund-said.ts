import { tap } from '../../../../../chat/dsl/action.ts';
import { type Reply, type Screen, say } from '../../../../../chat/dsl/screen.ts';
import { saysDamage, wantsMoneyBack } from '../../../../../nlu/acts/orders/said-of-order.ts';
import { linesSent, type Order } from '../../../../../shop/fulfilment/orders.ts';
import type { Turn } from '../../../../flow.ts';
import { parseClaimAmount, receivedPhoto } from '../../../orders/claim.ts';
import { findOrders, isAboutTail, pickOrder } from '../../../orders/find-orders.ts';
import { forwardable, wordsWithKept } from '../../questions/forward.ts';
import { aboutOrder } from '../about-order.ts';
import { cancelAnswer } from '../order-status.ts';

/** Something is wrong with what came: a claim about that order and those goods. */
export async function refundAnswer(turn: Turn): Promise<Reply | undefined> {
  const arrived = await findOrders(turn, ['delivered']);
  const isMoneyBack = wantsMoneyBack(turn.text) && !saysDamage(turn.text);
  if (arrived.length === 0) {
    const open = await findOrders(turn, ['shipped', 'accepted', 'placed']);
    return isMoneyBack && open.length > 0 ? cancelAnswer(turn) : [await notArrived(turn, open)];
  }
  const order = arrived.find((one) => one.lines.some((line) => isAboutTail(line, turn.text)));
  // Whoever names neither goods nor damage is shown what can be done with the order.
  if (!order && isMoneyBack) return cancelAnswer(turn);
  const claim = await claimAbout(turn, order ?? pickOrder(turn, arrived));
  return claim && [{ text: say('act-claim-sorry'), fresh: true }, ...claim];
}

/** Anger about goods that have come, and about nothing that is awaited. */
export async function angerAboutGoods(turn: Turn, open: readonly Order[]): Promise<Reply | undefined> {
  const isNamed = (one: Order): boolean => one.lines.some((line) => isAboutTail(line, turn.text));
  const order = open.some(isNamed) ? undefined : (await findOrders(turn, ['delivered'])).find(isNamed);
  const claim = await claimAbout(turn, order);
  return claim && [{ text: say('act-claim-sorry'), fresh: true }, ...claim];
}

/** Nothing is known to have arrived: sorry, and its seller, or the village, hears what was said. */
async function notArrived(turn: Turn, open: readonly Order[]): Promise<Screen> {
  const order = pickOrder(turn, open);
  const key = order?.fulfilment === 'shipped' ? 'act-claim-open' : 'act-anger-order';
  if (order) return aboutOrder(turn, order, say(key), { label: say('fact-forward-seller') });
  const words = wordsWithKept(turn);
  return forwardable(turn, say('act-claim-none'), { label: say('office-forward'), words });
}

async function claimAbout(turn: Turn, order: Order | undefined): Promise<Reply | undefined> {
  if (!order) return undefined;
  const until = await turn.shop.claims.until(order.id);
  const lines = linesSent(order);
  const only = lines.length === 1 ? lines[0] : undefined;
  const line = lines.find((one) => isAboutTail(one, turn.text)) ?? only;
  const lost = line && parseClaimAmount(turn.text, line);
  if (line && lost && until && until >= turn.now) return receivedPhoto(order, line.position, lost, turn.text);
  if (line && until && until >= turn.now)
    return turn.press(tap('claim/:order/:line', { order: order.id, line: line.position }));
  return turn.press(tap('claim/:order', { order: order.id }));
}
