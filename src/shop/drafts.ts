import type { Work } from '../db/work.ts';
import { type Product, productById } from './catalogue.ts';
import { own } from './own-product.ts';
import { actsFor } from './sellers.ts';

/** Begins a product: nothing is known of it yet. */
export async function draft(
  { tx, now }: Work,
  personId: string,
  sellerId: string,
): Promise<Product | undefined> {
  if (!(await actsFor(tx, personId, sellerId, 'post'))) return undefined;
  const blank = {
    title: '',
    category: 'other',
    measure: 'MASS',
    price: 0,
    priceQuantity: 1,
    status: 'draft',
  };
  const { id } = await tx.product.create({
    data: { sellerId, createdAt: now, ...blank },
    select: { id: true },
  });
  return productById(tx, id);
}

/** So long words and photos join the draft that was begun last; older ones are listed, to be taken up again. */
const OPEN_MS = 3_600_000;

/** The draft that is being put together now. */
export async function openDraft(
  { tx, now }: Work,
  personId: string,
  sellerId: string,
): Promise<Product | undefined> {
  if (!(await actsFor(tx, personId, sellerId, 'post'))) return undefined;
  const since = new Date(now.getTime() - OPEN_MS);
  const row = await tx.product.findFirst({
    where: { sellerId, status: 'draft', createdAt: { gt: since } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  return row ? productById(tx, row.id) : undefined;
}

/** The product that took in the first photo of an album. */
export async function ofAlbum(
  { tx }: Work,
  personId: string,
  sellerId: string,
  album: string,
): Promise<Product | undefined> {
  const row = await tx.productEvent.findFirst({
    where: { change: 'album', after: { path: ['album'], equals: album }, personId, product: { sellerId } },
    select: { productId: true },
  });
  return row ? own(tx, personId, row.productId) : undefined;
}

/** So many are listed. */
const MAX_LISTED = 8;

/** What was begun and not published, or put away: the newest first. */
export async function inState(
  { tx }: Work,
  personId: string,
  sellerId: string,
  status: 'draft' | 'archived',
): Promise<Product[]> {
  if (!(await actsFor(tx, personId, sellerId, 'post'))) return [];
  const rows = await tx.product.findMany({
    where: { sellerId, status, price: status === 'archived' ? { gt: 0 } : { gte: 0 } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MAX_LISTED,
    select: { id: true },
  });
  const found: Product[] = [];
  for (const { id } of rows) {
    const product = await productById(tx, id);
    if (product) found.push(product);
  }
  return found;
}
