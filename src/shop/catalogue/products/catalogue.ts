import type { Tx } from '../../../db/client/client.ts';
import { int, statement, uuid } from '../../../db/connection/statement.ts';
import type { MediaId, PersonId, ProductId, SellerId } from '../../../db/ids.ts';
import type { TxContext } from '../../../db/work.ts';
import type { Fen } from '../../values/money.ts';
import type { Page } from '../../values/pages.ts';
import type { BaseQuantity, Measure, SellingUnit } from '../../values/quantity.ts';
import { findOrigin } from './origin.ts';
import type { Pack } from './pricing.ts';
import {
  findProductRows,
  fromRow,
  offerFromRow,
  PRODUCT_COLUMNS,
  PRODUCT_JOINS,
  productColumns,
} from './product-row.ts';
import { findOnSale, findOwn, type Match } from './search.ts';
import { findCategories, findShelfPage, findSpecialShelves, type Shelf, villageMonth } from './shelves.ts';
import type { StreamOffer } from './stream-offer.ts';
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
  /** By a machine, in the language that the seller does not write. */
  readonly titleTranslated: string | null;
  readonly blurbTranslated: string | null;
  readonly category: string;
  readonly measure: Measure;
  /** The seller's own word for what is sold; null: the measure's units. */
  readonly unit: SellingUnit | null;
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
  /** What one order holds at least; null: any amount. Less is sold where no more is left. */
  readonly minimumQuantity: BaseQuantity | null;
  /** The last day of the village on which `price` counts; null: it stays. */
  readonly saleUntil: Date | null;
  /** … and what `usualPriceQuantity` costs from the next day on. */
  readonly usualPrice: Fen | null;
  readonly usualPriceQuantity: BaseQuantity | null;
  readonly packs: readonly Pack[];
  /** Shown on a stream that is on now: then `price` is the stream's. */
  readonly onStream?: StreamOffer;
  /** Ids of our media, in order; `storedPhotos` are those whose bytes have arrived. */
  readonly photos: readonly MediaId[];
  readonly storedPhotos: readonly MediaId[];
}

export const PAGE_SIZE = 6;
/** No household has more; more of a village make a message no clearer. */
const MOST_TITLES = 200;

export async function findProduct(tx: Tx, id: ProductId): Promise<Product | undefined> {
  const [row] = await findProductRows(tx, [id]);
  return row && fromRow(row);
}

/** … as buyers see it now, with the price of the stream that it is shown on. */
export const findOffer = async (tx: Tx, id: ProductId): Promise<Product | undefined> =>
  (await findOffers(tx, [id]))[0];

/** The products with these ids as buyers see them now, in their order. */
export const findOffers = async (tx: Tx, ids: readonly ProductId[]): Promise<Product[]> =>
  (await findProductRows(tx, ids)).map(offerFromRow);

/** Products that match a text; `match` tells how. */
export interface SearchResult extends Page<Product> {
  readonly match: Match;
  readonly total: number;
}

export const catalogue = (context: TxContext) => ({
  ...shelves(context),

  byId: (id: ProductId) => findOffer(context.tx, id),

  /** Where a product comes from, what it has cost, and whether the person follows its seller. */
  origin: (product: Product, personId: PersonId) => findOrigin(context, product, personId),

  /** Counts a view of a product, once for each person and day. */
  countView: (personId: PersonId, productId: ProductId) => countView(context, personId, productId),
});

const shelves = (context: TxContext) => ({
  /** What is on sale, newest first, sold out last. */
  page: (page: number, shelf: Shelf = {}, size = PAGE_SIZE): Promise<Page<Product>> =>
    findShelfPage(context, page, shelf, size),

  /** Everything a seller has, whatever its state. */
  pageOfSeller: (sellerId: SellerId, page: number, size = PAGE_SIZE) =>
    findOwnPage(context.tx, sellerId, page, size),

  /** Titles of what is on sale, the newest first: names of goods that messages hold. */
  titles: () => findTitles(context.tx),

  /** The newest things that can be bought now: what is in season first. */
  fresh: (take: number) => fresh(context, take),

  /** The categories in which something is on sale, with how much. */
  categories: () => findCategories(context),

  /** Which of the special shelves hold anything. */
  specialShelves: () => findSpecialShelves(context),

  find: (text: string, page = 0, size = PAGE_SIZE) => find(context.tx, text, page, size),

  /** The titles of a seller's products, in both languages. */
  async titlesOfSeller(sellerId: SellerId): Promise<readonly string[]> {
    const rows = await context.tx.product.findMany({
      where: { sellerId, status: { not: 'archived' } },
      select: { title: true, titleEn: true },
      // The order of the index, and of what is talked of most.
      orderBy: [{ isInStock: 'desc' }, { publishedAt: 'desc' }, { id: 'desc' }],
      take: MOST_TITLES,
    });
    return rows.flatMap(({ title, titleEn }) => [title, titleEn ?? '']).filter(Boolean);
  },

  /** A seller's own products that `words` may mean. */
  async searchOwn(sellerId: SellerId, text: string, take = PAGE_SIZE): Promise<Product[]> {
    return [...(await findOwn(context.tx, sellerId, text, { skip: 0, take })).items];
  },
});

const ownPage = statement(
  'own-page',
  [uuid<SellerId>(), int(), int()],
  { ...productColumns, total: int(), page: int() },
  `WITH counted AS (
     SELECT count(*)::int AS total FROM product WHERE seller_id = $1 AND status <> 'archived'
   ), place AS (
     SELECT total, least($2, greatest(1, ceil(total / $3::int::float8)::int) - 1) AS page FROM counted
   )
   SELECT ${PRODUCT_COLUMNS}, place.total, place.page FROM place CROSS JOIN LATERAL (
     SELECT * FROM product WHERE seller_id = $1 AND status <> 'archived'
     ORDER BY is_in_stock DESC, published_at DESC, id DESC LIMIT $3::int OFFSET place.page * $3::int) p
   ${PRODUCT_JOINS} ORDER BY p.is_in_stock DESC, p.published_at DESC, p.id DESC`,
);

async function findOwnPage(tx: Tx, sellerId: SellerId, wanted: number, size: number): Promise<Page<Product>> {
  const rows = await tx.$prepared(ownPage, sellerId, Math.max(0, wanted), size);
  return {
    items: rows.map(({ total: _, page: __, ...row }) => offerFromRow(row)),
    page: rows[0]?.page ?? 0,
    pages: Math.max(1, Math.ceil((rows[0]?.total ?? 0) / size)),
  };
}

/** What a product is called, in one language or both. */
export interface Titled {
  readonly id: ProductId;
  readonly title: string;
  readonly titleEn: string | null;
}

const findTitles = (tx: Tx): Promise<Titled[]> =>
  tx.product.findMany({
    where: { status: 'on-sale' },
    select: { id: true, title: true, titleEn: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_TITLES,
  });

/** How many of the newest products are sorted by season. */
const NEWEST = 60;

const freshProducts = statement(
  'fresh-products',
  [int(), int()],
  productColumns,
  `SELECT ${PRODUCT_COLUMNS} FROM (
     SELECT * FROM product WHERE status = 'on-sale' AND is_in_stock ORDER BY published_at DESC, id DESC LIMIT ${NEWEST}) p
   ${PRODUCT_JOINS} WHERE pictures."isShown"
   ORDER BY $1 = ANY(p.season) DESC, p.published_at DESC, p.id DESC LIMIT $2::int`,
);

async function fresh(context: TxContext, take: number): Promise<Product[]> {
  return (await context.tx.$prepared(freshProducts, await villageMonth(context), take)).map(offerFromRow);
}

/** A page beyond the last is the first: what was found may be less by now. */
async function find(tx: Tx, text: string, wanted: number, size: number): Promise<SearchResult> {
  const hits = await findOnSale(tx, text, { skip: wanted * size, take: size });
  if (hits.total === 0 && wanted > 0) return find(tx, text, 0, size);
  const { match, total, items } = hits;
  return { match, total, items, page: wanted, pages: Math.max(1, Math.ceil(total / size)) };
}
