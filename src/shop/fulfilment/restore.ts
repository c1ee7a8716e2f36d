import type { OrderId, PersonId, ProductId, SellerId } from '../../db/ids.ts';
import { inSavepoint, type Outcome, type TxContext } from '../../db/work.ts';
import { cart } from '../cart/cart.ts';
import { findProduct } from '../catalogue/products/catalogue.ts';
import { amountProblem, type Holding, isNewcomer, isPastShare, lockNewcomer } from '../checkout/newcomers.ts';
import { remainingLimit } from '../checkout/problems.ts';
import { reserve, take } from '../inventory/stock.ts';
import { lastStep } from '../orders/history.ts';
import { lockGoods, lockOrder } from '../orders/locking.ts';
import { markPreorders } from '../orders/preorders.ts';
import { linesByProduct, NOT_LEFT_OUT } from '../orders/transitions.ts';
import { findSellerCaps } from '../sellers/newcomer-caps.ts';
import { NO_FEN } from '../values/money.ts';
import { sumQuantity } from '../values/quantity.ts';

/** How long a buyer can undo a cancellation. */
export const UNDO_MS = 5 * 60_000;

interface Ordered {
  readonly productId: ProductId;
  readonly title: string;
  readonly titleEn: string | null;
}

/** Why a cancelled order could not be restored. */
export type NotRestored =
  | { readonly code: 'too-late' }
  | { readonly code: 'gone'; readonly line: Ordered }
  /** With what was ordered since, it would be more than one person may have. */
  | { readonly code: 'over-limit'; readonly line: Ordered }
  /** With what was ordered since, newcomers would have more waiting than they may. */
  | { readonly code: 'newcomer' };

/** What buyers do with orders afterwards: take a cancelling back, order the same again. */
export const orderRestore = (context: TxContext) => ({
  restore: (personId: PersonId, orderId: OrderId) => restore(context, personId, orderId),
  again: (personId: PersonId, orderId: OrderId) => again(context, personId, orderId),
  /** The seller of an order: all that others learn of it. */
  findSellerId: async (orderId: OrderId): Promise<SellerId | undefined> =>
    (await context.tx.order.findUnique({ where: { id: orderId }, select: { sellerId: true } }))?.sellerId,
});

/** Restores a cancelled order within five minutes, if the goods are still there. */
function restore(
  outer: TxContext,
  personId: PersonId,
  orderId: OrderId,
): Promise<Outcome<{ readonly orderId: OrderId }, NotRestored>> {
  return inSavepoint(outer, async (context, refuse: (refusal: NotRestored) => never) => {
    const { tx, now } = context;
    await lockOrder(tx, orderId);
    // What its seller called off stays off.
    const cancelled = await lastStep(context, orderId, 'cancelled');
    if (cancelled?.personId !== personId || now.getTime() - cancelled.at.getTime() > UNDO_MS)
      return refuse({ code: 'too-late' });
    // Paid orders have a refund on its way by now; they are ordered again instead.
    const turned = await tx.order.updateMany({
      where: { id: orderId, personId, fulfilment: 'cancelled', payment: { in: ['none', 'due'] } },
      data: { fulfilment: 'placed' },
    });
    if (turned.count === 0) return refuse({ code: 'too-late' });
    const holding = await lockHolding(context, orderId);
    await lockGoods(tx, [orderId]);
    await reserveAgain(context, orderId, (line) => refuse({ code: 'gone', line }));
    await markPreorders(context, [orderId]);
    await refusePastLimit(context, personId, orderId, refuse);
    if (holding && (await isPastCaps(context, orderId, holding))) return refuse({ code: 'newcomer' });
    await tx.orderEvent.create({ data: { orderId, personId, change: 'placed', at: now } });
    return { orderId };
  });
}

/** What decides on a newcomer's order that waited for its seller's yes. */
async function lockHolding({ tx }: TxContext, orderId: OrderId): Promise<Holding | undefined> {
  const order = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { personId: true, sellerId: true, payment: true, phoneKey: true, addressKey: true },
  });
  const { personId, sellerId, payment, phoneKey, addressKey } = order;
  if (phoneKey === null || !(await isNewcomer(tx, personId))) return undefined;
  const keys = { personId, phoneKeys: [phoneKey], addressKeys: addressKey === null ? [] : [addressKey] };
  await lockNewcomer(tx, keys);
  const waitsFor = payment === 'none' ? 'accept' : 'payment';
  return { keys, caps: await findSellerCaps(tx, sellerId), waitsFor };
}

async function isPastCaps({ tx }: TxContext, orderId: OrderId, holding: Holding): Promise<boolean> {
  if (await amountProblem(tx, holding, { total: NO_FEN, more: NO_FEN })) return true;
  for (const line of await linesByProduct(tx, orderId))
    if (await isPastShare(tx, line.productId, holding)) return true;
  return false;
}

async function refusePastLimit(
  { tx }: TxContext,
  personId: PersonId,
  orderId: OrderId,
  refuse: (refusal: NotRestored) => never,
): Promise<void> {
  for (const line of await tx.orderLine.findMany({ where: { orderId, ...NOT_LEFT_OUT } })) {
    const limit = await remainingLimit(tx, personId, line.productId);
    if (limit && limit.left < 0) refuse({ code: 'over-limit', line });
  }
}

/**
 * Products are locked in the one order that all carts and orders keep. What had a deadline is held again until then, the
 * rest is taken.
 */
async function reserveAgain(
  context: TxContext,
  orderId: OrderId,
  short: (line: Ordered) => never,
): Promise<void> {
  const { tx } = context;
  const { dueAt } = await tx.order.findUniqueOrThrow({ where: { id: orderId }, select: { dueAt: true } });
  const lines = await tx.orderLine.findMany({
    where: { orderId, ...NOT_LEFT_OUT },
    orderBy: { productId: 'asc' },
    include: { product: { select: { status: true } } },
  });
  for (const line of lines) {
    // What its seller, or the office, has taken off meanwhile is not sold any more.
    if (line.product.status !== 'on-sale') short(line);
    const isThere = dueAt
      ? await reserve(context, line.productId, line.quantity)
      : await take(context, line.productId, line.quantity, { reason: 'order', orderId });
    if (!isThere) short(line);
  }
  await tx.order.update({ where: { id: orderId }, data: { stock: dueAt ? 'held' : 'taken' } });
}

/** Puts an order's goods into its buyer's cart, beside what is there; answers what of it is not sold any more. */
async function again(
  context: TxContext,
  personId: PersonId,
  orderId: OrderId,
): Promise<{ readonly missing: readonly Ordered[] } | undefined> {
  const { tx } = context;
  const order = await tx.order.findFirst({
    where: { id: orderId, personId },
    include: { lines: { where: NOT_LEFT_OUT, orderBy: { position: 'asc' } } },
  });
  if (!order) return undefined;
  const missing: Ordered[] = [];
  for (const [productId, lines] of Map.groupBy(order.lines, (line) => line.productId)) {
    const product = await findProduct(tx, productId);
    const quantity = sumQuantity(lines.map((line) => line.quantity));
    if (product?.status === 'on-sale') await cart(context).set(personId, productId, quantity);
    else missing.push(...lines.slice(0, 1));
  }
  return { missing };
}
