import { tap } from '../../../chat/dsl/action.ts';
import { type Button, say } from '../../../chat/dsl/screen.ts';
import type { SellerId } from '../../../db/ids.ts';
import { ACCEPT_BATCH } from '../../../shop/fulfilment/accept-all.ts';
import type { Shop } from '../../../shop/shop.ts';

/** One tap for all orders that wait for this seller by now; no row where there are not several. */
export async function acceptAllRow(shop: Shop, sellerId: SellerId, now: Date): Promise<Button[][]> {
  const count = Math.min(await shop.orders.countAcceptable(sellerId), ACCEPT_BATCH);
  if (count < 2) return [];
  const action = tap('accept-all/:seller/:moment', { seller: sellerId, moment: now.getTime() });
  return [[{ label: say('accept-all', { count }), tap: action, tone: 'success' }]];
}
