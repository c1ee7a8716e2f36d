import { Prisma } from '../../db/generated/client.ts';
import type { ChatId, OrderId, PersonId, RefundId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { requireMembership } from '../sellers/sellers.ts';
import { type Fen, fen, minFen, NO_FEN } from '../values/money.ts';
import { type Page, pageRange } from '../values/pages.ts';
import { lockOrder } from './locking.ts';
import { findOrders, type Order } from './order.ts';

export type RefundReason = 'cancelled' | 'declined' | 'packed' | 'claim' | 'unpicked' | 'late' | 'asked';

/** Money to give back, as the seller sees it. */
export interface Refund {
  readonly id: RefundId;
  readonly orderId: OrderId;
  readonly number: string;
  readonly sellerId: SellerId;
  /** The buyer's chat, for notices about it. */
  readonly chatId: ChatId;
  readonly amount: Fen;
  readonly reason: RefundReason;
  readonly state: 'due' | 'done';
  /** Paid through a provider: given back there, not by the seller's own transfer. */
  readonly isInvoice: boolean;
}

const PAGE_SIZE = 6;

export const refunds = (context: TxContext) => ({
  open: (orderId: OrderId, amount: Fen, reason: RefundReason, personId?: PersonId) =>
    openRefund(context, orderId, amount, reason, personId),
  /** Promises money back by the seller's own word, at most what is there; how much. For those who may move it. */
  give: (personId: PersonId, orderId: OrderId, amount: Fen) => give(context, personId, orderId, amount),
  /** The orders of a seller's of which money can be given back, the newest first. */
  refundable: (personId: PersonId, sellerId: SellerId) => refundable(context, personId, sellerId),
  done: (personId: PersonId, id: RefundId) => done(context, personId, id),
  due: (personId: PersonId, sellerId: SellerId, page: number) => duePage(context, personId, sellerId, page),
});

/** What was paid for an order `o` and is not owed back yet. */
const refundableRest = Prisma.sql`
  coalesce((SELECT sum(amount) FROM payment WHERE order_id = o.id),
    CASE WHEN o.payment <> 'none' AND o.payment NOT IN ('due', 'proof-sent') OR o.fulfilment = 'delivered' THEN o.total ELSE 0 END)
  - coalesce((SELECT sum(amount) FROM refund WHERE order_id = o.id), 0)`;

/** An order, and how much of its money can be given back. */
export interface Refundable {
  readonly order: Order;
  readonly rest: Fen;
}

/** Nobody gives money back by words for what lies further back. */
const MOST_REFUNDABLE = 20;

async function refundable(
  context: TxContext,
  personId: PersonId,
  sellerId: SellerId,
): Promise<readonly Refundable[]> {
  const { tx } = context;
  if (!(await requireMembership(tx, personId, sellerId, 'money'))) return [];
  const rows = await tx.$queryRaw<{ id: OrderId; rest: bigint }[]>`
    SELECT * FROM (SELECT o.id, ${refundableRest} AS rest, o.placed_at FROM orders o
      WHERE o.seller_id = ${sellerId}::uuid ORDER BY o.placed_at DESC LIMIT 200) AS recent
    WHERE rest > 0 ORDER BY placed_at DESC LIMIT ${MOST_REFUNDABLE}`;
  const rests = new Map(rows.map(({ id, rest }) => [id, fen(Number(rest))]));
  return (await findOrders(context, rows)).map((order) => ({ order, rest: rests.get(order.id) ?? NO_FEN }));
}

async function give(
  context: TxContext,
  personId: PersonId,
  orderId: OrderId,
  amount: Fen,
): Promise<Fen | undefined> {
  const order = await context.tx.order.findUnique({ where: { id: orderId }, select: { sellerId: true } });
  if (!order || !(await requireMembership(context.tx, personId, order.sellerId, 'money'))) return undefined;
  return openRefund(context, orderId, amount, 'asked', personId);
}

/**
 * Records a refund of `amount`, at most of what was paid and is not owed yet; returns how much. Pay on delivery counts as
 * paid when the goods have arrived.
 */
export async function openRefund(
  { tx, now }: TxContext,
  orderId: OrderId,
  amount: Fen | 'all',
  reason: RefundReason,
  personId?: PersonId,
): Promise<Fen> {
  // Two refunds at once cannot both take the rest.
  await lockOrder(tx, orderId);
  const [row] = await tx.$queryRaw<{ rest: bigint }[]>`
    SELECT ${refundableRest} AS rest FROM orders o WHERE o.id = ${orderId}::uuid`;
  const rest = fen(Number(row?.rest ?? 0n));
  const owed = amount === 'all' ? rest : minFen(amount, rest);
  if (owed <= 0) return NO_FEN;
  await tx.refund.create({
    data: { orderId, amount: owed, reason, state: 'due', createdAt: now, ...(personId && { personId }) },
  });
  return owed;
}

/** Records a refund of all that was paid for an order that will not be sent. */
export async function openFullRefund(
  context: TxContext,
  orderId: OrderId,
  reason: RefundReason,
  personId: PersonId,
): Promise<void> {
  const { tx, now } = context;
  const turned = await tx.order.updateMany({
    where: { id: orderId, payment: 'paid' },
    data: { payment: 'refund-due' },
  });
  if (turned.count === 0) return;
  await openRefund(context, orderId, 'all', reason, personId);
  await settleWhole(context, orderId);
  await tx.orderEvent.create({ data: { orderId, personId, change: 'refund-due', at: now } });
}

const withOrder = {
  order: {
    select: {
      number: true,
      sellerId: true,
      chatId: true,
      payments: { where: { kind: 'invoice' }, select: { id: true } },
    },
  },
} as const;

interface Row {
  readonly id: RefundId;
  readonly orderId: OrderId;
  readonly amount: Fen;
  readonly reason: string;
  readonly state: string;
  readonly order: {
    readonly number: string;
    readonly sellerId: SellerId;
    readonly chatId: ChatId;
    readonly payments: readonly unknown[];
  };
}

/** State and reason were written by us. */
const asRefund = ({ id, orderId, amount, reason, state, order }: Row): Refund => ({
  id,
  orderId,
  amount,
  reason: reason as RefundReason,
  state: state === 'done' ? 'done' : 'due',
  number: order.number,
  sellerId: order.sellerId,
  chatId: order.chatId,
  isInvoice: order.payments.length > 0,
});

/** The money has been sent. An order whose every refund is done is refunded. */
async function done(
  context: TxContext,
  personId: PersonId,
  id: RefundId,
): Promise<{ readonly refund: Refund; readonly isDone: boolean } | undefined> {
  const { tx, now } = context;
  const row = await tx.refund.findUnique({ where: { id }, include: withOrder });
  if (!row || !(await requireMembership(tx, personId, row.order.sellerId, 'money'))) return undefined;
  // Of an order's last two refunds, the second to be done sees that the first is.
  await lockOrder(tx, row.orderId);
  const turned = await tx.refund.updateMany({
    where: { id, state: 'due' },
    data: { state: 'done', doneAt: now },
  });
  if (turned.count === 0) return { refund: asRefund(row), isDone: false };
  const { orderId } = row;
  await tx.orderEvent.create({ data: { orderId, personId, change: 'refunded', at: now } });
  await settleWhole(context, orderId);
  return { refund: { ...asRefund(row), state: 'done' }, isDone: true };
}

/** An order that will not be sent is refunded when nothing is left to give back. */
async function settleWhole({ tx }: TxContext, orderId: OrderId): Promise<void> {
  await tx.order.updateMany({
    where: { id: orderId, payment: 'refund-due', refunds: { none: { state: 'due' } } },
    data: { payment: 'refunded' },
  });
}

async function duePage(
  { tx }: TxContext,
  personId: PersonId,
  sellerId: SellerId,
  wanted: number,
): Promise<Page<Refund> | undefined> {
  if (!(await requireMembership(tx, personId, sellerId, 'money'))) return undefined;
  const where = { state: 'due', order: { sellerId } };
  const { page, pages, skip } = pageRange(await tx.refund.count({ where }), wanted, PAGE_SIZE);
  const rows = await tx.refund.findMany({
    where,
    orderBy: { createdAt: 'asc' },
    skip,
    take: PAGE_SIZE,
    include: withOrder,
  });
  return { items: rows.map(asRefund), page, pages };
}
