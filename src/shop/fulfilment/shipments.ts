import type { MediaId, OrderId, PersonId } from '../../db/ids.ts';
import type { Outcome, TxContext } from '../../db/work.ts';
import { sealTracking } from '../customers/tracking.ts';
import { soldOrder } from '../orders/order.ts';
import { findCourier } from '../shipping/couriers.ts';
import { belongsToAnotherOrder } from '../support/private-media.ts';
import { type Acted, orders } from './orders.ts';

/** Why a seller declines an order; `other` carries the seller's own words, which are relayed. */
export const declineReasons = ['sold-out', 'too-far', 'wrong-price', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** A parcel's tracking number, courier and photo of the waybill. */
export interface Parcel {
  readonly number?: string | undefined;
  readonly courier?: string | undefined;
  readonly slipId?: MediaId | undefined;
}

/** Why a parcel was not sent: an order that is not theirs, or a photo that was kept with another order. */
export type NotShipped = 'not-yours' | 'photo-of-another';

/** What sellers do with an order's parcel. */
export const shipments = (context: TxContext) => ({
  decline: (personId: PersonId, orderId: OrderId, why: DeclineReason) =>
    decline(context, personId, orderId, why),
  /** What was accepted and is not on its way: its goods go back, and what was paid. */
  cancel: (personId: PersonId, orderId: OrderId, why: DeclineReason) =>
    cancel(context, personId, orderId, why),
  /** Marks the order as shipped, or corrects the data of a parcel on its way. */
  ship: (personId: PersonId, orderId: OrderId, parcel: Parcel) => ship(context, personId, orderId, parcel),
  /** Names the courier of a parcel that is on its way. */
  carriedBy: (personId: PersonId, orderId: OrderId, code: string) =>
    carriedBy(context, personId, orderId, code),
});

async function decline(
  context: TxContext,
  personId: PersonId,
  orderId: OrderId,
  why: DeclineReason,
): Promise<Acted | undefined> {
  const end = await orders(context).decline(personId, orderId);
  if (end?.isDone) await annotate(context, orderId, 'declined', why);
  return end;
}

async function cancel(
  context: TxContext,
  personId: PersonId,
  orderId: OrderId,
  why: DeclineReason,
): Promise<Acted | undefined> {
  const end = await orders(context).callOff(personId, orderId);
  if (end?.isDone) await annotate(context, orderId, 'cancelled', why);
  return end;
}

async function ship(
  context: TxContext,
  personId: PersonId,
  orderId: OrderId,
  { number, courier, slipId }: Parcel,
): Promise<Outcome<Acted, NotShipped>> {
  if (slipId && (await belongsToAnotherOrder(context, orderId, slipId)))
    return { ok: false, refusal: 'photo-of-another' };
  const shipped = await orders(context).ship(personId, orderId);
  if (!shipped) return { ok: false, refusal: 'not-yours' };
  const isFirst = shipped.isDone;
  if (!isFirst && (shipped.order.fulfilment !== 'shipped' || !number)) return { ok: true, ...shipped };
  const data = {
    ...(number && { ...sealTracking(context.cipher, orderId, number), courier: courier ?? null }),
  };
  await context.tx.order.updateMany({ where: { id: orderId, fulfilment: 'shipped' }, data });
  if (slipId) await annotate(context, orderId, 'shipped', slipId);
  const order = await orders(context).sold(personId, orderId);
  return order ? { ok: true, order, isDone: true } : { ok: false, refusal: 'not-yours' };
}

async function carriedBy(
  context: TxContext,
  personId: PersonId,
  orderId: OrderId,
  code: string,
): Promise<Outcome<Acted, 'not-yours' | 'no-such-courier'>> {
  if (!findCourier(code)) return { ok: false, refusal: 'no-such-courier' };
  if (!(await soldOrder(context, personId, { id: orderId }, 'pack')))
    return { ok: false, refusal: 'not-yours' };
  const named = await context.tx.order.updateMany({
    where: {
      id: orderId,
      AND: [
        { OR: [{ trackingNumber: { not: null } }, { sealedTracking: { not: null } }] },
        { OR: [{ courier: null }, { courier: { not: code } }] },
      ],
    },
    data: { courier: code },
  });
  const order = await orders(context).sold(personId, orderId);
  return order ? { ok: true, order, isDone: named.count === 1 } : { ok: false, refusal: 'not-yours' };
}

/** Writes to the last step of that kind why, or with what, it was made. */
async function annotate({ tx }: TxContext, orderId: OrderId, change: string, note: string): Promise<void> {
  const last = await tx.orderEvent.findFirst({
    where: { orderId, change },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  if (last) await tx.orderEvent.update({ where: { id: last.id }, data: { note } });
}
