import { type Reply, say } from '../../../../chat/dsl/screen.ts';
import { hangsOnSomething } from '../../../../nlu/acts/offers/supposed.ts';
import { readAmountChange } from '../../../../nlu/acts/orders/changes/order-change.ts';
import { isAsking, namesAmount } from '../../../../nlu/acts/question-topic.ts';
import type { Turn } from '../../../flow.ts';
import { showCard } from '../../checkout/checkout-open.ts';
import { forwardable } from '../questions/forward.ts';

/** 要是能包邮，就改成5斤: the card stays as it is and says so, and its seller can be asked. */
export async function hangingAnswer(turn: Turn): Promise<Reply | undefined> {
  const { text, shop, person, chat } = turn;
  const isChange = namesAmount(text) && readAmountChange(text).how !== 'say';
  if (!isChange || isAsking(text) || !hangsOnSomething(text)) return undefined;
  const card = await shop.checkout.current(person.id, chat.id);
  if (!card) return undefined;
  const [shown, ...more] = await showCard(turn, card);
  const product = turn.focus.product ?? card.lines[0]?.productId;
  const asked = forwardable(turn, say('card-hangs'), { product });
  return [...(shown ? [shown] : []), ...more, { ...asked, focus: { card: card.id, product } }];
}
