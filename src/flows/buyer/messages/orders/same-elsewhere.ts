import type { Reply } from '../../../../chat/dsl/screen.ts';
import { asksSame } from '../../../../nlu/acts/act.ts';
import { splitClauses } from '../../../../nlu/acts/clauses.ts';
import type { BuyerReading } from '../../../../nlu/reading.ts';
import type { Turn } from '../../../flow.ts';
import { parseGiven } from '../../checkout/address.ts';
import { sameOnCard } from '../../checkout/reorder.ts';

/** 同样的再寄一份给我同事，林晓，137…: what was bought last, to whom it says. */
export async function sameElsewhere(
  turn: Turn,
  { recipient, lines }: BuyerReading,
): Promise<Reply | undefined> {
  const namesGoods = lines.some(({ product, measure }) => product !== '' || measure !== 'COUNT');
  if (!recipient?.address || namesGoods || !splitClauses(turn.text).some(asksSame)) return undefined;
  const [newest] = (await turn.shop.orders.boughtPage(turn.person.id, 0)).items;
  return newest && sameOnCard({ ...turn, params: { order: newest.id } }, parseGiven(turn.text));
}
