import { tap } from '../../../../chat/dsl/action.ts';
import { type Reply, say } from '../../../../chat/dsl/screen.ts';
import { saysDamage, wantsMoneyBack } from '../../../../nlu/acts/act.ts';
import { linesSent, type Order } from '../../../../shop/fulfilment/orders.ts';
import type { Turn } from '../../../flow.ts';
import { findOrders, isAboutTail, pickOrder } from '../../orders/find-orders.ts';
import { remark } from '../card/remark.ts';
import { cancelAnswer } from './order-status.ts';

/** Something is wrong with what came: a claim about that order and those goods. */
export async function refundAnswer(turn: Turn): Promise<Reply | undefined> {
  const arrived = await findOrders(turn, ['delivered']);
  const isMoneyBack = wantsMoneyBack(turn.text) && !saysDamage(turn.text);
  if (arrived.length === 0) {
    const isOpen = (await findOrders(turn, ['placed', 'accepted', 'shipped'])).length > 0;
    return isMoneyBack && isOpen ? cancelAnswer(turn) : [remark('act-claim-none')];
  }
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
    return turn.press(tap('claim/:order/:line', { order: order.id, line: line.position }));
  return turn.press(tap('claim/:order', { order: order.id }));
}
