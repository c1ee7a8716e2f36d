import type { ProductId } from '../../../db/ids.ts';
import { enqueue } from '../../../db/outbox/outbox.ts';
import type { TxContext } from '../../../db/work.ts';
import type { Moved } from '../../inventory/stock.ts';
import { notifySavedSearches } from '../saved-searches.ts';

/** More of a product is there than before: it is offered to those who wait, and told to those who searched for it. */
export async function notifyMoreStock(
  context: TxContext,
  productId: ProductId,
  { before, after }: Moved,
): Promise<void> {
  if (after <= before) return;
  const waiting = { kind: 'product', targetId: productId };
  if (await context.tx.subscription.findFirst({ where: waiting, select: { id: true } }))
    await enqueue(context, 'serve-waiting', { product: productId });
  if (before === 0) await notifySavedSearches(context, productId);
}
