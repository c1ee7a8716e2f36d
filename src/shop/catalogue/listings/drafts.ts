import type { Prisma } from '../../../db/generated/client.ts';
import type { PersonId, SellerId } from '../../../db/ids.ts';
import type { TxContext } from '../../../db/work.ts';
import { requireMembership } from '../../sellers/sellers.ts';
import { NO_FEN } from '../../values/money.ts';
import { type Page, pageRange } from '../../values/pages.ts';
import { baseQuantity } from '../../values/quantity.ts';
import { findOwnProduct } from '../products/authorise.ts';
import { findProduct, PAGE_SIZE, type Product } from '../products/catalogue.ts';

/** Begins a product: nothing is known of it yet. */
export async function createDraft(
  { tx, now }: TxContext,
  personId: PersonId,
  sellerId: SellerId,
): Promise<Product | undefined> {
  if (!(await requireMembership(tx, personId, sellerId, 'post'))) return undefined;
  const blank = {
    title: '',
    category: 'other',
    measure: 'MASS',
    price: NO_FEN,
    priceQuantity: baseQuantity(1),
    status: 'draft',
  };
  const { id } = await tx.product.create({
    data: { sellerId, createdAt: now, ...blank },
    select: { id: true },
  });
  return findProduct(tx, id);
}

/** How long texts and photos join the newest draft; older drafts are listed instead. */
const OPEN_MS = 3_600_000;

/** The draft that texts and photos join now. */
export async function findOpenDraft(
  { tx, now }: TxContext,
  personId: PersonId,
  sellerId: SellerId,
): Promise<Product | undefined> {
  if (!(await requireMembership(tx, personId, sellerId, 'post'))) return undefined;
  const since = new Date(now.getTime() - OPEN_MS);
  const row = await tx.product.findFirst({
    where: { sellerId, status: 'draft', createdAt: { gt: since } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  return row ? findProduct(tx, row.id) : undefined;
}

/** The product that took in the last photo of an album: captions may name several. */
export async function findDraftByAlbum(
  { tx }: TxContext,
  personId: PersonId,
  sellerId: SellerId,
  album: string,
): Promise<Product | undefined> {
  const row = await tx.productEvent.findFirst({
    where: { change: 'album', after: { path: ['album'], equals: album }, personId, product: { sellerId } },
    orderBy: { id: 'desc' },
    select: { productId: true },
  });
  return row ? findOwnProduct(tx, personId, row.productId) : undefined;
}

/** Unpublished drafts, the newest first. */
export async function drafts(
  context: TxContext,
  personId: PersonId,
  sellerId: SellerId,
): Promise<readonly Product[]> {
  return (await findDraftPage(context, personId, { sellerId, status: 'draft' }, 0)).items;
}

/** Archived products, the newest first; dropped drafts are left out. */
export const archiveDrafts = (context: TxContext, personId: PersonId, sellerId: SellerId, page: number) =>
  findDraftPage(context, personId, { sellerId, status: 'archived', publishedAt: { not: null } }, page);

async function findDraftPage(
  { tx }: TxContext,
  personId: PersonId,
  where: Prisma.ProductWhereInput & { sellerId: SellerId },
  wanted: number,
): Promise<Page<Product>> {
  if (!(await requireMembership(tx, personId, where.sellerId, 'post')))
    return { items: [], page: 0, pages: 1 };
  const { page, pages, skip } = pageRange(await tx.product.count({ where }), wanted, PAGE_SIZE);
  const rows = await tx.product.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip,
    take: PAGE_SIZE,
    select: { id: true },
  });
  const found: Product[] = [];
  for (const { id } of rows) {
    const product = await findProduct(tx, id);
    if (product) found.push(product);
  }
  return { items: found, page, pages };
}
