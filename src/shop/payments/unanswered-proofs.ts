import type { OrderId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { lockGoods } from '../orders/locking.ts';
import { findOrder, type Order } from '../orders/order.ts';
import { returnStock, transition } from '../orders/transitions.ts';
import { PROOF_MS, type Proof, proofs } from './proofs.ts';

/** A proof that has waited so long is shown to the seller again, and the office is told. */
const REMIND_MS = 24 * 3_600_000;
/** How many in one transaction at most. */
const BATCH = 50;

/** Claims proofs that nobody has answered for a day and marks them as reminded of: each order's once. */
export async function takeUnansweredProofs(context: TxContext): Promise<Proof[]> {
  const { tx, now } = context;
  const soon = new Date(now.getTime() + PROOF_MS - REMIND_MS);
  const rows = await tx.$queryRaw<{ orderId: OrderId }[]>`
    UPDATE proof SET reminded_at = ${now} WHERE id IN (
      SELECT p.id FROM orders o JOIN proof p ON p.order_id = o.id
      WHERE o.payment = 'proof-sent' AND o.due_at > ${now} AND o.due_at <= ${soon}
        AND p.state = 'sent' AND p.reminded_at IS NULL
      ORDER BY o.due_at LIMIT ${BATCH} FOR UPDATE OF p SKIP LOCKED)
    RETURNING order_id AS "orderId"`;
  const found: Proof[] = [];
  for (const { orderId } of rows) {
    const proof = await proofs(context).current(orderId);
    if (proof) found.push(proof);
  }
  return found;
}

/**
 * Ends what waited for an answer too long: the order expires, its goods are free, and it waits for money again. That the
 * money came can still be said, as of any expired order. The caller notifies everybody.
 */
export async function lapseProofs(context: TxContext): Promise<Order[]> {
  const { tx, now } = context;
  const due = await tx.$queryRaw<{ id: OrderId }[]>`
    SELECT id FROM orders WHERE payment = 'proof-sent' AND due_at <= ${now}
    ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
  await lockGoods(
    tx,
    due.map(({ id }) => id),
  );
  const lapsed: Order[] = [];
  for (const { id } of due) {
    await tx.order.update({ where: { id }, data: { payment: 'due', dueAt: null } });
    await tx.proof.updateMany({ where: { orderId: id, state: 'sent' }, data: { state: 'lapsed' } });
    await tx.orderEvent.create({ data: { orderId: id, change: 'proof-lapsed', at: now } });
    if (await transition(context, id, 'expired', null)) await returnStock(context, id);
    const order = await findOrder(context, { id });
    if (order) lapsed.push(order);
  }
  return lapsed;
}
