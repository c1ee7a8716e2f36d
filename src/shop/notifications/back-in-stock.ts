import type { ProductId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { planAlert } from './alerts.ts';
import { notifySavedSearches } from './saved-searches.ts';

/**
 * Alerts those who wait for the product, or saved a search that it matches. Each return to stock is a round of its
 * own.
 */
export async function notifyBackInStock(context: TxContext, productId: ProductId): Promise<void> {
  await planAlert(context, {
    kind: 'restock',
    targetId: productId,
    round: context.now.toISOString(),
    dueAt: context.now,
  });
  await notifySavedSearches(context, productId);
}
