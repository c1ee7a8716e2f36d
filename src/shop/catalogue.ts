import type { Tx } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { Work } from '../db/work.ts';
import type { Pack } from './pricing.ts';
import type { Measure } from './quantity.ts';
import { searchTerms } from './search-terms.ts';

export type ProductStatus = 'draft' | 'on-sale' | 'paused' | 'archived';

/** A product as people see it. Sold out is no state of its own: it is on sale with nothing available. */
export interface Product {
  readonly id: string;
  readonly sellerId: string;
  readonly sellerName: string;
  readonly sellerNameEn: string | null;
  readonly title: string;
  readonly titleEn: string | null;
  readonly blurb: string;
  readonly blurbEn: string | null;
  readonly category: string;
  readonly measure: Measure;
  readonly price: number;
  readonly priceQuantity: number;
  readonly available: number;
  readonly held: number;
  readonly status: ProductStatus;
  readonly harvestedOn: Date | null;
  readonly packs: readonly Pack[];
  /** Ids of our media, in order; `storedPhotos` are those whose bytes have arrived. */
  readonly photos: readonly string[];
  readonly storedPhotos: readonly string[];
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly page: number;
  readonly pages: number;
}

export const PAGE_SIZE = 6;

const withRest = {
  seller: { select: { name: true, nameEn: true } },
  packs: { orderBy: { quantity: 'asc' } },
  photos: { orderBy: { position: 'asc' }, select: { mediaId: true, media: { select: { state: true } } } },
} as const satisfies Prisma.ProductInclude;

type Row = Prisma.ProductGetPayload<{ include: typeof withRest }>;

/** Measure and status come from columns whose CHECK constraints list exactly these words. */
export function asProduct(row: Row): Product {
  const { onHand, seller, photos, packs, measure, status, ...rest } = row;
  return {
    ...rest,
    measure: measure as Measure,
    status: status as ProductStatus,
    sellerName: seller.name,
    sellerNameEn: seller.nameEn,
    available: onHand - row.held,
    packs: packs.map(({ quantity, price }) => ({ quantity, price })),
    photos: photos.map((photo) => photo.mediaId),
    storedPhotos: photos.filter((photo) => photo.media.state === 'stored').map((photo) => photo.mediaId),
  };
}

/** On sale, and (where it has photos at all) at least one of them has arrived. */
const onSale: Prisma.ProductWhereInput = {
  status: 'on-sale',
  OR: [{ photos: { none: {} } }, { photos: { some: { media: { state: { not: 'wanted' } } } } }],
};

export async function productById(tx: Tx, id: string): Promise<Product | undefined> {
  const row = await tx.product.findUnique({ where: { id }, include: withRest });
  return row ? asProduct(row) : undefined;
}

export const catalogue = ({ tx }: Work) => ({
  byId: (id: string) => productById(tx, id),

  /** What is on sale, newest first; of one seller or category if given. */
  page: (page: number, only: { sellerId?: string; category?: string } = {}) =>
    pageOf(tx, { ...onSale, ...only }, page),

  /** Everything a seller has, whatever its state. */
  pageOfSeller: (sellerId: string, page: number) =>
    pageOf(tx, { sellerId, status: { not: 'archived' } }, page),

  /** The categories in which something is on sale, with how much. */
  async categories(): Promise<{ category: string; count: number }[]> {
    const rows = await tx.product.groupBy({
      by: ['category'],
      where: onSale,
      _count: true,
      orderBy: { category: 'asc' },
    });
    return rows.map((row) => ({ category: row.category, count: row._count }));
  },

  search: (words: string, take = PAGE_SIZE) => search(tx, words, take, onSale),

  /** A seller's own products that `words` may mean. */
  searchOwn: (sellerId: string, words: string, take = PAGE_SIZE) =>
    search(tx, words, take, { sellerId, status: { not: 'archived' } }),
});

async function pageOf(tx: Tx, where: Prisma.ProductWhereInput, wanted: number): Promise<Page<Product>> {
  const pages = Math.max(1, Math.ceil((await tx.product.count({ where })) / PAGE_SIZE));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const rows = await tx.product.findMany({
    where,
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    skip: page * PAGE_SIZE,
    take: PAGE_SIZE,
    include: withRest,
  });
  return { items: rows.map(asProduct), page, pages };
}

/** Products that carry every term of `words`; the shortest title first, for it is closest to what was said. */
async function search(
  tx: Tx,
  words: string,
  take: number,
  where: Prisma.ProductWhereInput,
): Promise<Product[]> {
  const terms = searchTerms(words);
  if (terms.length === 0) return [];
  const rows = await tx.product.findMany({
    where: { ...where, search: { hasEvery: terms } },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: take * 4,
    include: withRest,
  });
  const products = rows.map(asProduct).sort((a, b) => a.title.length - b.title.length);
  return products.slice(0, take);
}
