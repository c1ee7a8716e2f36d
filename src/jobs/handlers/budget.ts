import type { SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { writingCostSince } from '../../shop/catalogue/texts/writer-drafts.ts';
import type { JobDeps } from '../job.ts';

/** Budgets are of the last 24 hours. */
const BUDGET_MS = 86_400_000;

/** Whether the model has cost a seller what the village allows for a day. */
export async function isOverBudget(
  context: TxContext,
  sellerId: SellerId,
  { writerBudgetMicros }: Pick<JobDeps, 'writerBudgetMicros'>,
): Promise<boolean> {
  if (writerBudgetMicros === undefined) return false;
  const since = new Date(context.now.getTime() - BUDGET_MS);
  return (await writingCostSince(context, sellerId, since)) >= writerBudgetMicros;
}
