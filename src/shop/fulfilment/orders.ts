import type { Work } from '../../db/work.ts';
import type { Fulfilment } from '../orders/lifecycle.ts';
import { findOrder, orderPage, ordersOf, soldOrder } from '../orders/order.ts';
import { bySeller, cancel, received, ship } from '../orders/transitions.ts';
import { confirmPayment, expireDue, remindDue } from '../payments/payments.ts';

export { linesSent, type Order, type OrderLine } from '../orders/order.ts';
export type { Acted } from '../orders/transitions.ts';

/** Somebody still has something to do. */
const OPEN: Fulfilment[] = ['placed', 'accepted', 'shipped'];

export const orders = (work: Work) => ({
  /** The buyer's own order. */
  bought: (personId: string, id: string) => findOrder(work, { id, personId }),
  boughtByNumber: (personId: string, number: string) => findOrder(work, { number, personId }),
  boughtPage: (personId: string, page: number) => orderPage(work, { personId }, page, 'desc'),

  /** An order of a seller's, for those who act for the seller. */
  sold: (personId: string, id: string) => soldOrder(work, personId, { id }),
  soldByNumber: (personId: string, number: string) => soldOrder(work, personId, { number }),
  /** Open ones, the oldest first; or those that are done with, the newest first. */
  soldPage: (sellerId: string, page: number, isOpen: boolean) =>
    orderPage(
      work,
      { sellerId, fulfilment: isOpen ? { in: OPEN } : { notIn: OPEN } },
      page,
      isOpen ? 'asc' : 'desc',
    ),

  /** Accepted and not sent yet, the oldest first: for the packing sheet, which asks who may see it. */
  toPack: (sellerId: string, most: number) => ordersOf(work, { sellerId, fulfilment: 'accepted' }, most),

  /** Whose transfer is awaited or to be looked at; asked for by src/shop/reports/sales.ts, like the next. */
  unpaidPage: (sellerId: string, page: number) =>
    orderPage(work, { sellerId, fulfilment: 'placed', payment: { in: ['due', 'proof-sent'] } }, page, 'asc'),
  soldBetween: (sellerId: string, { from, until }: { from: Date; until: Date }, most: number) =>
    ordersOf(work, { sellerId, placedAt: { gte: from, lt: until } }, most),

  accept: (personId: string, id: string) =>
    bySeller(work, personId, id, 'accepted', { payment: { in: ['none', 'paid'] } }),
  decline: (personId: string, id: string) => bySeller(work, personId, id, 'declined'),
  ship: (personId: string, id: string, trackingNumber?: string) => ship(work, personId, id, trackingNumber),
  deliver: (personId: string, id: string) => bySeller(work, personId, id, 'delivered'),
  confirmPayment: (personId: string, id: string) => confirmPayment(work, personId, id),

  /** The buyer's own: until the seller has accepted. */
  cancel: (personId: string, id: string) => cancel(work, personId, id),
  received: (personId: string, id: string) => received(work, personId, id),

  expireDue: () => expireDue(work),
  remindDue: () => remindDue(work),
});
