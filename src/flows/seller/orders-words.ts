import type { Reply } from '../../chat/screen.ts';
import type { Turn } from '../flow.ts';
import { takeParcel } from './orders-ship.ts';
import { takeWeight } from './pack-weigh.ts';
import { saidOfOrder } from './pack-words.ts';

/**
 * Hears what begins with an order's number: `A-0317 9.6斤` is what the scale says, `A-0317 SF1234567890123` is on its
 * way; both may stand below a photo. Nothing where something else is meant.
 */
export async function hearOfOrder(turn: Turn): Promise<Reply | undefined> {
  const said = saidOfOrder(turn.words);
  const order = said && (await turn.shop.orders.soldByNumber(turn.person.id, said.number));
  if (!said || !order) return undefined;
  return (await takeWeight(turn, order, said.rest)) ?? (await takeParcel(turn, order, said.rest));
}
