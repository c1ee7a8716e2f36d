import type { Reply } from '../../../chat/dsl/screen.ts';
import { readRefund } from '../../../nlu/acts/seller/orders/refund-act.ts';
import { parseTracking } from '../../../shop/shipping/couriers.ts';
import { measures } from '../../../shop/values/quantity.ts';
import type { Turn } from '../../flow.ts';
import { notYours } from './orders-after.ts';
import { takeParcel } from './orders-ship.ts';
import { takeWeight } from './packing/pack-weigh.ts';
import { parseOrderMessage, parseWeight } from './packing/packing-messages.ts';

/**
 * Handles messages that begin with an order's number: `A-0317 9.6斤` is a weight, `A-0317 SF1234567890123` a shipment;
 * both may be a photo's caption. Undefined for anything else.
 */
export async function handleOrderMessage(turn: Turn): Promise<Reply | undefined> {
  const said = parseOrderMessage(turn.text);
  const order = said && (await turn.shop.orders.soldByNumber(turn.person.id, said.number));
  // A-0007烂的那两斤，退他18块: what spoiled was weighed by nobody.
  const refund = readRefund(turn.text);
  if (!said || (refund?.is === 'give' && refund.share.is === 'amount')) return undefined;
  // Never taken for a product's stock, though it has no order.
  if (!order) return isWeightOrParcel(said.rest) ? [notYours] : undefined;
  return (await takeWeight(turn, order, said.rest)) ?? (await takeParcel(turn, order, said.rest));
}

const isWeightOrParcel = (rest: string): boolean =>
  parseTracking(rest) !== undefined ||
  (!/[元块¥$]|yuan/i.test(rest) && measures.some((one) => parseWeight(rest, one) !== undefined));
