import { inSavepoint, type Outcome, type Work } from '../db/work.ts';
import { HOLD_MS } from './checkout-place.ts';
import type { Fen } from './money.ts';
import { findOrder, type Order } from './order.ts';
import { secureGoods } from './payments.ts';
import { hold } from './stock.ts';

/** What is to be paid through the platform for one checkout, to the village's account. */
export interface Bill {
  /** The checkout; comes back with the payment. */
  readonly payload: string;
  readonly payee: string;
  readonly currency: string;
  readonly orders: readonly Order[];
  readonly total: Fen;
}

/** Money that the platform says has come. */
export interface Charge {
  readonly payload: string;
  readonly amount: Fen;
  readonly currency: string;
  /** The provider's id: the same charge twice is one payment. */
  readonly id: string;
  readonly platformId: string;
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
  prepare: (payload: string, amount: Fen, currency: string) => prepare(work, payload, amount, currency),
  /** The money has moved: answers the orders that it paid just now. */
  paid: (personId: string, charge: Charge) => paid(work, personId, charge),
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
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

/** One that is being paid is not let go meanwhile, and one that was let go is held again if the goods are there. */
function prepare(
  outer: Work,
  payload: string,
  amount: Fen,
  currency: string,
): Promise<Outcome<object, NotPayable>> {
  return inSavepoint(outer, async (work, refuse: (refusal: NotPayable) => never) => {
    const bill = UUID.test(payload) ? await billOf(work, { id: payload }) : undefined;
    if (!bill) return refuse({ code: (await isPlaced(work, payload)) ? 'paid' : 'unknown' });
    if (bill.total !== amount || bill.currency !== currency) return refuse({ code: 'changed' });
    for (const order of bill.orders) await keep(work, order, refuse);
    return {};
  });
}

const isPlaced = async ({ tx }: Work, id: string): Promise<boolean> =>
  UUID.test(id) && (await tx.checkout.count({ where: { id, state: 'placed' } })) > 0;

async function keep(work: Work, order: Order, refuse: (refusal: NotPayable) => never): Promise<void> {
  const { tx, now } = work;
  const dueAt = new Date(now.getTime() + HOLD_MS);
  const isHeld = await tx.order.updateMany({ where: { id: order.id, stock: 'held' }, data: { dueAt } });
  if (isHeld.count === 1) return;
  for (const line of [...order.lines].sort((a, b) => (a.productId < b.productId ? -1 : 1))) {
    const { productId, quantity, title, titleEn } = line;
    if (!(await hold(work, productId, quantity))) refuse({ code: 'gone', title, titleEn });
  }
  await tx.order.update({ where: { id: order.id }, data: { fulfilment: 'placed', stock: 'held', dueAt } });
}

/** Recorded once by the provider's charge id, however often the update comes. */
async function paid(work: Work, personId: string, charge: Charge): Promise<Order[]> {
  const { tx, now } = work;
  const { payload, id: chargeId, platformId: platformChargeId } = charge;
  if (!UUID.test(payload)) return [];
  const rows = await tx.order.findMany({
    where: { checkoutId: payload, personId },
    orderBy: { id: 'asc' },
    select: { id: true, total: true },
  });
  const settled: Order[] = [];
  for (const { id, total } of rows) {
    const data = { orderId: id, kind: 'invoice', amount: total, chargeId, platformChargeId, at: now };
    const isNew = (await tx.payment.createMany({ data: [data], skipDuplicates: true })).count === 1;
    if (!isNew) continue;
    await tx.order.updateMany({
      where: { id, payment: { in: UNPAID } },
      data: { payment: 'paid', dueAt: null },
    });
    await tx.orderEvent.create({ data: { orderId: id, personId, change: 'paid', at: now } });
    await secureGoods(work, id, personId);
    const order = await findOrder(work, { id });
    if (order) settled.push(order);
  }
  return settled;
}
