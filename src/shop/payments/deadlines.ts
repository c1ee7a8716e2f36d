import type { OrderId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { lockGoods } from '../orders/locking.ts';
import { findOrder, type Order } from '../orders/order.ts';
import { returnStock, transition } from '../orders/transitions.ts';

/** How many overdue orders expire in one transaction at most. */
const EXPIRE_BATCH = 50;

/** Expires what was not paid, or of a newcomer not accepted, by its deadline; the caller notifies both sides. */
export async function expireDue(context: TxContext): Promise<Order[]> {
  const { tx, now } = context;
  const due = await tx.$queryRaw<{ id: OrderId }[]>`
    SELECT id FROM orders WHERE stock = 'held' AND payment IN ('due', 'none') AND due_at <= ${now}
    ORDER BY id LIMIT ${EXPIRE_BATCH} FOR UPDATE SKIP LOCKED`;
  await lockGoods(
    tx,
    due.map(({ id }) => id),
  );
  const expired: Order[] = [];
  for (const { id } of due) {
    if (!(await transition(context, id, 'expired', null))) continue;
    await returnStock(context, id);
    const order = await findOrder(context, { id });
    if (order) expired.push(order);
  }
  return expired;
}

/** How long before the deadline a buyer is reminded. */
const REMIND_MS = 30 * 60_000;

/** Orders whose buyers should be reminded of paying now: each once. */
export async function remindDue(context: TxContext): Promise<Order[]> {
  const { tx, now } = context;
  const soon = new Date(now.getTime() + REMIND_MS);
  const rows = await tx.order.updateManyAndReturn({
    where: { payment: 'due', stock: 'held', remindedAt: null, dueAt: { gt: now, lte: soon } },
    data: { remindedAt: now },
    select: { id: true },
  });
  const found: Order[] = [];
  for (const { id } of rows) {
    const order = await findOrder(context, { id });
    if (order) found.push(order);
  }
  return found;
}
