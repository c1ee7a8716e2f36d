import { inSavepoint, type Outcome, type Work } from '../../db/work.ts';
import { HOLD_MS } from '../checkout/place.ts';
import { hold } from '../inventory/stock.ts';
import { findOrder, type Order } from '../orders/order.ts';
import { move } from '../orders/transitions.ts';
import type { Fen } from '../values/money.ts';
import { type Charge, lockOrders, recordCharge, UUID } from './charges.ts';

/** What is to be paid through the platform for one checkout, to the village's account. */
export interface Bill {
  /** The checkout; comes back with the payment. */
  readonly payload: string;
  readonly payee: string;
  readonly currency: string;
  readonly orders: readonly Order[];
  readonly total: Fen;
}

/** Somebody is about to pay a bill; `payer` is their Telegram id. */
export interface Asked {
  readonly payload: string;
  readonly amount: Fen;
  readonly currency: string;
  readonly payer: string | undefined;
}

export type NotPayable =
  | { readonly code: 'unknown' | 'paid' | 'changed' }
  | { readonly code: 'gone'; readonly title: string; readonly titleEn: string | null };

export const invoices = (work: Work) => ({
  /** What a buyer owes for a checkout that is paid by invoice; nothing where it is not, or paid. */
  bill: (personId: string, checkoutId: string) => billOf(work, { id: checkoutId, personId }),
  /** … found by one of its orders. */
  billWith: (personId: string, orderId: string) =>
    billOf(work, { personId, orders: { some: { id: orderId } } }),
  /** Before the money moves: holds the goods until it has, or says why not. */
  prepare: (asked: Asked) => prepare(work, asked),
  /** The money has moved: answers the orders that it was for just now. */
  paid: (personId: string, charge: Charge) => recordCharge(work, personId, charge),
});

const UNPAID = ['due', 'proof-sent'];

async function billOf(
  work: Work,
  where: { personId?: string; id?: string; orders?: { some: { id: string } } },
): Promise<Bill | undefined> {
  const { tx } = work;
  const checkout = await tx.checkout.findFirst({
    where: { ...where, payment: 'invoice', state: 'placed' },
    select: { id: true, orders: { orderBy: { id: 'asc' }, select: { id: true } } },
  });
  const village = await tx.village.findFirst({ orderBy: { createdAt: 'asc' } });
  if (!checkout || !village) return undefined;
  const orders: Order[] = [];
  for (const { id } of checkout.orders) {
    const order = await findOrder(work, { id, fulfilment: { in: ['placed', 'expired'] } });
    if (order && UNPAID.includes(order.payment)) orders.push(order);
  }
  if (orders.length === 0) return undefined;
  const total = orders.reduce((sum, order) => sum + order.total, 0);
  return { payload: checkout.id, payee: village.payee, currency: village.currency, orders, total };
}

/**
 * One that is being paid is not let go meanwhile, and one that was let go is held again if the goods are there. A bill can
 * be passed on in Telegram; only the buyer pays it, who hears what came of it.
 */
function prepare(
  outer: Work,
  { payload, amount, currency, payer }: Asked,
): Promise<Outcome<object, NotPayable>> {
  return inSavepoint(outer, async (work, refuse: (refusal: NotPayable) => never) => {
    const personId = UUID.test(payload) && payer ? await personBehind(work, payer) : undefined;
    if (!personId) return refuse({ code: 'unknown' });
    await lockOrders(work, payload);
    const bill = await billOf(work, { id: payload, personId });
    if (!bill) return refuse({ code: (await isPlaced(work, personId, payload)) ? 'paid' : 'unknown' });
    if (bill.total !== amount || bill.currency !== currency) return refuse({ code: 'changed' });
    for (const order of bill.orders) await keep(work, order, refuse);
    return {};
  });
}

const personBehind = async ({ tx }: Work, telegramId: string): Promise<string | undefined> =>
  (await tx.person.findUnique({ where: { telegramId: BigInt(telegramId) }, select: { id: true } }))?.id;

const isPlaced = async ({ tx }: Work, personId: string, id: string): Promise<boolean> =>
  (await tx.checkout.count({ where: { id, personId, state: 'placed' } })) > 0;

async function keep(work: Work, order: Order, refuse: (refusal: NotPayable) => never): Promise<void> {
  const { tx, now } = work;
  const dueAt = new Date(now.getTime() + HOLD_MS);
  if (order.stock !== 'held') {
    for (const line of order.lines.toSorted((a, b) => (a.productId < b.productId ? -1 : 1))) {
      const { productId, quantity, title, titleEn } = line;
      if (!(await hold(work, productId, quantity))) refuse({ code: 'gone', title, titleEn });
    }
    await move(work, order.id, 'placed', order.personId);
  }
  await tx.order.update({ where: { id: order.id }, data: { stock: 'held', dueAt } });
}
