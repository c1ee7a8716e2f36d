import type { Reply } from '../../../chat/dsl/screen.ts';
import type { Turn } from '../../flow.ts';
import { cardNews, changeCard, isCard } from '../checkout/checkout-open.ts';
import { isNote } from './said-plainly.ts';
import { unusedScreen } from './unused.ts';

/**
 * 家里白天没人，晚上六点后再送, behind 再来1斤核桃: what nothing in a message used is written on the card where it is surely meant
 * for the parcel, and quoted back otherwise.
 */
export async function withLeftWords(turn: Turn, reply: Reply, left: readonly string[]): Promise<Reply> {
  if (left.length === 0) return reply;
  const words = left.join('，');
  const isShown = reply.some(isCard);
  const card = isShown ? await turn.shop.checkout.current(turn.person.id, turn.chat.id) : undefined;
  if (!card || !(await isNote({ ...turn, text: words }))) return [...reply, unusedScreen(left)];
  const note = [card.note, words].filter(Boolean).join('，').slice(0, NOTE_LENGTH);
  return [
    ...reply.filter((part) => !isCard(part)),
    ...(await changeCard(turn, card.id, { note }, cardNews(reply))),
  ];
}

const NOTE_LENGTH = 200;
