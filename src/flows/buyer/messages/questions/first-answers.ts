import type { Reply } from '../../../../chat/dsl/screen.ts';
import { takesQuestionBack } from '../../../../nlu/acts/talk/taken-back.ts';
import type { Turn } from '../../../flow.ts';
import { waitOffAnswer } from '../../account/wait-off.ts';
import { waitedForAnswer } from '../../account/waited-for.ts';
import { remark } from '../card/remark.ts';
import { forMoneyAnswer } from '../orders/for-money.ts';
import { orderFactAnswer } from '../orders/placed/fact-asked.ts';
import { keptOrdersAnswer } from '../orders/placed/kept-orders.ts';
import { whoseGoodsAnswer } from '../whose-goods.ts';
import { addressOutAnswer } from './address-out.ts';
import { cheaperAnswer } from './cheaper.ts';
import { reminderOffAnswer } from './reminder-off.ts';
import { shipConditionAnswer } from './ship-condition.ts';

/** What is told by its whole sentence, before any words of it are taken for an order. */
export const firstAnswer = async (
  turn: Turn,
  answer: (turn: Turn) => Promise<Reply>,
): Promise<Reply | undefined> =>
  (await keptOrdersAnswer(turn, answer)) ??
  (await orderFactAnswer(turn)) ??
  (await whoseGoodsAnswer(turn)) ??
  (await waitOffAnswer(turn)) ??
  (await reminderOffAnswer(turn)) ??
  (await waitedForAnswer(turn)) ??
  (await addressOutAnswer(turn)) ??
  slipAnswer(turn) ??
  (await shipConditionAnswer(turn)) ??
  (await cheaperAnswer(turn)) ??
  (await forMoneyAnswer(turn, answer));

/** I ordered that somewhere else, my bad: with a card in sight it may be of what stands there. */
const slipAnswer = ({ text, focus }: Turn): Reply | undefined =>
  takesQuestionBack(text) && !focus.card ? [remark('act-slip')] : undefined;
