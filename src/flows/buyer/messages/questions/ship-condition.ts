import { type Reply, say } from '../../../../chat/dsl/screen.ts';
import { readAmountChange } from '../../../../nlu/acts/orders/changes/order-change.ts';
import { hangsOnShipTime } from '../../../../nlu/acts/orders/placed/ship-condition.ts';
import { readBuyer } from '../../../../nlu/read.ts';
import { buyerContext } from '../../../common/read-context.ts';
import type { Turn } from '../../../flow.ts';
import { productName, quantityValue } from '../../../screens/values.ts';
import { sureLine, type Wanted } from '../orders/put-lines.ts';
import { shipTimeText } from './facts.ts';
import { forwardable } from './forward.ts';
import { takeButton } from './take-it.ts';

/** 要是明天就能发货我就要5斤: nothing is ordered; what is known of the time is said, and the goods are one tap away. */
export async function shipConditionAnswer(turn: Turn): Promise<Reply | undefined> {
  if (!hangsOnShipTime(turn.text)) return undefined;
  // With a card in sight it is what stands there that would be changed.
  if (turn.focus.card && readAmountChange(turn.text).how !== 'say') return undefined;
  const wanted = await wantedThen(turn);
  const product = wanted?.product.id;
  const times = await shipTimeText(product ? { ...turn, focus: { ...turn.focus, product } } : turn);
  const lead = wanted
    ? say('ship-condition', {
        title: productName(wanted.product),
        quantity: quantityValue(wanted.product, wanted.quantity),
      })
    : say('ship-condition-open');
  const asked = forwardable(turn, [lead, ...times], { product });
  const take = wanted ? [[takeButton(wanted.product, wanted.quantity)]] : [];
  return [{ ...asked, buttons: [...take, ...(asked.buttons ?? [])] }];
}

/** The one thing that would be wanted, where it is clear which and how much. */
async function wantedThen(turn: Turn): Promise<Wanted | undefined> {
  const { lines } = readBuyer(turn.text, await buyerContext(turn));
  const [line, ...others] = lines.filter(({ quantity }) => quantity !== null);
  return line && others.length === 0 ? sureLine(turn, line) : undefined;
}
