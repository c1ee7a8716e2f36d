import type { Work } from '../../db/work.ts';
import { planAlert } from './alerts.ts';
import { announceWished } from './saved-searches.ts';

/** Tells those who wait for the product, or for anything like it, that there is some again; each time it comes back is a round of its own. */
export async function announceRestock(work: Work, productId: string): Promise<void> {
  await planAlert(work, {
    kind: 'restock',
    targetId: productId,
    round: work.now.toISOString(),
    dueAt: work.now,
  });
  await announceWished(work, productId);
}
