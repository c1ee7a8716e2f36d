import { type CheckoutId, type OrderId, type PersonId, parseId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { mayBecome, nextPayment } from '../orders/lifecycle.ts';
import { lockGoods } from '../orders/locking.ts';
import { findOrder, type Order } from '../orders/order.ts';
import { openRefund } from '../orders/refunds.ts';
import { type Fen, minusFen, plusFen } from '../values/money.ts';
import { reserveGoods } from './payments.ts';

/** A payment that the platform reports. */
export interface Charge {
  /** The checkout that it is for, as the platform hands it back. */
  readonly payload: string;
  readonly amount: Fen;
  readonly currency: string;
  /** The provider's id: the same charge twice is one payment. */
  readonly id: string;
  readonly platformId: string;
}

/** A paid order; `isOwedBack` when the payment is to be refunded. */
interface Settled {
  readonly order: Order;
  readonly isOwedBack: boolean;
}

/** Records a charge once by the provider's id; returns no orders when it was known. */
export async function recordCharge(
  context: TxContext,
  personId: PersonId,
  charge: Charge,
): Promise<Settled[]> {
  const { tx } = context;
  const checkoutId = parseId<CheckoutId>(charge.payload);
  if (checkoutId === undefined) return [];
  await lockCheckout(context, checkoutId);
  if ((await tx.payment.count({ where: { chargeId: charge.id } })) > 0) return [];
  const orders = await tx.order.findMany({
    where: { checkoutId },
    orderBy: { id: 'asc' },
    select: { id: true, total: true, payment: true, fulfilment: true },
  });
  const settled: Settled[] = [];
  for (const share of divideCharge(orders, charge.amount)) {
    const one = await settle(context, personId, charge, share);
    if (one) settled.push(one);
  }
  return settled;
}

/**
 * Locks a checkout's orders and products until the end of the transaction, so that none is cancelled, paid or
 * expired.
 */
export async function lockCheckout({ tx }: TxContext, checkoutId: CheckoutId): Promise<void> {
  const orders = await tx.$queryRaw<{ id: OrderId }[]>`
    SELECT id FROM orders WHERE checkout_id = ${checkoutId}::uuid ORDER BY id FOR UPDATE`;
  await lockGoods(
    tx,
    orders.map(({ id }) => id),
  );
}

interface Owing {
  readonly id: OrderId;
  readonly total: Fen;
  readonly payment: string;
  readonly fulfilment: string;
}

interface Share {
  readonly id: OrderId;
  readonly total: Fen;
  readonly amount: Fen;
}

/**
 * Divides a charge among orders: those on the bill first, then those called off after the bill was shown, then those paid
 * in another way. The shares sum up to the amount; the last one gets any excess.
 */
export function divideCharge(orders: readonly Owing[], amount: Fen): Share[] {
  let left = amount;
  const shares: Share[] = [];
  for (const { id, total } of orders.toSorted((a, b) => rank(a) - rank(b))) {
    if (total > left) continue;
    left = minusFen(left, total);
    shares.push({ id, total, amount: total });
  }
  const last = shares.at(-1);
  return last && left > 0
    ? [...shares.slice(0, -1), { ...last, amount: plusFen(last.amount, left) }]
    : shares;
}

const UNPAID: readonly string[] = mayBecome(nextPayment, 'paid');

function rank({ payment, fulfilment }: Owing): number {
  if (!UNPAID.includes(payment)) return 2;
  return fulfilment === 'placed' || fulfilment === 'expired' ? 0 : 1;
}

async function settle(
  context: TxContext,
  personId: PersonId,
  { id: chargeId, platformId: platformChargeId }: Charge,
  { id, total, amount }: Share,
): Promise<Settled | undefined> {
  const { tx, now } = context;
  await tx.payment.create({
    data: { orderId: id, kind: 'invoice', amount, chargeId, platformChargeId, at: now },
  });
  const turned = await tx.order.updateMany({
    where: { id, payment: { in: mayBecome(nextPayment, 'paid') } },
    data: { payment: 'paid', dueAt: null },
  });
  await tx.orderEvent.create({ data: { orderId: id, personId, change: 'paid', at: now } });
  if (turned.count === 1) await reserveGoods(context, id, personId);
  const tooMuch = turned.count === 1 ? minusFen(amount, total) : amount;
  if (tooMuch > 0) await openRefund(context, id, tooMuch, 'late', personId);
  const order = await findOrder(context, { id });
  return order && { order, isOwedBack: turned.count === 0 || order.payment === 'refund-due' };
}
