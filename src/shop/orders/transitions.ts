import type { Tx } from '../../db/client/client.ts';
import type { Prisma } from '../../db/generated/client.ts';
import type { OrderId, PersonId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { sealTracking } from '../customers/tracking.ts';
import { add, release, takeReserved } from '../inventory/stock.ts';
import { notifyMoreStock } from '../notifications/waiting/back-in-stock.ts';
import { type Fulfilment, mayBecome, nextFulfilment } from './lifecycle.ts';
import { findOrder, findOrderById, type Order, soldOrder } from './order.ts';
import { openFullRefund } from './refunds.ts';

/** Moves the order if the lifecycle allows it, in one statement; false when it does not, or another was faster. */
export async function transition(
  { tx, now }: TxContext,
  id: OrderId,
  to: Fulfilment,
  personId: PersonId | null,
  only: Prisma.OrderWhereInput = {},
): Promise<boolean> {
  const moved = await tx.order.updateMany({
    where: { id, fulfilment: { in: mayBecome(nextFulfilment, to) }, AND: only },
    data: { fulfilment: to },
  });
  if (moved.count === 0) return false;
  await tx.orderEvent.create({ data: { orderId: id, personId, change: to, at: now } });
  return true;
}

/** What came of an act on an order: the order as it now is, and whether the act changed it. */
export interface Acted {
  readonly order: Order;
  readonly isDone: boolean;
}

export async function asSeller(
  context: TxContext,
  personId: PersonId,
  id: OrderId,
  to: Fulfilment,
  only?: Prisma.OrderWhereInput,
): Promise<Acted | undefined> {
  if (!(await soldOrder(context, personId, { id }, 'pack'))) return undefined;
  const isDone = await transition(context, id, to, personId, only);
  if (isDone && to === 'accepted') await takeHeld(context, id);
  if (isDone && (to === 'declined' || to === 'cancelled')) await takenBack(context, id, to, personId);
  return recordAct(context, id, isDone);
}

/** What was held for an order is sold; false where nothing was. */
export async function takeHeld(context: TxContext, id: OrderId): Promise<boolean> {
  const { tx } = context;
  const held = await tx.order.updateMany({
    where: { id, stock: 'held' },
    data: { stock: 'taken', dueAt: null },
  });
  if (held.count === 0) return false;
  for (const line of await linesByProduct(tx, id))
    await takeReserved(context, line.productId, line.quantity, { reason: 'order', orderId: id });
  return true;
}

export async function recordAct(
  context: TxContext,
  id: OrderId,
  isDone: boolean,
): Promise<Acted | undefined> {
  const order = await findOrderById(context, id);
  return order && { order, isDone };
}

export async function ship(
  context: TxContext,
  personId: PersonId,
  id: OrderId,
  trackingNumber?: string,
): Promise<Acted | undefined> {
  const end = await asSeller(context, personId, id, 'shipped');
  if (!end?.isDone || !trackingNumber) return end;
  await context.tx.order.update({ where: { id }, data: sealTracking(context.cipher, id, trackingNumber) });
  return recordAct(context, id, true);
}

export async function cancel(
  context: TxContext,
  personId: PersonId,
  id: OrderId,
): Promise<Acted | undefined> {
  if (!(await findOrder(context, { id, personId }))) return undefined;
  const isDone = await transition(context, id, 'cancelled', personId, { fulfilment: 'placed' });
  if (isDone) await takenBack(context, id, 'cancelled', personId);
  return recordAct(context, id, isDone);
}

/** Calls off an order that another takes the place of, where nobody has accepted it; its goods go back by `takenBack`. */
export const callOff = (context: TxContext, personId: PersonId, id: OrderId): Promise<boolean> =>
  transition(context, id, 'cancelled', personId, { fulfilment: 'placed', personId });

/** The goods go back to stock, and what was paid back to the buyer. */
export async function takenBack(
  context: TxContext,
  id: OrderId,
  reason: 'cancelled' | 'declined',
  personId: PersonId,
): Promise<void> {
  await returnStock(context, id);
  await openFullRefund(context, id, reason, personId);
}

export async function received(
  context: TxContext,
  personId: PersonId,
  id: OrderId,
): Promise<Acted | undefined> {
  if (!(await findOrder(context, { id, personId }))) return undefined;
  return recordAct(context, id, await transition(context, id, 'delivered', personId));
}

/** Returns an order's goods once: only the call that changes its stock state does. */
export async function returnStock(context: TxContext, orderId: OrderId): Promise<void> {
  const { tx } = context;
  const wasHeld =
    (await tx.order.updateMany({ where: { id: orderId, stock: 'held' }, data: { stock: 'returned' } }))
      .count === 1;
  const wasTaken =
    (await tx.order.updateMany({ where: { id: orderId, stock: 'taken' }, data: { stock: 'returned' } }))
      .count === 1;
  if (!wasHeld && !wasTaken) return;
  for (const { productId, quantity } of await linesByProduct(tx, orderId)) {
    const moved = wasHeld
      ? await release(context, productId, quantity)
      : await add(context, productId, quantity, { reason: 'returned', orderId });
    if (moved) await notifyMoreStock(context, productId, moved);
  }
}

/** What a harvest left with nothing has been given back already. */
export const NOT_LEFT_OUT = { OR: [{ allotted: null }, { allotted: { gt: 0 } }] };

/** Goods are always locked in this order, so that two orders with the same products never wait for each other. */
export const linesByProduct = (tx: Tx, orderId: OrderId) =>
  tx.orderLine.findMany({
    where: { orderId, ...NOT_LEFT_OUT },
    orderBy: { productId: 'asc' },
    select: { productId: true, quantity: true },
  });
