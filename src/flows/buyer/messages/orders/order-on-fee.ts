import type { Reply } from '../../../../chat/dsl/screen.ts';
import { readOrderOnFreeShipping } from '../../../../nlu/acts/orders/on-free-shipping.ts';
import type { Turn } from '../../../flow.ts';
import { questionAnswer } from '../questions/question.ts';

/** 要是包邮我就要12斤: what the goods cost with their fee is answered, and the order is one tap away; nothing else of it is read. */
export async function onFreeShippingAnswer(turn: Turn): Promise<Reply | undefined> {
  // With a card in sight the fee is of what is on it, too.
  const order = turn.focus.card ? undefined : readOrderOnFreeShipping(turn.text);
  if (order === undefined) return undefined;
  const asked = /\p{Script=Han}/u.test(order) ? `${order}，运费多少` : `how much is shipping for ${order}`;
  return questionAnswer({ ...turn, text: asked });
}
