import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, say } from '../../../chat/dsl/screen.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import { parseTracking } from '../../../shop/shipping/couriers.ts';
import type { Turn } from '../../flow.ts';
import { homeButton } from '../../screens/values.ts';
import { hasRight } from '../acting.ts';
import { findSoldOrders, MOST_BUTTONS, orderLabel } from './order-meant.ts';

/** SF1234567890123, and nothing was asked: whose parcel is it? */
export async function parcelAlone(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const found = parseTracking(turn.text);
  const isAlone = found && turn.text.replace(/[\s-]/g, '').length < found.number.length + 8;
  if (!found || !isAlone || !hasRight(seller, 'pack')) return undefined;
  const open = await findSoldOrders(turn, seller.id);
  const waiting = open.filter(({ fulfilment }) => fulfilment === 'accepted');
  if (waiting.length === 0) return undefined;
  const buttons = waiting.slice(0, MOST_BUTTONS).map((order): Button[] => [
    {
      label: orderLabel(order),
      tap: tap('shipped-as/:order/:number', { order: order.id, number: found.number }),
    },
  ]);
  return [{ text: say('order-words-whose-parcel'), buttons: [...buttons, [homeButton]], fresh: true }];
}
