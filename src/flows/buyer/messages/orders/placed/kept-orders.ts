import { type Reply, say } from '../../../../../chat/dsl/screen.ts';
import { saysCancel } from '../../../../../nlu/acts/act.ts';
import { namesOrder } from '../../../../../nlu/acts/orders/order-said.ts';
import { readKeptOrders } from '../../../../../nlu/acts/orders/placed/kept-orders.ts';
import { asksWhetherStands } from '../../../../../nlu/acts/orders/placed/order-facts.ts';
import type { Order } from '../../../../../shop/fulfilment/orders.ts';
import type { Turn } from '../../../../flow.ts';
import { orderScreen } from '../../../../screens/orders/order-screen.ts';
import { findNamedOrder, findOrders } from '../../../orders/find-orders.ts';
import { mentionsLine } from '../../../orders/named-among.ts';
import { unusedScreen } from '../../unused.ts';
import { cancelAnswer } from '../order-status.ts';

type Answer = (turn: Turn) => Promise<Reply>;

/** 苹果那单不要了，红枣那单照旧: of two orders one is cancelled or changed; nothing is done to the other. */
export async function keptOrdersAnswer(turn: Turn, answer: Answer): Promise<Reply | undefined> {
  const said = readKeptOrders(turn.text);
  if (!said && !asksWhetherStands(turn.text)) return undefined;
  const open = await findOrders(turn, ['placed', 'accepted', 'shipped']);
  const kept = ordersNamed(said?.kept ?? turn.text, open);
  if (kept.length === 0 || (await isOnCard(turn))) return undefined;
  if (!said || said.done === '' || said.isTold)
    return namesOrder(turn.text) ? staysAnswer(turn, kept) : undefined;
  if (said.isUnsure) return withUnused(await staysAnswer(turn, kept), said.done);
  const meant = ordersNamed(said.done, open).filter((order) => !kept.includes(order));
  if (meant.length !== 1) return undefined;
  const alone = { ...turn, text: said.done, focus: {} };
  return saysCancel(said.done) ? cancelAnswer(alone) : answer(alone);
}

/** 苹果那单怎么取消了: nothing is done about it, and it is quoted. */
const withUnused = (reply: Reply | undefined, words: string): Reply | undefined =>
  reply && [...reply, unusedScreen([words])];

/** Those of the orders that hold something that is named. */
const ordersNamed = (text: string, orders: readonly Order[]): readonly Order[] =>
  orders.filter(({ lines }) => lines.some((line) => mentionsLine(line, text)));

/** With goods on a card, what is to stay and to go may be of the card. */
const isOnCard = async ({ shop, person, chat }: Turn): Promise<boolean> =>
  (await shop.checkout.current(person.id, chat.id)) !== undefined;

/** 红枣那单照旧: nothing is done, and the order is shown as it stands. */
async function staysAnswer(turn: Turn, kept: readonly Order[]): Promise<Reply | undefined> {
  const order = findNamedOrder(turn, kept);
  if (!order) return undefined;
  const screen = orderScreen(order, await turn.shop.timeline(order.id));
  return [{ ...screen, text: [say('order-untouched', { number: order.number }), screen.text], fresh: true }];
}
