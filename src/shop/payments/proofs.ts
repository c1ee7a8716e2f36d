import type { MediaId, OrderId, PersonId, ProofId, SellerId } from '../../db/ids.ts';
import { inSavepoint, type Outcome, type TxContext } from '../../db/work.ts';
import { HOLD_MS } from '../checkout/place.ts';
import { lockOrder } from '../orders/locking.ts';
import { findOrder, findOrders, type Order, orderPage, soldOrder } from '../orders/order.ts';
import { requireMembership } from '../sellers/sellers.ts';
import { belongsToOthers } from '../support/private-media.ts';
import type { Page } from '../values/pages.ts';
import { confirmPayment } from './payments.ts';

/** A buyer's picture of a transfer. */
export interface Proof {
  readonly id: ProofId;
  readonly mediaId: MediaId;
  readonly order: Order;
  /** Numbers of the orders for which the very same picture had been sent. */
  readonly usedFor: readonly string[];
}

export type NotProven = { readonly code: 'not-there' | 'not-due' };

export const proofs = (context: TxContext) => ({
  /** Orders of a buyer that wait for money, the most urgent first. */
  due: (personId: PersonId) => due(context, personId),
  send: (personId: PersonId, orderId: OrderId, mediaId: MediaId) => send(context, personId, orderId, mediaId),
  /** The seller says whether the money is there. */
  answer: (personId: PersonId, proofId: ProofId, isThere: boolean) =>
    answer(context, personId, proofId, isThere),
  byMedia: (mediaId: MediaId) => byMedia(context, mediaId),
  /** The newest picture of an order's transfer; the order is known to be shown to who asks. */
  latest: (orderId: OrderId) => findLatest(context, orderId),
  /** Transfers that wait for the seller's answer. */
  waiting: (personId: PersonId, sellerId: SellerId, page: number) =>
    waiting(context, personId, sellerId, page),
});

async function due(context: TxContext, personId: PersonId): Promise<Order[]> {
  const rows = await context.tx.order.findMany({
    where: { personId, payment: 'due', fulfilment: { in: ['placed', 'expired'] } },
    orderBy: [{ fulfilment: 'desc' }, { dueAt: 'asc' }],
    take: 8,
    select: { id: true },
  });
  return findOrders(context, rows);
}

/** Stores the picture; the deadline is lifted until the seller answers. */
function send(
  outer: TxContext,
  personId: PersonId,
  orderId: OrderId,
  mediaId: MediaId,
): Promise<Outcome<{ readonly proof: Proof }, NotProven>> {
  return inSavepoint(outer, async (context, refuse: (refusal: NotProven) => never) => {
    const { tx, now } = context;
    if (await belongsToOthers(context, personId, mediaId)) return refuse({ code: 'not-there' });
    const turned = await tx.order.updateMany({
      where: { id: orderId, personId, payment: 'due', fulfilment: { in: ['placed', 'expired'] } },
      data: { payment: 'proof-sent' },
    });
    if (turned.count === 0)
      return refuse({ code: (await isTheirs(context, personId, orderId)) ? 'not-due' : 'not-there' });
    const { total: amount } = await tx.order.findUniqueOrThrow({
      where: { id: orderId },
      select: { total: true },
    });
    await tx.proof.create({ data: { orderId, mediaId, amount, state: 'sent', at: now } });
    await tx.orderEvent.create({ data: { orderId, personId, change: 'proof-sent', at: now } });
    const proof = await byMedia(context, mediaId, orderId);
    return proof ? { proof } : refuse({ code: 'not-there' });
  });
}

const isTheirs = async ({ tx }: TxContext, personId: PersonId, id: OrderId): Promise<boolean> =>
  (await tx.order.count({ where: { id, personId } })) > 0;

async function byMedia(context: TxContext, mediaId: MediaId, orderId?: OrderId): Promise<Proof | undefined> {
  const { tx } = context;
  const row = await tx.proof.findFirst({
    where: { mediaId, ...(orderId && { orderId }) },
    orderBy: { at: 'desc' },
  });
  const order = row && (await findOrder(context, { id: row.orderId }));
  if (!row || !order) return undefined;
  return { id: row.id, mediaId, order, usedFor: await usedFor(context, mediaId, row.id) };
}

async function findLatest({ tx }: TxContext, orderId: OrderId): Promise<MediaId | undefined> {
  const row = await tx.proof.findFirst({
    where: { orderId },
    orderBy: { at: 'desc' },
    select: { mediaId: true },
  });
  return row?.mediaId;
}

/** Numbers of the orders for which another proof has the same file, of any person. */
async function usedFor({ tx }: TxContext, mediaId: MediaId, proofId: ProofId): Promise<string[]> {
  const rows = await tx.$queryRaw<{ number: string }[]>`
    SELECT DISTINCT o.number FROM media mine
      JOIN media other ON other.fingerprint = mine.fingerprint
      JOIN proof p ON p.media_id = other.id JOIN orders o ON o.id = p.order_id
    WHERE mine.id = ${mediaId}::uuid AND mine.fingerprint IS NOT NULL AND p.id <> ${proofId}::uuid ORDER BY o.number`;
  return rows.map(({ number }) => number);
}

/** Records the seller's answer; the first counts. After a no the buyer has two hours more, if the goods are held. */
async function answer(
  context: TxContext,
  personId: PersonId,
  proofId: ProofId,
  isThere: boolean,
): Promise<{ readonly order: Order; readonly isDone: boolean } | undefined> {
  const { tx, now } = context;
  const row = await tx.proof.findUnique({ where: { id: proofId } });
  if (row) await lockOrder(tx, row.orderId);
  const order = row && (await soldOrder(context, personId, { id: row.orderId }, 'money'));
  if (!row || !order) return undefined;
  const answered = await tx.proof.updateMany({
    where: { id: proofId, state: 'sent' },
    data: { state: isThere ? 'accepted' : 'refused', answeredBy: personId, answeredAt: now },
  });
  if (answered.count === 0) return { order, isDone: false };
  if (isThere) return confirmPayment(context, personId, order.id);
  const turned = await tx.order.updateMany({
    where: { id: order.id, payment: 'proof-sent' },
    data: { payment: 'due', dueAt: null, remindedAt: null },
  });
  if (turned.count === 0) return { order, isDone: false };
  const dueAt = new Date(now.getTime() + HOLD_MS);
  await tx.order.updateMany({ where: { id: order.id, stock: 'held' }, data: { dueAt } });
  await tx.orderEvent.create({ data: { orderId: order.id, personId, change: 'proof-refused', at: now } });
  const after = await findOrder(context, { id: order.id });
  return after && { order: after, isDone: true };
}

async function waiting(
  context: TxContext,
  personId: PersonId,
  sellerId: SellerId,
  page: number,
): Promise<Page<Order> | undefined> {
  if (!(await requireMembership(context.tx, personId, sellerId, 'money'))) return undefined;
  return orderPage(context, { sellerId, payment: 'proof-sent' }, page, 'asc');
}
