import type { OrderId, PersonId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { lockGoods } from '../orders/locking.ts';
import { findOrder, type Order } from '../orders/order.ts';
import { takeHeld, transition } from '../orders/transitions.ts';
import { requireMembership } from '../sellers/sellers.ts';

/** How many orders one tap accepts at most. */
export const ACCEPT_BATCH = 50;

/** An order can be accepted that is paid on delivery, or has been paid. */
export const ACCEPTABLE = { fulfilment: 'placed', payment: { in: ['none', 'paid'] } };

/** How many orders of a seller wait to be accepted. */
export const countAcceptable = ({ tx }: TxContext, sellerId: SellerId): Promise<number> =>
  tx.order.count({ where: { sellerId, ...ACCEPTABLE } });

/**
 * Accepts what waits since `until` or longer, the oldest first: what came after the seller's screen was made is not
 * accepted by a button on it. Undefined for those who may not.
 */
export async function acceptAll(
  context: TxContext,
  personId: PersonId,
  sellerId: SellerId,
  until: Date,
): Promise<Order[] | undefined> {
  const { tx } = context;
  if (!(await requireMembership(tx, personId, sellerId, 'pack'))) return undefined;
  const rows = await tx.$queryRaw<{ id: OrderId }[]>`
    SELECT id FROM orders WHERE id IN (
      SELECT id FROM orders WHERE seller_id = ${sellerId}::uuid AND fulfilment = 'placed'
        AND payment IN ('none', 'paid') AND placed_at <= ${until}
      ORDER BY placed_at, id LIMIT ${ACCEPT_BATCH}) ORDER BY id FOR UPDATE`;
  await lockGoods(
    tx,
    rows.map(({ id }) => id),
  );
  const accepted: Order[] = [];
  for (const { id } of rows) {
    if (!(await transition(context, id, 'accepted', personId, ACCEPTABLE))) continue;
    await takeHeld(context, id);
    const order = await findOrder(context, { id });
    if (order) accepted.push(order);
  }
  return accepted.sort((a, b) => a.number.localeCompare(b.number));
}
