import type { Tx } from '../../db/client/client.ts';
import type { Prisma } from '../../db/generated/client.ts';
import type { MediaId, PersonId, ProductId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import type { Fen } from '../values/money.ts';
import { type BaseQuantity, type Measure, minusQuantity } from '../values/quantity.ts';
import { findOrigin } from './origin.ts';
import type { Pack } from './pricing.ts';
import { findOnSale, findOwn, type Match } from './search.ts';
import { type StreamOffer, withStreamOffers } from './stream-offer.ts';
import { countView } from './views.ts';

export type ProductStatus = 'draft' | 'on-sale' | 'paused' | 'archived';

/** A product as people see it. Sold out is no state of its own: it is on sale with nothing available. */
export interface Product {
  readonly id: ProductId;
  readonly sellerId: SellerId;
  readonly sellerName: string;
  readonly sellerNameEn: string | null;
  readonly title: string;
  readonly titleEn: string | null;
  readonly blurb: string;
  readonly blurbEn: string | null;
  readonly category: string;
  readonly measure: Measure;
  readonly price: Fen;
  readonly priceQuantity: BaseQuantity;
  readonly available: BaseQuantity;
  readonly held: BaseQuantity;
  readonly status: ProductStatus;
  readonly harvestedOn: Date | null;
  /** Months (1–12) in which it is in season; empty: always. */
  readonly season: readonly number[];
  /** Ordered now and picked from this day on; null: it is there. */
  readonly expectedOn: Date | null;
  /** What one person may have; null: no limit. */
  readonly personLimit: BaseQuantity | null;
  readonly packs: readonly Pack[];
  /** Shown on a stream that is on now: then `price` is the stream's. */
  readonly onStream?: StreamOffer;
  /** Ids of our media, in order; `storedPhotos` are those whose bytes have arrived. */
  readonly photos: readonly MediaId[];
  readonly storedPhotos: readonly MediaId[];
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly page: number;
  readonly pages: number;
}

export const PAGE_SIZE = 6;

/** What a row needs beside its own columns to be a `Product`. */
export const withRest = {
  seller: { select: { name: true, nameEn: true } },
  packs: { orderBy: { quantity: 'asc' } },
  photos: { orderBy: { position: 'asc' }, select: { mediaId: true, media: { select: { state: true } } } },
} as const satisfies Prisma.ProductInclude;

type Row = Prisma.ProductGetPayload<{ include: typeof withRest }>;

/** Measure and status come from columns whose CHECK constraints list exactly these words. */
export function toProduct(row: Row): Product {
  const { onHand, seller, photos, packs, measure, status, ...rest } = row;
  return {
    ...rest,
    measure: measure as Measure,
    status: status as ProductStatus,
    sellerName: seller.name,
    sellerNameEn: seller.nameEn,
    available: minusQuantity(onHand, row.held),
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

export async function findProduct(tx: Tx, id: ProductId): Promise<Product | undefined> {
  const row = await tx.product.findUnique({ where: { id }, include: withRest });
  return row ? toProduct(row) : undefined;
}

/** … as buyers see it now, with the price of the stream that it is shown on. */
export async function findOffer(tx: Tx, id: ProductId): Promise<Product | undefined> {
  const product = await findProduct(tx, id);
  return product && (await withStreamOffers(tx, [product]))[0];
}

/** Which part of the shop to look at. */
export interface Shelf {
  readonly sellerId?: SellerId;
  readonly category?: string;
  readonly isInSeason?: boolean;
  /** Sold by a household that is live now. */
  readonly isLive?: boolean;
}

/** Products that match a text; `match` tells how. */
export interface SearchResult extends Page<Product> {
  readonly match: Match;
  readonly total: number;
}

export const catalogue = (context: TxContext) => ({
  ...shelves(context),

  byId: (id: ProductId) => findOffer(context.tx, id),

  /** Where a product comes from, and what it has cost. */
  origin: (product: Product) => findOrigin(context, product),

  /** Counts a view of a product, once for each person and day. */
  countView: (personId: PersonId, productId: ProductId) => countView(context, personId, productId),
});

const shelves = ({ tx, now }: TxContext) => ({
  /** What is on sale, newest first, sold out last. */
  page: async (page: number, shelf: Shelf = {}, size = PAGE_SIZE) =>
    findPage(tx, { ...onSale, ...(await shelfCondition(tx, now, shelf)) }, page, size),

  /** Everything a seller has, whatever its state. */
  pageOfSeller: (sellerId: SellerId, page: number) =>
    findPage(tx, { sellerId, status: { not: 'archived' } }, page),

  /** Titles of what is on sale, or of all that a seller has, the newest first: names of goods that messages hold. */
  titles: (sellerId?: SellerId) => findTitles(tx, sellerId),

  /** The newest things that can be bought now: what is in season first. */
  fresh: (take: number) => fresh(tx, now, take),

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

  /** How many products stand on a shelf. */
  count: async (shelf: Shelf): Promise<number> =>
    tx.product.count({ where: { ...onSale, ...(await shelfCondition(tx, now, shelf)) } }),

  find: (text: string, page = 0, size = PAGE_SIZE) => find(tx, text, page, size),

  /** A seller's own products that `words` may mean. */
  async searchOwn(sellerId: SellerId, text: string, take = PAGE_SIZE): Promise<Product[]> {
    const { ids } = await findOwn(tx, sellerId, text, { skip: 0, take });
    return inOrder(tx, ids, {});
  },
});

async function shelfCondition(
  tx: Tx,
  now: Date,
  { isInSeason, isLive, ...rest }: Shelf,
): Promise<Prisma.ProductWhereInput> {
  return {
    ...rest,
    ...(isInSeason && { season: { has: await localMonth(tx, now) } }),
    ...(isLive && { seller: { streams: { some: { state: { in: ['live', 'interrupted'] } } } } }),
  };
}

/** The month that the village has, 1–12. */
async function localMonth(tx: Tx, now: Date): Promise<number> {
  const village = await tx.village.findFirst({
    orderBy: { createdAt: 'asc' },
    select: { timeZone: true },
  });
  const timeZone = village?.timeZone ?? 'Asia/Shanghai';
  return Number(new Intl.DateTimeFormat('en', { month: 'numeric', timeZone }).format(now));
}

async function findPage(
  tx: Tx,
  where: Prisma.ProductWhereInput,
  wanted: number,
  size = PAGE_SIZE,
): Promise<Page<Product>> {
  const inStock = { ...where, onHand: { gt: tx.product.fields.held } };
  const soldOut = { ...where, onHand: { lte: tx.product.fields.held } };
  const [buyable, all] = [await tx.product.count({ where: inStock }), await tx.product.count({ where })];
  const pages = Math.max(1, Math.ceil(all / size));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const skip = page * size;
  const first = skip < buyable ? await newest(tx, inStock, skip, size) : [];
  const room = size - first.length;
  const rest = room > 0 ? await newest(tx, soldOut, Math.max(0, skip - buyable), room) : [];
  return { items: [...first, ...rest], page, pages };
}

async function newest(
  tx: Tx,
  where: Prisma.ProductWhereInput,
  skip: number,
  take: number,
): Promise<Product[]> {
  const rows = await tx.product.findMany({
    where,
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    skip,
    take,
    include: withRest,
  });
  return withStreamOffers(tx, rows.map(toProduct));
}

/** What a product is called, in one language or both. */
export interface Titled {
  readonly id: ProductId;
  readonly title: string;
  readonly titleEn: string | null;
}

/** More titles than that make a message no clearer. */
const MOST_TITLES = 300;

async function findTitles(tx: Tx, sellerId?: SellerId): Promise<Titled[]> {
  return tx.product.findMany({
    where: sellerId ? { sellerId, status: { not: 'archived' } } : onSale,
    select: { id: true, title: true, titleEn: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_TITLES,
  });
}

/** How many of the newest products are sorted by season. */
const NEWEST = 60;

async function fresh(tx: Tx, now: Date, take: number): Promise<Product[]> {
  const rows = await tx.$queryRaw<{ id: ProductId }[]>`
    WITH newest AS (
      SELECT id, season, published_at FROM product WHERE status = 'on-sale' AND on_hand > held
      ORDER BY published_at DESC, id DESC LIMIT ${NEWEST}),
    here AS (SELECT time_zone FROM village ORDER BY created_at LIMIT 1)
    SELECT id FROM newest LEFT JOIN here ON true
    ORDER BY (date_part('month', ${now}::timestamptz AT TIME ZONE coalesce(time_zone, 'Asia/Shanghai'))::int = ANY(season)) DESC,
      published_at DESC, id DESC LIMIT ${take}`;
  const ids = rows.map((row) => row.id);
  return inOrder(tx, ids, onSale);
}

/** A page beyond the last is the first: what was found may be less by now. */
async function find(tx: Tx, text: string, wanted: number, size: number): Promise<SearchResult> {
  const hits = await findOnSale(tx, text, { skip: wanted * size, take: size });
  if (hits.total === 0 && wanted > 0) return find(tx, text, 0, size);
  const { match, total, ids } = hits;
  const items = await inOrder(tx, ids, onSale);
  return { match, total, items, page: wanted, pages: Math.max(1, Math.ceil(total / size)) };
}

async function inOrder(
  tx: Tx,
  ids: readonly ProductId[],
  where: Prisma.ProductWhereInput,
): Promise<Product[]> {
  const rows = await tx.product.findMany({ where: { ...where, id: { in: [...ids] } }, include: withRest });
  const found = await withStreamOffers(tx, rows.map(toProduct));
  const byId = new Map(found.map((product) => [product.id, product]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
