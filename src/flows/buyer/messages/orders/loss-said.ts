import type { Reply } from '../../../../chat/dsl/screen.ts';
import { tellsLoss } from '../../../../nlu/acts/orders/loss-told.ts';
import { wantsNow } from '../../../../nlu/acts/orders/said-of-order.ts';
import { readBuyer } from '../../../../nlu/rules/orders/buyer.ts';
import type { Order } from '../../../../shop/fulfilment/orders.ts';
import type { Turn } from '../../../flow.ts';
import { openForClaims } from '../../orders/photo-claim.ts';
import { refundAnswer } from './placed/refund-said.ts';

/**
 * The handle is off, 羊肚菌差我三两: whoever got goods within the time for claims, and looks at no card, tells of those, whatever
 * else the words may mean.
 */
export async function lossAnswer(turn: Turn): Promise<Reply | undefined> {
  if (turn.focus.card || !tellsLoss(turn.text) || wantsNow(turn.text)) return undefined;
  const arrived = await openForClaims(turn);
  return arrived.length === 0 || (await namesOtherGoods(turn, arrived)) ? undefined : refundAnswer(turn);
}

/** Goods on sale that did not come. */
async function namesOtherGoods({ shop, text }: Turn, arrived: readonly Order[]): Promise<boolean> {
  const came = new Set(arrived.flatMap(({ lines }) => lines.map(({ productId }) => productId)));
  for (const { product } of readBuyer(text).lines) {
    const { match, items } = await shop.catalogue.find(product);
    if (match === 'exact' && items.length > 0 && !items.some(({ id }) => came.has(id))) return true;
  }
  return false;
}
