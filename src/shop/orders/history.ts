import type { OrderId, PersonId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';

/** One event of an order. `change` is a state of src/shop/orders/lifecycle.ts or names the act. */
export interface OrderStep {
  readonly change: string;
  readonly note: string;
  readonly at: Date;
}

/** The events of an order, oldest first. The caller has checked that the person may see it. */
export async function findTimeline({ tx }: TxContext, orderId: OrderId): Promise<OrderStep[]> {
  return tx.orderEvent.findMany({
    where: { orderId },
    orderBy: { id: 'asc' },
    select: { change: true, note: true, at: true },
  });
}

/** When the order last became `change`, and by whom. */
export async function lastStep(
  { tx }: TxContext,
  orderId: OrderId,
  change: string,
): Promise<{ readonly at: Date; readonly personId: PersonId | null } | undefined> {
  const row = await tx.orderEvent.findFirst({
    where: { orderId, change },
    orderBy: { id: 'desc' },
    select: { at: true, personId: true },
  });
  return row ?? undefined;
}
