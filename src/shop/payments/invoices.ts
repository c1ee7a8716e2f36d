import { type CheckoutId, type OrderId, type PersonId, parseId } from '../../db/ids.ts';
import { inSavepoint, type Outcome, type TxContext } from '../../db/work.ts';
import { findPastLimit } from '../checkout/problems.ts';
import { HOLD_MS } from '../checkout/write-orders.ts';
import { reserve } from '../inventory/stock.ts';
import { findOrder, linesSent, type Order } from '../orders/order.ts';
import { markPreorders } from '../orders/preorders.ts';
import { transition } from '../orders/transitions.ts';
import { type Fen, sumFen } from '../values/money.ts';
import { type Charge, lockCheckout, recordCharge } from './charges.ts';

/** What is to be paid through the platform for one checkout, to the village's account. */
export interface CheckoutInvoice {
  /** The checkout; comes back with the payment. */
  readonly payload: CheckoutId;
  readonly payee: string;
  readonly currency: string;
  readonly orders: readonly Order[];
  readonly total: Fen;
}

/** A payment that is about to be made; `payer` is the payer's Telegram id. */
export interface PreCheckoutQuery {
  readonly payload: string;
  readonly amount: Fen;
  readonly currency: string;
  readonly payer: string | undefined;
}

export type NotPayable =
  | { readonly code: 'unknown' | 'paid' | 'changed' }
  /** Sold meanwhile; or with what was ordered since, more than one person may have. */
  | { readonly code: 'gone' | 'over-limit'; readonly title: string; readonly titleEn: string | null };

export const invoices = (context: TxContext) => ({
  /** What a buyer owes for a checkout that is paid by invoice; nothing where it is not, or paid. */
  bill: (personId: PersonId, checkoutId: CheckoutId) => findInvoice(context, { id: checkoutId, personId }),
  /** … found by one of its orders. */
  billWith: (personId: PersonId, orderId: OrderId) =>
    findInvoice(context, { personId, orders: { some: { id: orderId } } }),
  /** Before the money moves: holds the goods until it has, or says why not. */
  prepare: (asked: PreCheckoutQuery) => prepare(context, asked),
  /** The money has moved: answers the orders that it was for just now. */
  paid: (personId: PersonId, charge: Charge) => recordCharge(context, personId, charge),
});

const UNPAID = ['due', 'proof-sent'];

async function findInvoice(
  context: TxContext,
  where: { personId?: PersonId; id?: CheckoutId; orders?: { some: { id: OrderId } } },
): Promise<CheckoutInvoice | undefined> {
  const { tx } = context;
  const checkout = await tx.checkout.findFirst({
    where: { ...where, payment: 'invoice', state: 'placed' },
    select: { id: true, orders: { orderBy: { id: 'asc' }, select: { id: true } } },
  });
  const village = await tx.village.findFirst({ orderBy: { createdAt: 'asc' } });
  if (!checkout || !village) return undefined;
  const orders: Order[] = [];
  for (const { id } of checkout.orders) {
    const order = await findOrder(context, { id, fulfilment: { in: ['placed', 'expired'] } });
    if (order && UNPAID.includes(order.payment)) orders.push(order);
  }
  if (orders.length === 0) return undefined;
  const total = sumFen(orders.map((order) => order.total));
  return { payload: checkout.id, payee: village.payee, currency: village.currency, orders, total };
}

/**
 * Extends the deadline while an order is being paid, and reserves an expired one's goods again if they are there. A
 * bill can be passed on in Telegram, so only its buyer may pay it.
 */
function prepare(
  outer: TxContext,
  { payload, amount, currency, payer }: PreCheckoutQuery,
): Promise<Outcome<object, NotPayable>> {
  return inSavepoint(outer, async (context, refuse: (refusal: NotPayable) => never) => {
    const checkoutId = parseId<CheckoutId>(payload);
    const personId = payer ? await personBehind(context, payer) : undefined;
    if (!checkoutId || !personId) return refuse({ code: 'unknown' });
    await lockCheckout(context, checkoutId);
    const bill = await findInvoice(context, { id: checkoutId, personId });
    if (!bill) return refuse({ code: (await isPlaced(context, personId, checkoutId)) ? 'paid' : 'unknown' });
    if (bill.total !== amount || bill.currency !== currency) return refuse({ code: 'changed' });
    for (const order of bill.orders) await keep(context, order, refuse);
    return {};
  });
}

const personBehind = async ({ tx }: TxContext, telegramId: string): Promise<PersonId | undefined> =>
  (await tx.person.findUnique({ where: { telegramId: BigInt(telegramId) }, select: { id: true } }))?.id;

const isPlaced = async ({ tx }: TxContext, personId: PersonId, id: CheckoutId): Promise<boolean> =>
  (await tx.checkout.count({ where: { id, personId, state: 'placed' } })) > 0;

async function keep(context: TxContext, order: Order, refuse: (refusal: NotPayable) => never): Promise<void> {
  const { tx, now } = context;
  const soon = new Date(now.getTime() + HOLD_MS);
  const dueAt = order.stock === 'held' && order.dueAt && order.dueAt > soon ? order.dueAt : soon;
  if (order.stock !== 'held') {
    const lines = linesSent(order).toSorted((a, b) => (a.productId < b.productId ? -1 : 1));
    const past = await findPastLimit(tx, order.personId, lines);
    if (past) refuse({ code: 'over-limit', title: past.title, titleEn: past.titleEn });
    for (const line of lines) {
      const { productId, quantity, title, titleEn } = line;
      if (!(await reserve(context, productId, quantity))) refuse({ code: 'gone', title, titleEn });
    }
    await markPreorders(context, [order.id]);
    await transition(context, order.id, 'placed', order.personId);
  }
  await tx.order.update({ where: { id: order.id }, data: { stock: 'held', dueAt } });
}
