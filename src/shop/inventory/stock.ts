import { int, nullable, statement, text, time, uuid } from '../../db/connection/statement.ts';
import type { OrderId, PersonId, ProductId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { type BaseQuantity, baseQuantity, MAX_BASE, minusQuantity, NO_QUANTITY } from '../values/quantity.ts';

/** Why stock on hand changed; `undo` writes the opposite of an earlier change. */
export type StockReason = 'opening' | 'added' | 'set' | 'sold-elsewhere' | 'order' | 'returned' | 'undo';

/** One change of what is on hand, with who did it and for which order. */
export interface StockChange {
  readonly reason: StockReason;
  readonly personId?: PersonId | undefined;
  readonly orderId?: OrderId | undefined;
}

/** What is available, before and after. */
export interface Moved {
  readonly before: BaseQuantity;
  readonly after: BaseQuantity;
}

// Each act is one statement that decides and writes, so that no two buyers get the same goods.

const reserveStock = statement(
  'reserve',
  [uuid<ProductId>(), int<BaseQuantity>()],
  { id: uuid<ProductId>() },
  'UPDATE product SET held = held + $2 WHERE id = $1 AND on_hand - held >= $2 RETURNING id',
);

/** Reserves `quantity` if that much is available. */
export const reserve = async (
  { tx }: TxContext,
  productId: ProductId,
  quantity: BaseQuantity,
): Promise<boolean> => (await tx.$prepared(reserveStock, productId, quantity)).length === 1;

const takeStock = statement(
  'take',
  [
    ...([uuid<ProductId>(), int<BaseQuantity>(), text<StockReason>()] as const),
    ...([nullable(uuid<OrderId>()), nullable(uuid<PersonId>()), time()] as const),
  ],
  { change: int() },
  `WITH taken AS (
     UPDATE product SET on_hand = on_hand - $2 WHERE id = $1 AND on_hand - held >= $2 RETURNING id
   )
   INSERT INTO stock_entry (product_id, change, reason, order_id, person_id, at)
   SELECT id, -$2, $3, $4, $5, $6 FROM taken RETURNING change`,
);

/** Takes `quantity` from stock if that much is available. */
export async function take(
  { tx, now }: TxContext,
  productId: ProductId,
  quantity: BaseQuantity,
  { reason, orderId, personId }: StockChange,
): Promise<boolean> {
  const why = [reason, orderId ?? null, personId ?? null, now] as const;
  return (await tx.$prepared(takeStock, productId, quantity, ...why)).length === 1;
}

/** Takes what was reserved. */
export async function takeReserved(
  context: TxContext,
  productId: ProductId,
  quantity: BaseQuantity,
  change: StockChange,
): Promise<void> {
  await context.tx.$executeRaw`
    UPDATE product SET on_hand = on_hand - ${quantity}, held = held - ${quantity} WHERE id = ${productId}::uuid`;
  await enter(context, productId, baseQuantity(-quantity), change);
}

/** Releases what was reserved. */
export async function release(
  { tx }: TxContext,
  productId: ProductId,
  quantity: BaseQuantity,
): Promise<Moved> {
  return movedBy(
    quantity,
    await tx.$queryRaw<Free[]>`
    UPDATE product SET held = held - ${quantity} WHERE id = ${productId}::uuid RETURNING on_hand - held AS free`,
  );
}

/** Puts `quantity` on hand: new goods, or goods that an order gives back. */
export async function add(
  context: TxContext,
  productId: ProductId,
  quantity: BaseQuantity,
  change: StockChange,
): Promise<Moved | undefined> {
  const rows = await context.tx.$queryRaw<Free[]>`
    UPDATE product SET on_hand = on_hand + ${quantity}
    WHERE id = ${productId}::uuid AND on_hand + ${quantity} <= ${MAX_BASE} RETURNING on_hand - held AS free`;
  if (rows.length === 0) return undefined;
  await enter(context, productId, quantity, change);
  return movedBy(quantity, rows);
}

/** Sets what is available ("30 斤 left"); reservations stay. */
export async function setAvailable(
  context: TxContext,
  productId: ProductId,
  available: BaseQuantity,
  change: StockChange,
): Promise<Moved> {
  const rows = await context.tx.$queryRaw<{ before: BaseQuantity }[]>`
    WITH old AS (SELECT id, on_hand - held AS free FROM product WHERE id = ${productId}::uuid FOR UPDATE)
    UPDATE product SET on_hand = held + ${available} FROM old WHERE product.id = old.id RETURNING old.free AS before`;
  const before = rows[0]?.before ?? NO_QUANTITY;
  if (available !== before) await enter(context, productId, minusQuantity(available, before), change);
  return { before, after: available };
}

interface Free {
  free: BaseQuantity;
}

function movedBy(change: BaseQuantity, rows: readonly Free[]): Moved {
  const after = rows[0]?.free ?? NO_QUANTITY;
  return { before: minusQuantity(after, change), after };
}

async function enter(
  { tx, now }: TxContext,
  productId: ProductId,
  change: BaseQuantity,
  why: StockChange,
): Promise<void> {
  const { reason, personId = null, orderId = null } = why;
  await tx.stockEntry.create({ data: { productId, change, reason, personId, orderId, at: now } });
}
