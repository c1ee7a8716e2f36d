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
import type { Fen } from '../values/money.ts';

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
 * The money came. A hold becomes taken; where the hold had lapsed the goods are taken again if they are still there,
 * else a refund is due.
 */
export async function confirmPayment(
  context: TxContext,
  personId: PersonId,
  id: OrderId,
): Promise<Confirmed | undefined> {
  const { tx, now } = context;
  // What the order costs is read under its lock: a harvest that is shared out meanwhile lowers it before or after.
  await lockOrder(tx, id);
  const order = await soldOrder(context, personId, { id }, 'money');
  if (!order) return undefined;
  const paid = await tx.order.updateMany({
    where: { id, payment: { in: mayBecome(nextPayment, 'paid') } },
    data: { payment: 'paid', dueAt: null },
  });
  if (paid.count === 0) return { order, isDone: false, owedBack: 0, whyRefunded: undefined };
  await tx.orderEvent.create({ data: { orderId: id, personId, change: 'paid', at: now } });
  const amount = Math.max(order.total, await sentFor(context, id));
  await tx.payment.create({ data: { orderId: id, kind: 'transfer', amount, at: now } });
  const owedBack = await openOverpaid(context, order, amount, personId);
  const whyRefunded = await reserveGoods(context, id, personId);
  const end = await recordAct(context, id, true);
  return end && { ...end, owedBack: whyRefunded ? 0 : owedBack, whyRefunded };
}

/** What the order cost when its buyer sent the money: a harvest that was shared out since may have lowered it. */
async function sentFor({ tx }: TxContext, orderId: OrderId): Promise<Fen> {
  const proof = await tx.proof.findFirst({
    where: { orderId, state: { not: 'refused' } },
    orderBy: { at: 'desc' },
    select: { amount: true },
  });
  return proof?.amount ?? 0;
}

/** The order then costs what was paid, as any that was paid before its harvest, and what was not picked is owed back. */
async function openOverpaid(
  context: TxContext,
  { id, total }: Order,
  amount: Fen,
  personId: PersonId,
): Promise<Fen> {
  if (amount === total) return 0;
  await context.tx.order.update({ where: { id }, data: { total: amount } });
  return openRefund(context, id, amount - total, 'unpicked', personId);
}

/**
 * What was held is taken; where the hold had lapsed the goods are taken again if the buyer may have them and they are still
 * there, else all money goes back: answers why.
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

/** After a lapsed hold. Nobody's cancelling or declining is undone by money. */
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
  lines: readonly { readonly productId: ProductId; readonly quantity: number }[],
): Promise<boolean> {
  const all = await inSavepoint(context, async (inner, refuse: (refusal: 'short') => never) => {
    for (const { productId, quantity } of lines)
      if (!(await take(inner, productId, quantity, { reason: 'order', orderId }))) refuse('short');
    return {};
  });
  return all.ok;
}
