import type { OrderId, PersonId, ProductId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { add, take, takeReserved } from '../inventory/stock.ts';
import { mayBecome, nextPayment } from '../orders/lifecycle.ts';
import { lockGoods, lockOrder } from '../orders/locking.ts';
import { findOrder, findOrders, type Order, soldOrder } from '../orders/order.ts';
import { markPreorders } from '../orders/preorders.ts';
import { openFullRefund, openRefund } from '../orders/refunds.ts';
import { type Acted, linesByProduct, recordAct, returnStock, transition } from '../orders/transitions.ts';
import { type Fen, maxFen, minusFen, NO_FEN } from '../values/money.ts';
import type { BaseQuantity } from '../values/quantity.ts';

/**
 * Records that the money came. Takes the held goods; where the hold had lapsed, takes them again if they are available,
 * else opens a refund.
 */
export async function confirmPayment(
  context: TxContext,
  personId: PersonId,
  id: OrderId,
): Promise<Acted | undefined> {
  const { tx, now } = context;
  // Reads the order's total under its lock, because the allotment of a harvest may lower it at the same time.
  await lockOrder(tx, id);
  const order = await soldOrder(context, personId, { id }, 'money');
  if (!order) return undefined;
  const paid = await tx.order.updateMany({
    where: { id, payment: { in: mayBecome(nextPayment, 'paid') } },
    data: { payment: 'paid', dueAt: null },
  });
  if (paid.count === 0) return { order, isDone: false };
  await tx.orderEvent.create({ data: { orderId: id, personId, change: 'paid', at: now } });
  const amount = maxFen(order.total, await sentFor(context, id));
  await tx.payment.create({ data: { orderId: id, kind: 'transfer', amount, at: now } });
  await owedBack(context, order, amount, personId);
  await reserveGoods(context, id, personId);
  return recordAct(context, id, true);
}

/** The order's total when its buyer sent the money; the allotment of a harvest may have lowered it since. */
async function sentFor({ tx }: TxContext, orderId: OrderId): Promise<Fen> {
  const proof = await tx.proof.findFirst({
    where: { orderId, state: { in: ['sent', 'accepted'] } },
    orderBy: { at: 'desc' },
    select: { amount: true },
  });
  return proof?.amount ?? NO_FEN;
}

/** Sets the total to what was paid, as for orders paid before the harvest, and refunds what was not picked. */
async function owedBack(
  context: TxContext,
  { id, total }: Order,
  amount: Fen,
  personId: PersonId,
): Promise<void> {
  if (amount === total) return;
  await context.tx.order.update({ where: { id }, data: { total: amount } });
  await openRefund(context, id, minusFen(amount, total), 'unpicked', personId);
}

/**
 * Takes the held goods; where the hold had lapsed, takes them again if they are available, else refunds.
 */
export async function reserveGoods(context: TxContext, id: OrderId, personId: PersonId): Promise<void> {
  const { tx } = context;
  const held = await tx.order.updateMany({ where: { id, stock: 'held' }, data: { stock: 'taken' } });
  if (held.count === 1) {
    for (const line of await linesByProduct(tx, id))
      await takeReserved(context, line.productId, line.quantity, { reason: 'order', orderId: id });
  } else await takeAgain(context, id, personId);
}

/**
 * After a lapsed hold: takes all of the order's goods again, or refunds. A payment never undoes a cancellation or a
 * refusal.
 */
async function takeAgain(context: TxContext, orderId: OrderId, personId: PersonId): Promise<void> {
  const { tx } = context;
  const isExpired = (await tx.order.count({ where: { id: orderId, fulfilment: 'expired' } })) === 1;
  if (!isExpired) return openFullRefund(context, orderId, 'late', personId);
  const taken: { productId: ProductId; quantity: BaseQuantity }[] = [];
  for (const line of await linesByProduct(tx, orderId)) {
    if (await take(context, line.productId, line.quantity, { reason: 'order', orderId })) taken.push(line);
    else {
      for (const back of taken)
        await add(context, back.productId, back.quantity, { reason: 'undo', orderId });
      return openFullRefund(context, orderId, 'late', personId);
    }
  }
  await markPreorders(context, [orderId]);
  await tx.order.update({ where: { id: orderId }, data: { stock: 'taken' } });
  await transition(context, orderId, 'placed', personId);
}

/** The most orders that expire in one transaction. */
const EXPIRE_BATCH = 50;

/** Expires orders whose deadline has passed; the caller notifies their buyers. */
export async function expireDue(context: TxContext): Promise<Order[]> {
  const { tx, now } = context;
  const due = await tx.$queryRaw<{ id: OrderId }[]>`
    SELECT id FROM orders WHERE stock = 'held' AND payment = 'due' AND due_at <= ${now}
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
  return findOrders(context, rows);
}
