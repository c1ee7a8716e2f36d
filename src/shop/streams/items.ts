import type { Tx } from '../../db/client/client.ts';
import type { PersonId, ProductId, SellerId, StreamId, StreamItemId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { findProduct, type Product } from '../catalogue/products/catalogue.ts';
import { requireMembership } from '../sellers/sellers.ts';
import type { Fen } from '../values/money.ts';
import type { BaseQuantity } from '../values/quantity.ts';

/** Numbers on a stream go to this. */
export const MOST_ITEMS = 30;
const TITLE_LENGTH = 40;

/** What is shown under one number. */
export interface StreamItem {
  readonly id: StreamItemId;
  readonly streamId: StreamId;
  readonly number: number;
  /** Without one, what the seller called it is all there is: it cannot be ordered yet. */
  readonly product: Product | undefined;
  readonly title: string;
  /** Fen for the product's `priceQuantity` while the stream is on. */
  readonly price: Fen | null;
  /** Base units that one person may order during the stream. */
  readonly limit: BaseQuantity | null;
}

/** What may be changed on an item; null takes it away. */
export interface ItemChange {
  readonly price?: Fen | null;
  readonly limit?: BaseQuantity | null;
}

/** The items of a stream by their numbers. Without a list of its own, a stream shows nothing. */
export async function findItems({ tx }: TxContext, streamId: StreamId): Promise<StreamItem[]> {
  const rows = await tx.streamItem.findMany({ where: { streamId }, orderBy: { number: 'asc' } });
  return Promise.all(rows.map((row) => toItem(tx, row)));
}

type Row = Omit<StreamItem, 'product'> & { readonly productId: ProductId | null };

const toItem = async (tx: Tx, { productId, ...row }: Row): Promise<StreamItem> => ({
  ...row,
  product: productId === null ? undefined : await findProduct(tx, productId),
});

export async function findItem(
  { tx }: TxContext,
  where: { readonly id: StreamItemId } | { readonly streamId: StreamId; readonly number: number },
): Promise<StreamItem | undefined> {
  const row = await tx.streamItem.findFirst({ where });
  return row ? toItem(tx, row) : undefined;
}

/** Adds a product of the seller's, or what they call it, under the next number; the number it has, nothing for strangers. */
export async function addItem(
  context: TxContext,
  personId: PersonId,
  streamId: StreamId,
  what: { readonly productId: ProductId } | { readonly title: string },
): Promise<number | undefined> {
  const { tx } = context;
  const sellerId = await findOwnStream(tx, personId, streamId);
  if (sellerId === undefined) return undefined;
  if ('productId' in what) {
    const own = await tx.product.findFirst({ where: { id: what.productId, sellerId }, select: { id: true } });
    if (!own) return undefined;
    const there = await tx.streamItem.findFirst({ where: { streamId, productId: what.productId } });
    if (there) return there.number;
  }
  const last = await tx.streamItem.findFirst({ where: { streamId }, orderBy: { number: 'desc' } });
  const number = (last?.number ?? 0) + 1;
  if (number > MOST_ITEMS) return undefined;
  const named =
    'title' in what ? { title: what.title.slice(0, TITLE_LENGTH) } : { productId: what.productId };
  await tx.streamItem.create({ data: { streamId, number, ...named } });
  return number;
}

/** Changes an item's price or limit during the stream; false for strangers. */
export async function changeItem(
  { tx }: TxContext,
  personId: PersonId,
  id: StreamItemId,
  { price, limit }: ItemChange,
): Promise<boolean> {
  if (!(await ownItem(tx, personId, id))) return false;
  const data = { ...(price !== undefined && { price }), ...(limit !== undefined && { limit }) };
  await tx.streamItem.update({ where: { id }, data });
  return true;
}

/** Takes an item out of the list. The others keep their numbers once the stream has begun; before, they close up. */
export async function removeItem({ tx }: TxContext, personId: PersonId, id: StreamItemId): Promise<boolean> {
  const item = await ownItem(tx, personId, id);
  if (!item) return false;
  await tx.streamItem.delete({ where: { id } });
  const { streamId, number } = item;
  const stream = await tx.stream.findUnique({ where: { id: streamId }, select: { startedAt: true } });
  if (stream?.startedAt) return true;
  const later = await tx.streamItem.findMany({
    where: { streamId, number: { gt: number } },
    orderBy: { number: 'asc' },
    select: { id: true, number: true },
  });
  for (const one of later)
    await tx.streamItem.update({ where: { id: one.id }, data: { number: one.number - 1 } });
  return true;
}

/** The seller whose stream it is, where the person may post for them. */
export async function findOwnStream(
  tx: Tx,
  personId: PersonId,
  streamId: StreamId,
): Promise<SellerId | undefined> {
  const row = await tx.stream.findUnique({ where: { id: streamId }, select: { sellerId: true } });
  if (!row || !(await requireMembership(tx, personId, row.sellerId, 'post'))) return undefined;
  return row.sellerId;
}

async function ownItem(tx: Tx, personId: PersonId, id: StreamItemId) {
  const item = await tx.streamItem.findUnique({ where: { id }, select: { streamId: true, number: true } });
  return item && (await findOwnStream(tx, personId, item.streamId)) !== undefined ? item : undefined;
}

/** Shows an item now; false for strangers and while the stream is not on. */
export async function showItem(
  { tx, now }: TxContext,
  personId: PersonId,
  id: StreamItemId,
): Promise<boolean> {
  const item = await ownItem(tx, personId, id);
  if (!item) return false;
  const alive = await tx.stream.updateMany({
    where: { id: item.streamId, state: { in: ['live', 'interrupted'] } },
    data: { lastSignAt: now, askedAt: null },
  });
  if (alive.count === 0) return false;
  await tx.streamShowing.create({ data: { streamId: item.streamId, itemId: id, at: now } });
  return true;
}

/** When each item was first shown, and which one is shown now. */
export async function findShowings(
  { tx }: TxContext,
  streamId: StreamId,
): Promise<{ readonly firstAt: ReadonlyMap<StreamItemId, Date>; readonly now: StreamItemId | undefined }> {
  const rows = await tx.streamShowing.findMany({ where: { streamId }, orderBy: { id: 'asc' } });
  const firstAt = new Map<StreamItemId, Date>();
  for (const { itemId, at } of rows) if (!firstAt.has(itemId)) firstAt.set(itemId, at);
  return { firstAt, now: rows.at(-1)?.itemId };
}
