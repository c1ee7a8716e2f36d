import { tap } from '../../../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say } from '../../../../chat/dsl/screen.ts';
import { namesAmount } from '../../../../nlu/acts/question-topic.ts';
import type { Order } from '../../../../shop/fulfilment/orders.ts';
import type { Turn } from '../../../flow.ts';
import { homeButton, moneyValue, productName } from '../../../screens/values.ts';
import { cartScreen } from '../../checkout/cart-screen.ts';
import { showCard } from '../../checkout/checkout-open.ts';
import { findOrders, isPointed, pickOrder } from '../../orders/find-orders.ts';
import { forwardable } from '../questions/forward.ts';

/** 改单, `change my order`: the order that can still be changed, on a card; else what is not ordered yet. */
export async function changeAnswer(turn: Turn): Promise<Reply | undefined> {
  const { shop, person, chat, text } = turn;
  if (namesAmount(text)) return undefined;
  const card = await shop.checkout.current(person.id, chat.id);
  if (card?.replaces) return showCard(turn, card);
  const open = await findOrders(turn, ['placed', 'accepted', 'shipped']);
  const placed = open.filter(({ fulfilment }) => fulfilment === 'placed');
  if (placed.length > 1 && !isPointed(turn, placed)) return [whichChange(placed)];
  const order = pickOrder(turn, placed.length > 0 ? placed : open);
  if (order?.fulfilment === 'placed') return turn.press(tap('change/:order', { order: order.id }));
  const lines = await shop.cart.lines(person.id);
  if (lines.length > 0) return [cartScreen(lines)];
  return order && [forwardable(turn, say('amend-too-late', { number: order.number }), { order: order.id })];
}

/** 下错了, right behind an order: what can be done about it, since what is wrong was not said. */
export async function mistakeAnswer(turn: Turn): Promise<Reply | undefined> {
  if (turn.focus.order === undefined && turn.focus.card === undefined) return undefined;
  const order = pickOrder(turn, await findOrders(turn, ['placed']));
  if (!order) return undefined;
  const change = { label: say('order-change'), tap: tap('change/:order', { order: order.id }) };
  const cancel = { label: say('order-cancel'), tap: tap('cancel/:order', { order: order.id }) };
  return [
    {
      text: say('act-mistake', {
        number: order.number,
        goods: order.lines[0] ? productName(order.lines[0]) : '',
      }),
      buttons: [[change, cancel], [homeButton]],
      focus: { order: order.id },
      fresh: true,
    },
  ];
}

/** Several can still be changed: which is meant is asked, with what is in them. */
const whichChange = (orders: readonly Order[]): Screen => ({
  text: say('change-which'),
  buttons: [...orders.map((order) => [changeButton(order)]), [homeButton]],
  fresh: true,
});

const changeButton = ({ id, number, lines, total }: Order): Button => ({
  label: say('change-one', {
    number,
    goods: lines[0] ? productName(lines[0]) : '',
    total: moneyValue(total),
  }),
  tap: tap('change/:order', { order: id }),
});
