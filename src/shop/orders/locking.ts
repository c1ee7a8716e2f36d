import type { Tx } from '../../db/client/client.ts';
import type { OrderId } from '../../db/ids.ts';

// What is decided from an order is read after one of these: orders by id first, then goods by id, as everywhere.

/** Locks the order until the end of the transaction. */
export const lockOrder = (tx: Tx, id: OrderId): Promise<void> => lockOrders(tx, [id]);

export async function lockOrders(tx: Tx, ids: readonly OrderId[]): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM orders WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
}

/**
 * Locks the goods of several orders before any of them moves, in the order of product ids. Moved order by order, they
 * would deadlock with a cart that is confirmed meanwhile.
 */
export async function lockGoods(tx: Tx, orderIds: readonly OrderId[]): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM product WHERE id IN (SELECT product_id FROM order_line WHERE order_id = ANY(${[...orderIds]}::uuid[]))
    ORDER BY id FOR UPDATE`;
}
