import type { ChatId, OrderId, PersonId, ProductId } from '../../db/ids.ts';
import { inSavepoint, type TxContext } from '../../db/work.ts';
import { findProduct, type Product } from '../catalogue/products/catalogue.ts';
import { add, release, setAvailable } from '../inventory/stock.ts';
import { requireMembership } from '../sellers/sellers.ts';
import { type Fen, minusFen, NO_FEN } from '../values/money.ts';
import { type BaseQuantity, minQuantity, minusQuantity } from '../values/quantity.ts';
import { allottedTotal, amountDue } from './amount-due.ts';
import { openRefund } from './refunds.ts';

/** What one order gets of a harvest. */
export interface Allotment {
  readonly orderId: OrderId;
  readonly number: string;
  /** The buyer's chat, for notices about it. */
  readonly chatId: ChatId;
  readonly wanted: BaseQuantity;
  readonly got: BaseQuantity;
  /** Fen that are not to be paid, or are to be paid back. */
  readonly less: Fen;
  readonly isPaid: boolean;
  /** A transfer is still awaited. */
  readonly isUnpaid: boolean;
  /** Its buyer has sent money that the seller has not found yet. */
  readonly isProven: boolean;
  /** Nothing was picked for it, and it has no other lines. */
  readonly isCancelled: boolean;
}

/** Orders before the harvest: the seller says how much there will be, and later how much was picked. */
export const preorders = (context: TxContext) => ({
  expect: (personId: PersonId, productId: ProductId, on: Date, quantity: BaseQuantity) =>
    expect(context, personId, productId, on, quantity),
  picked: (personId: PersonId, productId: ProductId, quantity: BaseQuantity) =>
    picked(context, personId, productId, quantity),
  /** The day from which a product is picked; nothing for what is there. */
  expectedOn: async (productId: ProductId): Promise<Date | undefined> =>
    (await context.tx.product.findUnique({ where: { id: productId }, select: { expectedOn: true } }))
      ?.expectedOn ?? undefined,
});

/** Puts a coming harvest on sale: as much as is expected, from the day `on` (midnight UTC of that calendar day). */
async function expect(
  context: TxContext,
  personId: PersonId,
  productId: ProductId,
  on: Date,
  quantity: BaseQuantity,
): Promise<Product | undefined> {
  const product = await ownProduct(context, personId, productId);
  if (!product) return undefined;
  await setAvailable(context, productId, quantity, { reason: 'set', personId });
  await context.tx.product.update({ where: { id: productId }, data: { expectedOn: on } });
  return findProduct(context.tx, productId);
}

async function ownProduct(
  context: TxContext,
  personId: PersonId,
  productId: ProductId,
): Promise<Product | undefined> {
  const product = await findProduct(context.tx, productId);
  return product && (await requireMembership(context.tx, personId, product.sellerId, 'post'))
    ? product
    : undefined;
}

/**
 * Marks what of these orders, whose goods are held or taken just now and locked by that, waits for its harvest. What was
 * taken up again after its harvest is there, and gets nothing of the next one.
 */
export async function markPreorders({ tx }: TxContext, orderIds: readonly OrderId[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE order_line SET is_preorder = product.expected_on IS NOT NULL, allotted = NULL FROM product
    WHERE product.id = order_line.product_id AND allotted IS DISTINCT FROM 0
      AND order_id = ANY(${[...orderIds]}::uuid[])`;
}

interface Waiting {
  readonly orderId: OrderId;
  readonly number: string;
  readonly chatId: ChatId;
  readonly payment: string;
  readonly stock: string;
  readonly position: number;
  readonly quantity: BaseQuantity;
  readonly total: Fen;
  /** What the scale said, where it was weighed before it was allotted. */
  readonly packed: BaseQuantity | null;
}

/**
 * Allots what was picked to the orders that wait for it, in the order in which they were placed; the rest is on sale.
 * `undefined` for those who do not act for the seller.
 */
async function picked(
  outer: TxContext,
  personId: PersonId,
  productId: ProductId,
  quantity: BaseQuantity,
): Promise<
  | { readonly product: Product; readonly allotments: readonly Allotment[]; readonly left: BaseQuantity }
  | undefined
> {
  if (!(await ownProduct(outer, personId, productId))) return undefined;
  const shared = await inSavepoint(outer, async (context) => {
    const { tx, now } = context;
    const allotments: Allotment[] = [];
    let left = quantity;
    for (const line of await lockWaiting(context, productId)) {
      const got = minQuantity(left, line.quantity);
      left = minusQuantity(left, got);
      allotments.push(await allot(context, personId, productId, line, got));
    }
    await setAvailable(context, productId, left, { reason: 'set', personId });
    await tx.product.update({ where: { id: productId }, data: { expectedOn: null, harvestedOn: now } });
    return { allotments, left };
  });
  const product = await findProduct(outer.tx, productId);
  return shared.ok && product ? { product, allotments: shared.allotments, left: shared.left } : undefined;
}

/**
 * Locks the orders that wait for a harvest by id, then the goods. Where an order came in between, it releases all locks
 * and starts again, because locking that order now could deadlock.
 */
async function lockWaiting(outer: TxContext, productId: ProductId): Promise<Waiting[]> {
  for (;;) {
    const locked = await inSavepoint(outer, async (context, refuse: (refusal: 'more') => never) => {
      const { tx } = context;
      const rows = await tx.$queryRaw<{ id: OrderId }[]>`
        SELECT id FROM orders WHERE fulfilment IN ('placed', 'accepted') AND id IN (
          SELECT order_id FROM order_line WHERE product_id = ${productId}::uuid AND is_preorder AND allotted IS NULL)
        ORDER BY id FOR UPDATE`;
      await tx.$executeRaw`SELECT 1 FROM product WHERE id = ${productId}::uuid FOR UPDATE`;
      const ids = new Set(rows.map(({ id }) => id));
      const waiting = await waitingLines(context, productId);
      return waiting.every(({ orderId }) => ids.has(orderId)) ? { waiting } : refuse('more');
    });
    if (locked.ok) return locked.waiting;
  }
}

const waitingLines = ({ tx }: TxContext, productId: ProductId): Promise<Waiting[]> =>
  tx.$queryRaw<Waiting[]>`
    SELECT o.id AS "orderId", o.number, o.chat_id AS "chatId", o.payment, o.stock, l.position, l.quantity, l.total,
      l.packed
    FROM order_line l JOIN orders o ON o.id = l.order_id
    WHERE l.product_id = ${productId}::uuid AND l.is_preorder AND l.allotted IS NULL
      AND o.fulfilment IN ('placed', 'accepted')
    ORDER BY o.placed_at, o.number, l.position`;

/** Sets a line to its allotment. The rest goes back to stock and off the total, or is refunded. */
async function allot(
  context: TxContext,
  personId: PersonId,
  productId: ProductId,
  line: Waiting,
  got: BaseQuantity,
): Promise<Allotment> {
  const { tx } = context;
  const { orderId, position } = line;
  const total = allottedTotal(line, got);
  await giveBack(context, productId, line, minusQuantity(line.quantity, got));
  await tx.orderLine.update({
    where: { orderId_position: { orderId, position } },
    data: { allotted: got, total, ...(got > 0 && { quantity: got }) },
  });
  const others = await tx.orderLine.count({
    where: { orderId, OR: [{ allotted: null }, { allotted: { gt: 0 } }] },
  });
  const isCancelled = others === 0;
  // A line that was weighed already costs by its weight: only what the weight did not take off is taken off now.
  const due = got === 0 ? NO_FEN : amountDue({ quantity: got, total, packed: line.packed });
  const less = await lower(context, personId, line, minusFen(amountDue(line), due), isCancelled);
  const isPaid = line.payment === 'paid';
  const isUnpaid = line.payment === 'due' || line.payment === 'proof-sent';
  const isProven = line.payment === 'proof-sent';
  const { number, chatId, quantity: wanted } = line;
  return { orderId, number, chatId, wanted, got, less, isPaid, isUnpaid, isProven, isCancelled };
}

async function giveBack(
  context: TxContext,
  productId: ProductId,
  { stock, orderId }: Waiting,
  short: BaseQuantity,
): Promise<void> {
  if (short === 0) return;
  if (stock === 'held') await release(context, productId, short);
  if (stock === 'taken') await add(context, productId, short, { reason: 'returned', orderId });
}

/** Takes `less` fen off an order, all of it when nothing is left to send; what was paid is owed back. */
async function lower(
  context: TxContext,
  personId: PersonId,
  { orderId, payment }: Waiting,
  less: Fen,
  isCancelled: boolean,
): Promise<Fen> {
  const { tx, now } = context;
  const { total } = await tx.order.findUniqueOrThrow({ where: { id: orderId }, select: { total: true } });
  const off = isCancelled ? total : less;
  const isPaid = payment === 'paid';
  if (isPaid && off > 0) await openRefund(context, orderId, off, 'unpicked', personId);
  if (isCancelled) {
    const fate = { fulfilment: 'cancelled', stock: 'returned', ...(isPaid && { payment: 'refund-due' }) };
    await tx.order.update({ where: { id: orderId }, data: fate });
    await tx.orderEvent.create({
      data: { orderId, personId, change: 'cancelled', note: 'unpicked', at: now },
    });
  } else if (off > 0 && !isPaid) {
    await tx.order.update({ where: { id: orderId }, data: { total: minusFen(total, off) } });
  }
  return off;
}
