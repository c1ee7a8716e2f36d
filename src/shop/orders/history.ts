import type { OrderId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';

/** One step of an order's way. `change` is a state of src/shop/orders/lifecycle.ts or a word of the act that made it. */
export interface OrderStep {
  readonly change: string;
  readonly note: string;
  readonly at: Date;
}

/** What has become of an order, oldest first: for those who have been shown the order itself. */
export async function findTimeline({ tx }: TxContext, orderId: OrderId): Promise<OrderStep[]> {
  return tx.orderEvent.findMany({
    where: { orderId },
    orderBy: { id: 'asc' },
    select: { change: true, note: true, at: true },
  });
}

/** When the order last became `change`. */
export async function lastStep(
  { tx }: TxContext,
  orderId: OrderId,
  change: string,
): Promise<Date | undefined> {
  const row = await tx.orderEvent.findFirst({
    where: { orderId, change },
    orderBy: { id: 'desc' },
    select: { at: true },
  });
  return row?.at;
}
