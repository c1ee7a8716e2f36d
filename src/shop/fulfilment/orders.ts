import type { TxContext } from '../../db/work.ts';
import type { Fulfilment } from '../orders/lifecycle.ts';
import { findOrder, orderPage, soldOrder, toOrders } from '../orders/order.ts';
import { asSeller, cancel, received, ship } from '../orders/transitions.ts';
import { confirmPayment, expireDue, remindDue } from '../payments/payments.ts';

export { linesSent, type Order, type OrderLine } from '../orders/order.ts';
export type { Acted } from '../orders/transitions.ts';

/** Somebody still has something to do. */
const OPEN: Fulfilment[] = ['placed', 'accepted', 'shipped'];

export const orders = (context: TxContext) => ({
  /** The buyer's own order. */
  bought: (personId: string, id: string) => findOrder(context, { id, personId }),
  boughtByNumber: (personId: string, number: string) => findOrder(context, { number, personId }),
  boughtPage: (personId: string, page: number) => orderPage(context, { personId }, page, 'desc'),

  /** An order of a seller's, for those who act for the seller. */
  sold: (personId: string, id: string) => soldOrder(context, personId, { id }),
  soldByNumber: (personId: string, number: string) => soldOrder(context, personId, { number }),
  /** Open ones, the oldest first; or those that are done with, the newest first. */
  soldPage: (sellerId: string, page: number, isOpen: boolean) =>
    orderPage(
      context,
      { sellerId, fulfilment: isOpen ? { in: OPEN } : { notIn: OPEN } },
      page,
      isOpen ? 'asc' : 'desc',
    ),

  /** Accepted and not sent yet, the oldest first: for the packing sheet, which asks who may see it. */
  toPack: (sellerId: string, most: number) => toOrders(context, { sellerId, fulfilment: 'accepted' }, most),

  /** Whose transfer is awaited or to be looked at; asked for by src/shop/reports/sales.ts, like the next. */
  unpaidPage: (sellerId: string, page: number) =>
    orderPage(
      context,
      { sellerId, fulfilment: 'placed', payment: { in: ['due', 'proof-sent'] } },
      page,
      'asc',
    ),
  soldBetween: (sellerId: string, { from, until }: { from: Date; until: Date }, most: number) =>
    toOrders(context, { sellerId, placedAt: { gte: from, lt: until } }, most),

  accept: (personId: string, id: string) =>
    asSeller(context, personId, id, 'accepted', { payment: { in: ['none', 'paid'] } }),
  decline: (personId: string, id: string) => asSeller(context, personId, id, 'declined'),
  ship: (personId: string, id: string, trackingNumber?: string) =>
    ship(context, personId, id, trackingNumber),
  deliver: (personId: string, id: string) => asSeller(context, personId, id, 'delivered'),
  confirmPayment: (personId: string, id: string) => confirmPayment(context, personId, id),

  /** The buyer's own: until the seller has accepted. */
  cancel: (personId: string, id: string) => cancel(context, personId, id),
  received: (personId: string, id: string) => received(context, personId, id),

  expireDue: () => expireDue(context),
  remindDue: () => remindDue(context),
});
