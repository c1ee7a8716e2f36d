import type { MediaId, OrderId, PersonId, SellerId } from '../../db/ids.ts';
import { inSavepoint, type Outcome, type TxContext } from '../../db/work.ts';
import { amountDue } from '../orders/amount-due.ts';
import { lockOrder } from '../orders/locking.ts';
import { openRefund } from '../orders/refunds.ts';
import { requireMembership } from '../sellers/sellers.ts';
import { belongsToAnotherOrder } from '../support/private-media.ts';
import { type Fen, fen, minusFen, plusFen, sumFen } from '../values/money.ts';
import { type BaseQuantity, isAmount } from '../values/quantity.ts';
import { type Order, type OrderLine, orders } from './orders.ts';
import { packingSheet } from './packing-sheet.ts';

/** What the scale said of one line of an order. */
export interface Weighing {
  readonly orderId: OrderId;
  readonly position: number;
  /** Base units. */
  readonly packed: BaseQuantity;
  readonly photoId?: MediaId | undefined;
}

/** What the difference in weight leads to: a refund, less to pay at the door, more goods for free, or nothing. */
export type Settled = 'refund' | 'less-to-pay' | 'gift' | 'as-ordered';

export interface Weighed {
  readonly order: Order;
  readonly line: OrderLine;
  readonly settled: Settled;
  /** What the buyer gets back or does not have to pay for the line, in fen. */
  readonly difference: Fen;
  readonly photoId: MediaId | undefined;
}

export type NotWeighed =
  | { readonly code: 'not-there' }
  /** Only what has been accepted and has not left is packed. */
  | { readonly code: 'not-packing'; readonly order: Order }
  /** The money was given back for a weight below this one. */
  | { readonly code: 'settled'; readonly order: Order };

export const packing = (context: TxContext) => ({
  sheet: (personId: PersonId, sellerId: SellerId) => packingSheet(context, personId, sellerId),
  weigh: (personId: PersonId, weighing: Weighing) => weigh(context, personId, weighing),
});

/** Stores a weight and settles the difference. A second weight settles only the change. */
function weigh(
  outer: TxContext,
  personId: PersonId,
  weighing: Weighing,
): Promise<Outcome<Weighed, NotWeighed>> {
  return inSavepoint(outer, async (context, refuse: (refusal: NotWeighed) => never) => {
    const { tx, now } = context;
    const { orderId, position, packed, photoId } = weighing;
    // Two people at one scale: the second counts on what the first has written.
    await lockOrder(tx, orderId);
    const order = await orders(context).sold(personId, orderId);
    const line = order?.lines[position];
    if (!order || !line || !isAmount(packed)) return refuse({ code: 'not-there' });
    if (!(await requireMembership(tx, personId, order.sellerId, 'pack')))
      return refuse({ code: 'not-there' });
    if (order.fulfilment !== 'accepted') return refuse({ code: 'not-packing', order });
    if (photoId && (await belongsToAnotherOrder(context, orderId, photoId)))
      return refuse({ code: 'not-there' });
    await tx.orderLine.update({
      where: { orderId_position: { orderId, position } },
      data: { packed, ...(photoId && { packedPhotoId: photoId }) },
    });
    const lines = order.lines.map((one, i) => (i === position ? { ...one, packed } : one));
    if (!(await settle(context, personId, order, lines))) return refuse({ code: 'settled', order });
    await tx.orderEvent.create({ data: { orderId, personId, change: 'packed', at: now } });
    const after = await orders(context).sold(personId, orderId);
    const weighed = after?.lines[position];
    if (!after || !weighed) return refuse({ code: 'not-there' });
    const difference = minusFen(weighed.total, amountDue(weighed));
    return { order: after, line: weighed, settled: howSettled(after, weighed), difference, photoId };
  });
}

function howSettled({ payment }: Order, line: OrderLine): Settled {
  if (line.packed === null || line.packed === line.quantity) return 'as-ordered';
  if (line.packed > line.quantity) return 'gift';
  return payment === 'none' ? 'less-to-pay' : 'refund';
}

/**
 * Pay on delivery: lowers the total to the weighed price. Paid: refunds the rest. False where too much was refunded
 * before.
 */
async function settle(
  context: TxContext,
  personId: PersonId,
  { id, payment, total, fee }: Order,
  lines: readonly OrderLine[],
): Promise<boolean> {
  const due = sumFen(lines.map(amountDue));
  if (payment === 'none') {
    await context.tx.order.update({ where: { id }, data: { total: plusFen(due, fee) } });
    return true;
  }
  // What was paid for goods, of which the harvest or an earlier weight may have given something back.
  const goods = minusFen(total, fee);
  const before = await context.tx.refund.aggregate({
    where: { orderId: id, reason: { in: ['packed', 'unpicked'] } },
    _sum: { amount: true },
  });
  const more = minusFen(minusFen(goods, due), fen(before._sum.amount ?? 0));
  if (more > 0) await openRefund(context, id, more, 'packed', personId);
  return more >= 0;
}
