import type { MediaId, OrderId, PersonId, ProofId, SellerId } from '../../db/ids.ts';
import { inSavepoint, type Outcome, type TxContext } from '../../db/work.ts';
import type { Page } from '../catalogue/catalogue.ts';
import { HOLD_MS } from '../checkout/write-orders.ts';
import { lockOrder } from '../orders/locking.ts';
import { findOrder, type Order, orderPage, soldOrder } from '../orders/order.ts';
import { requireMembership } from '../sellers/sellers.ts';
import { belongsToOthers } from '../support/private-media.ts';
import { type Fen, NO_FEN } from '../values/money.ts';
import { type Confirmed, confirmPayment } from './payments.ts';

/** A buyer's picture of a transfer. */
export interface Proof {
  readonly id: ProofId;
  readonly mediaId: MediaId;
  readonly order: Order;
  /** What the order cost when its buyer sent the money; a harvest may have lowered it since. */
  readonly amount: Fen;
  /** Numbers of the orders for which the very same picture had been sent. */
  readonly usedFor: readonly string[];
}

/** An order with what its buyer says to have sent. */
export interface WaitingTransfer {
  readonly order: Order;
  readonly amount: Fen;
}

/** A seller has so long to answer a proof; then its order expires. */
export const PROOF_MS = 72 * 3_600_000;

export type NotProven = { readonly code: 'not-there' | 'not-due' };

export const proofs = (context: TxContext) => ({
  /** Orders of a buyer that a picture may be for: those that wait for money first, the most urgent before others. */
  due: (personId: PersonId) => due(context, personId),
  send: (personId: PersonId, orderId: OrderId, mediaId: MediaId) => send(context, personId, orderId, mediaId),
  /** The picture that waits for an answer. */
  current: (orderId: OrderId) => current(context, orderId),
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
    where: { personId, ...PROVABLE },
    // What waits for money comes before what has been proven: `due` before `proof-sent`.
    orderBy: [{ payment: 'asc' }, { fulfilment: 'desc' }, { dueAt: 'asc' }],
    take: 8,
    select: { id: true },
  });
  const found: Order[] = [];
  for (const { id } of rows) {
    const order = await findOrder(context, { id });
    if (order) found.push(order);
  }
  return found;
}

/** A picture may come for these: the first, or another one in its place. */
const PROVABLE = {
  payment: { in: ['due', 'proof-sent'] },
  fulfilment: { in: ['placed', 'expired'] },
};

/**
 * Stores the picture; the seller has three days to answer. Another picture takes the place of the one that waits, and its
 * time.
 */
function send(
  outer: TxContext,
  personId: PersonId,
  orderId: OrderId,
  mediaId: MediaId,
): Promise<Outcome<{ readonly proof: Proof; readonly isReplaced: boolean }, NotProven>> {
  return inSavepoint(outer, async (context, refuse: (refusal: NotProven) => never) => {
    const { tx, now } = context;
    if (await belongsToOthers(context, personId, mediaId)) return refuse({ code: 'not-there' });
    await lockOrder(tx, orderId);
    const order = await tx.order.findFirst({
      where: { id: orderId, personId, ...PROVABLE },
      select: { payment: true, total: true },
    });
    if (!order)
      return refuse({ code: (await isTheirs(context, personId, orderId)) ? 'not-due' : 'not-there' });
    const earlier = order.payment === 'proof-sent' ? await replaceSent(context, orderId) : undefined;
    if (!earlier) {
      const dueAt = new Date(now.getTime() + PROOF_MS);
      await tx.order.update({ where: { id: orderId }, data: { payment: 'proof-sent', dueAt } });
    }
    // The same money, shown better: what it was is what it is.
    const { amount = order.total, remindedAt = null } = earlier ?? {};
    await tx.proof.create({ data: { orderId, mediaId, amount, remindedAt, state: 'sent', at: now } });
    await tx.orderEvent.create({ data: { orderId, personId, change: 'proof-sent', at: now } });
    const proof = await byMedia(context, mediaId, orderId);
    return proof ? { proof, isReplaced: earlier !== undefined } : refuse({ code: 'not-there' });
  });
}

/** The proof that waited, which waits no more. */
async function replaceSent(
  { tx }: TxContext,
  orderId: OrderId,
): Promise<{ amount?: Fen; remindedAt: Date | null } | undefined> {
  const [earlier] = await tx.proof.updateManyAndReturn({
    where: { orderId, state: 'sent' },
    data: { state: 'replaced' },
    select: { amount: true, remindedAt: true },
  });
  if (!earlier) return undefined;
  const { amount, remindedAt } = earlier;
  return { ...(amount !== null && { amount }), remindedAt };
}

const isTheirs = async ({ tx }: TxContext, personId: PersonId, id: OrderId): Promise<boolean> =>
  (await tx.order.count({ where: { id, personId } })) > 0;

async function current(context: TxContext, orderId: OrderId): Promise<Proof | undefined> {
  const where = { orderId, state: 'sent' };
  const row = await context.tx.proof.findFirst({ where, select: { mediaId: true } });
  return row ? byMedia(context, row.mediaId, orderId) : undefined;
}

async function byMedia(context: TxContext, mediaId: MediaId, orderId?: OrderId): Promise<Proof | undefined> {
  const { tx } = context;
  const row = await tx.proof.findFirst({
    where: { mediaId, ...(orderId && { orderId }) },
    orderBy: { at: 'desc' },
  });
  const order = row && (await findOrder(context, { id: row.orderId }));
  if (!row || !order) return undefined;
  const amount = row.amount ?? order.total;
  return { id: row.id, mediaId, order, amount, usedFor: await usedFor(context, mediaId, row.id) };
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

/**
 * Records the seller's answer; the first counts. A yes may also be given to a picture that was replaced or lapsed. After a no
 * the buyer has two hours more, if the goods are held.
 */
async function answer(
  context: TxContext,
  personId: PersonId,
  proofId: ProofId,
  isThere: boolean,
): Promise<Confirmed | undefined> {
  const { tx, now } = context;
  const row = await tx.proof.findUnique({ where: { id: proofId } });
  if (row) await lockOrder(tx, row.orderId);
  const order = row && (await soldOrder(context, personId, { id: row.orderId }, 'money'));
  if (!row || !order) return undefined;
  const answered = await tx.proof.updateMany({
    where: { id: proofId, state: { in: isThere ? ['sent', 'replaced', 'lapsed'] : ['sent'] } },
    data: { state: isThere ? 'accepted' : 'refused', answeredBy: personId, answeredAt: now },
  });
  const unchanged = { order, isDone: false, owedBack: NO_FEN, whyRefunded: undefined };
  if (answered.count === 0) return unchanged;
  if (isThere) return confirmPayment(context, personId, order.id);
  const turned = await tx.order.updateMany({
    where: { id: order.id, payment: 'proof-sent' },
    data: { payment: 'due', dueAt: null, remindedAt: null },
  });
  if (turned.count === 0) return unchanged;
  const dueAt = new Date(now.getTime() + HOLD_MS);
  await tx.order.updateMany({ where: { id: order.id, stock: 'held' }, data: { dueAt } });
  await tx.orderEvent.create({ data: { orderId: order.id, personId, change: 'proof-refused', at: now } });
  const after = await findOrder(context, { id: order.id });
  return after && { ...unchanged, order: after, isDone: true };
}

async function waiting(
  context: TxContext,
  personId: PersonId,
  sellerId: SellerId,
  page: number,
): Promise<Page<WaitingTransfer> | undefined> {
  if (!(await requireMembership(context.tx, personId, sellerId, 'money'))) return undefined;
  const orders = await orderPage(context, { sellerId, payment: 'proof-sent' }, page, 'asc');
  const sent = await context.tx.proof.findMany({
    where: { orderId: { in: orders.items.map(({ id }) => id) }, state: 'sent' },
    select: { orderId: true, amount: true },
  });
  const amounts = new Map(sent.map(({ orderId, amount }) => [orderId, amount]));
  return {
    ...orders,
    items: orders.items.map((order) => ({ order, amount: amounts.get(order.id) ?? order.total })),
  };
}
