import type { Tx } from '../../db/client/client.ts';
import type { PersonId, ProductId } from '../../db/ids.ts';
import { type BaseQuantity, baseQuantity } from '../values/quantity.ts';

/** What one person may have of something in base units, and what is left of that for them. */
export interface PersonLimit {
  readonly limit: BaseQuantity;
  readonly left: BaseQuantity;
}

const CALLED_OFF = ['declined', 'cancelled', 'expired'];

/** What the person has ordered of a product since `since`, in base units, without what was called off. */
export async function sumOrdered(
  tx: Tx,
  personId: PersonId,
  productId: ProductId,
  since: Date | null,
): Promise<BaseQuantity> {
  const placed = since ? { placedAt: { gte: since } } : {};
  const ordered = await tx.orderLine.aggregate({
    where: { productId, order: { personId, fulfilment: { notIn: CALLED_OFF }, ...placed } },
    _sum: { quantity: true },
  });
  return baseQuantity(ordered._sum.quantity ?? 0);
}
