import type { Prisma } from '../../db/generated/client.ts';
import type { OrderId, PersonId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import type { Recipient } from '../customers/addresses.ts';
import type { Fulfilment } from '../orders/lifecycle.ts';
import { findNamedOrders, type OrderOwner } from '../orders/named-orders.ts';
import { findOrder, findOrderById, orderPage, soldOrder, toOrders } from '../orders/order.ts';
import { asSeller, cancel, received, ship } from '../orders/transitions.ts';
import { expireDue, remindDue } from '../payments/deadlines.ts';
import { confirmPayment } from '../payments/payments.ts';
import { type Fen, fen, NO_FEN } from '../values/money.ts';
import { ACCEPTABLE, acceptAll, countAcceptable } from './accept-all.ts';
import { readdress } from './readdress.ts';

export { isHeldForSeller, linesSent, type Order, type OrderLine } from '../orders/order.ts';
export type { Acted } from '../orders/transitions.ts';

/** States in which an order is open. */
const OPEN: Fulfilment[] = ['placed', 'accepted', 'shipped'];

/** Which orders of somebody are wanted. */
export interface OrderFilter {
  /** `unpaid`: open, and its money has not come, be it a transfer or cash on delivery. */
  readonly is?: 'open' | 'done' | 'unpaid' | undefined;
  /** Words of a product, as its buyer or seller says them. */
  readonly words?: string | undefined;
}

async function filtered(
  context: TxContext,
  owner: OrderOwner,
  { is, words }: OrderFilter,
): Promise<Prisma.OrderWhereInput> {
  return {
    ...owner,
    ...(is && { fulfilment: is === 'done' ? { notIn: OPEN } : { in: OPEN } }),
    ...(is === 'unpaid' && { payment: { in: ['none', 'due', 'proof-sent'] } }),
    ...(words !== undefined && { id: { in: await findNamedOrders(context, owner, words) } }),
  };
}

export const orders = (context: TxContext) => ({
  /** The buyer's own order. */
  bought: (personId: PersonId, id: OrderId) => findOrderById(context, id, personId),
  boughtByNumber: (personId: PersonId, number: string) => findOrder(context, { number, personId }),
  /** The newest first; only those that `filter` lets through. */
  boughtPage: async (personId: PersonId, page: number, filter: OrderFilter = {}) =>
    orderPage(context, await filtered(context, { personId }, filter), page, 'desc'),

  /** An order of a seller's, for those who act for the seller. */
  sold: (personId: PersonId, id: OrderId) => soldOrder(context, personId, { id }),
  soldByNumber: (personId: PersonId, number: string) => soldOrder(context, personId, { number }),
  /** Open ones, the oldest first; or those that are done with, the newest first. */
  soldPage: async (sellerId: SellerId, page: number, filter: OrderFilter = {}) =>
    orderPage(
      context,
      await filtered(context, { sellerId }, filter),
      page,
      filter.is === 'open' || filter.is === 'unpaid' ? 'asc' : 'desc',
    ),

  /** What the orders come to whose money has not come. */
  unpaidSum: async (sellerId: SellerId): Promise<Fen> => {
    const where = await filtered(context, { sellerId }, { is: 'unpaid' });
    const { _sum: sum } = await context.tx.order.aggregate({ where, _sum: { total: true } });
    return sum.total === null ? NO_FEN : fen(sum.total);
  },

  /** Accepted and not sent yet, the oldest first: for the packing sheet, which asks who may see it. */
  toPack: (sellerId: SellerId, most: number) => toOrders(context, { sellerId, fulfilment: 'accepted' }, most),

  /** Orders whose transfer is awaited or must be checked; asked for by src/shop/reports/sales.ts, like the next. */
  unpaidPage: (sellerId: SellerId, page: number) =>
    orderPage(
      context,
      { sellerId, fulfilment: 'placed', payment: { in: ['due', 'proof-sent'] } },
      page,
      'asc',
    ),
  soldBetween: (sellerId: SellerId, { from, until }: { from: Date; until: Date }, most: number) =>
    toOrders(context, { sellerId, placedAt: { gte: from, lt: until } }, most),

  accept: (personId: PersonId, id: OrderId) => asSeller(context, personId, id, 'accepted', ACCEPTABLE),
  acceptAll: (personId: PersonId, sellerId: SellerId, until: Date) =>
    acceptAll(context, personId, sellerId, until),
  countToPack: (sellerId: SellerId) =>
    context.tx.order.count({ where: { sellerId, fulfilment: 'accepted' } }),
  countAcceptable: (sellerId: SellerId) => countAcceptable(context, sellerId),
  decline: (personId: PersonId, id: OrderId) => asSeller(context, personId, id, 'declined'),
  /** By its seller, after it was accepted. */
  callOff: (personId: PersonId, id: OrderId) =>
    asSeller(context, personId, id, 'cancelled', { fulfilment: 'accepted' }),
  ship: (personId: PersonId, id: OrderId, trackingNumber?: string) =>
    ship(context, personId, id, trackingNumber),
  deliver: (personId: PersonId, id: OrderId) => asSeller(context, personId, id, 'delivered'),
  confirmPayment: (personId: PersonId, id: OrderId) => confirmPayment(context, personId, id),

  /** The buyer's own: until the seller has accepted. */
  cancel: (personId: PersonId, id: OrderId) => cancel(context, personId, id),
  /** Another recipient, until it is on its way. */
  readdress: (personId: PersonId, id: OrderId, recipient: Recipient) =>
    readdress(context, personId, id, recipient),
  received: (personId: PersonId, id: OrderId) => received(context, personId, id),

  expireDue: () => expireDue(context),
  remindDue: () => remindDue(context),
});
