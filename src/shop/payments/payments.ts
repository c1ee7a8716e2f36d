import type { OrderId, PersonId, ProductId } from '../../db/ids.ts';
import { inSavepoint, type TxContext } from '../../db/work.ts';
import { findPastLimit } from '../checkout/problems.ts';
import { take } from '../inventory/stock.ts';
import { mayBecome, nextPayment } from '../orders/lifecycle.ts';
import { lockGoods, lockOrder } from '../orders/locking.ts';
import { type Order, soldOrder } from '../orders/order.ts';
import { markPreorders } from '../orders/preorders.ts';
import { openFullRefund, openRefund } from '../orders/refunds.ts';
import { type Acted, linesByProduct, recordAct, takeHeld, transition } from '../orders/transitions.ts';
import { type Fen, maxFen, minusFen, NO_FEN } from '../values/money.ts';
import type { BaseQuantity } from '../values/quantity.ts';

/** Why money that came late is not kept. */
export type WhyRefunded =
  /** The goods were sold meanwhile. */
  | 'gone'
  /** With what the buyer has ordered since, it would be more than one person may have. */
  | 'over-limit'
  /** It had been cancelled or declined. */
  | 'called-off'
  /** Its buyer was forgotten: nobody knows where it goes. */
  | 'forgotten';

/** What came of saying that the money is there. */
export interface Confirmed extends Acted {
  /** What was paid beyond what the harvest left of the order. */
  readonly owedBack: Fen;
  /** Set where all of it is owed back. */
  readonly whyRefunded: WhyRefunded | undefined;
}

/**
 * Records that the money came. Takes the held goods; where the hold had lapsed, takes them again if they are available,
 * else opens a refund.
 */
export async function confirmPayment(
  context: TxContext,
  personId: PersonId,
  id: OrderId,
): Promise<Confirmed | undefined> {
  const { tx, now } = context;
  // Reads the order's total under its lock, because the allotment of a harvest may lower it at the same time.
  await lockOrder(tx, id);
  const order = await soldOrder(context, personId, { id }, 'money');
  if (!order) return undefined;
  const paid = await tx.order.updateMany({
    where: { id, payment: { in: mayBecome(nextPayment, 'paid') } },
    data: { payment: 'paid', dueAt: null },
  });
  if (paid.count === 0) return { order, isDone: false, owedBack: NO_FEN, whyRefunded: undefined };
  await tx.orderEvent.create({ data: { orderId: id, personId, change: 'paid', at: now } });
  const amount = maxFen(order.total, await sentFor(context, id));
  await tx.payment.create({ data: { orderId: id, kind: 'transfer', amount, at: now } });
  const owedBack = await openOverpaid(context, order, amount, personId);
  const whyRefunded = await reserveGoods(context, id, personId);
  const end = await recordAct(context, id, true);
  return end && { ...end, owedBack: whyRefunded ? NO_FEN : owedBack, whyRefunded };
}

/** The order's total when its buyer sent the money; the allotment of a harvest may have lowered it since. */
async function sentFor({ tx }: TxContext, orderId: OrderId): Promise<Fen> {
  const proof = await tx.proof.findFirst({
    where: { orderId, state: { not: 'refused' } },
    orderBy: { at: 'desc' },
    select: { amount: true },
  });
  return proof?.amount ?? NO_FEN;
}

/** Sets the total to what was paid, as for orders paid before the harvest, and refunds what was not picked. */
async function openOverpaid(
  context: TxContext,
  { id, total }: Order,
  amount: Fen,
  personId: PersonId,
): Promise<Fen> {
  if (amount === total) return NO_FEN;
  await context.tx.order.update({ where: { id }, data: { total: amount } });
  return openRefund(context, id, minusFen(amount, total), 'unpicked', personId);
}

/**
 * Takes the held goods; where the hold had lapsed, takes them again if the buyer may have them and they are available, else
 * refunds everything and answers why.
 */
export async function reserveGoods(
  context: TxContext,
  id: OrderId,
  personId: PersonId,
): Promise<WhyRefunded | undefined> {
  if (await takeHeld(context, id)) return undefined;
  const why = await takeAgain(context, id, personId);
  if (why) await openFullRefund(context, id, 'late', personId);
  return why;
}

/** After a lapsed hold. A payment never undoes a cancellation or a refusal. */
async function takeAgain(
  context: TxContext,
  orderId: OrderId,
  personId: PersonId,
): Promise<WhyRefunded | undefined> {
  const { tx } = context;
  const order = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { fulfilment: true, recipient: true, personId: true },
  });
  if (order.fulfilment !== 'expired') return 'called-off';
  if (order.recipient === null) return 'forgotten';
  await lockGoods(tx, [orderId]);
  const lines = await linesByProduct(tx, orderId);
  if (await findPastLimit(tx, order.personId, lines)) return 'over-limit';
  if (!(await takeAll(context, orderId, lines))) return 'gone';
  await markPreorders(context, [orderId]);
  await tx.order.update({ where: { id: orderId }, data: { stock: 'taken' } });
  await transition(context, orderId, 'placed', personId);
  return undefined;
}

/** All of the goods, or none. */
async function takeAll(
  context: TxContext,
  orderId: OrderId,
  lines: readonly { readonly productId: ProductId; readonly quantity: BaseQuantity }[],
): Promise<boolean> {
  const all = await inSavepoint(context, async (inner, refuse: (refusal: 'short') => never) => {
    for (const { productId, quantity } of lines)
      if (!(await take(inner, productId, quantity, { reason: 'order', orderId }))) refuse('short');
    return {};
  });
  return all.ok;
}
