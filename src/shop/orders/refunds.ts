import type { ChatId, OrderId, PersonId, RefundId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import type { Page } from '../catalogue/catalogue.ts';
import { requireMembership } from '../sellers/sellers.ts';
import { type Fen, fen, minFen, NO_FEN } from '../values/money.ts';
import { lockOrder } from './locking.ts';

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
  /** For those who may move the seller's money. */
  done: (personId: PersonId, id: RefundId) => done(context, personId, id),
  due: (personId: PersonId, sellerId: SellerId, page: number) => duePage(context, personId, sellerId, page),
});

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
    SELECT coalesce((SELECT sum(amount) FROM payment WHERE order_id = o.id),
        CASE WHEN o.payment <> 'none' AND o.payment NOT IN ('due', 'proof-sent') OR o.fulfilment = 'delivered' THEN o.total ELSE 0 END)
      - coalesce((SELECT sum(amount) FROM refund WHERE order_id = o.id), 0) AS rest
    FROM orders o WHERE o.id = ${orderId}::uuid`;
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
  const pages = Math.max(1, Math.ceil((await tx.refund.count({ where })) / PAGE_SIZE));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const rows = await tx.refund.findMany({
    where,
    orderBy: { createdAt: 'asc' },
    skip: page * PAGE_SIZE,
    take: PAGE_SIZE,
    include: withOrder,
  });
  return { items: rows.map(asRefund), page, pages };
}
