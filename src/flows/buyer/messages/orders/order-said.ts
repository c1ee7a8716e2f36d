import type { Reply } from '../../../../chat/dsl/screen.ts';
import { readSideTopic } from '../../../../nlu/acts/act.ts';
import { readCorrection } from '../../../../nlu/acts/correction.ts';
import { readAmountChange } from '../../../../nlu/acts/orders/changes/order-change.ts';
import { isElsewhere } from '../../../../nlu/acts/orders/delivery/destination.ts';
import { asksPrice, isAsking } from '../../../../nlu/acts/question-topic.ts';
import { unusedBefore, unusedClauses } from '../../../../nlu/acts/unused.ts';
import { readBuyer } from '../../../../nlu/read.ts';
import type { BuyerReading } from '../../../../nlu/reading.ts';
import type { Turn } from '../../../flow.ts';
import { parseGiven } from '../../checkout/address.ts';
import { changeCard } from '../../checkout/checkout-open.ts';
import { withLeftWords } from '../left-words.ts';
import { topicAnswer } from '../questions/facts.ts';
import { orderLines } from './order.ts';

/** What is wanted, with what was asked beside it, and what of the message was not used. */
export async function orderAnswer(turn: Turn, reading: BuyerReading): Promise<Reply> {
  const corrected = reading.recipient ? undefined : readCorrection(turn.text);
  if (corrected)
    return orderAnswer({ ...turn, text: corrected.rest }, { ...reading, lines: corrected.lines });
  const { lines, recipient } = reading;
  const given = parseGiven(turn.text);
  const ordered = await orderLines(turn, lines, given);
  if (isElsewhere(turn.text) && !given.address) return (await askWhere(turn)) ?? ordered;
  const left = recipient ? unusedBefore(turn.text) : unusedClauses(turn.text);
  const unused = left.filter((clause) => !isOnCardAnyway(clause));
  return [...(await sideAnswer(turn)), ...(await withLeftWords(turn, ordered, unused))];
}

/** 腊肠现在什么价，要两斤; 还有没有: the card with the goods on it says so. */
const isOnCardAnyway = (clause: string): boolean =>
  isAsking(clause) && (asksPrice(clause) || readBuyer(clause).kind === 'search');

/** 寄给我妈: to an address that nobody has told us. */
async function askWhere(turn: Turn): Promise<Reply | undefined> {
  const card = await turn.shop.checkout.current(turn.person.id, turn.chat.id);
  return card && changeCard(turn, card.id, { recipient: undefined });
}

/** What was asked beside an order. */
async function sideAnswer(turn: Turn): Promise<Reply> {
  const topic = readSideTopic(turn.text);
  // 刚看完直播馋了: told, and nothing asked.
  if (topic === 'stream' && !isAsking(turn.text)) return [];
  // Two jars of the cheaper honey: that is said, and nothing asked.
  if (topic === 'cheaper' && readAmountChange(turn.text).nth === 'cheapest') return [];
  return (topic && (await topicAnswer(turn, topic))) ?? [];
}
