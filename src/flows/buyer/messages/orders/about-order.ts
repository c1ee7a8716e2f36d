import { tap } from '../../../../chat/dsl/action.ts';
import { type Message, type Screen, say, type Text } from '../../../../chat/dsl/screen.ts';
import type { Order } from '../../../../shop/fulfilment/orders.ts';
import type { Turn } from '../../../flow.ts';
import { orderScreen } from '../../../screens/orders/order-screen.ts';
import { forwardable, wordsWithKept } from '../questions/forward.ts';

/** An order, with a button by which its seller hears what was said of it. */
export async function aboutOrder(
  turn: Turn,
  order: Order,
  text: Text,
  { label }: { readonly label: Message },
): Promise<Screen> {
  const { buttons = [], text: shown } = orderScreen(order, await turn.shop.timeline(order.id));
  return {
    ...forwardable(turn, [text, shown], { order: order.id, words: wordsWithKept(turn) }),
    focus: { order: order.id },
    buttons: [
      [
        { label, tap: tap('forward') },
        { label: say('repair-person'), tap: tap('person') },
      ],
      ...buttons,
    ],
  };
}
