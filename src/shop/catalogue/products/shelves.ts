import { bool, int, list, statement, text } from '../../../db/connection/statement.ts';
import type { SellerId } from '../../../db/ids.ts';
import type { TxContext } from '../../../db/work.ts';
import { knownVillage } from '../../sellers/villages.ts';
import { type Category, categories } from '../../terms/categories.ts';
import { localMonth } from '../../values/village-time.ts';
import { offerFromRow, PRODUCT_COLUMNS, PRODUCT_JOINS, productColumns } from './product-row.ts';

// What stands on a shelf is found by an index in the order in which it is shown, and counted no further than anybody
// turns pages: a shelf of 100,000 costs what one of 1,000 does.

/** A shelf with more than this has "1,000+" products. */
export const COUNTED = 1_000;

/** Which part of the shop to look at. */
export interface Shelf {
  readonly sellerId?: SellerId;
  readonly category?: string;
  readonly isInSeason?: boolean;
  /** Sold by a household that is live now. */
  readonly isLive?: boolean;
}

const ANY_KEY = '$3::text IS NOT NULL';

/** Conditions of `product p`; `$3` says which. */
const SHELVES = {
  all: ANY_KEY,
  category: 'p.category = $3::text',
  seller: 'p.seller_id = $3::text::uuid',
  live: `${ANY_KEY} AND p.seller_id IN (SELECT seller_id FROM stream WHERE state IN ('live', 'interrupted'))`,
} as const;

/** A page of a shelf in the order of its index: what is in stock first, the newest first. */
const shelfPage = (name: string, condition: string) =>
  statement(
    `shelf-${name}`,
    [int(), int(), text()],
    { ...productColumns, total: int(), page: int() },
    `WITH counted AS (
       SELECT count(*)::int AS total FROM (
         SELECT FROM product p WHERE status = 'on-sale' AND ${condition} LIMIT ${COUNTED + 1}) counted
     ), place AS (
       SELECT total, least($1, greatest(1, ceil(least(total, ${COUNTED}) / $2::int::float8)::int) - 1) AS page FROM counted
     )
     SELECT ${PRODUCT_COLUMNS}, place.total, place.page FROM place CROSS JOIN LATERAL (
       SELECT * FROM product p WHERE status = 'on-sale' AND ${condition}
       ORDER BY is_in_stock DESC, published_at DESC, id DESC LIMIT $2::int OFFSET place.page * $2::int) p
     ${PRODUCT_JOINS} ORDER BY p.is_in_stock DESC, p.published_at DESC, p.id DESC`,
  );

const pages = {
  all: shelfPage('all', SHELVES.all),
  category: shelfPage('category', SHELVES.category),
  seller: shelfPage('seller', SHELVES.seller),
  live: shelfPage('live', SHELVES.live),
};

/**
 * One for each month, which stands in it as a number: so PostgreSQL knows whether half the shop is in season, and reads
 * along the shelf, or hardly anything, and reads the index of seasons.
 */
const seasonPages = Array.from({ length: 12 }, (_, i) =>
  shelfPage(`season-${i + 1}`, `${ANY_KEY} AND p.season @> ARRAY[${i + 1}]`),
);

/** One page of a shelf. A page beyond the last is the last. */
export async function findShelfPage(context: TxContext, wanted: number, shelf: Shelf, size: number) {
  const { page, key } = await shelfOf(context, shelf);
  const rows = await context.tx.$prepared(page, Math.max(0, wanted), size, key);
  const total = rows[0]?.total ?? 0;
  return {
    items: rows.filter(({ isShown }) => isShown).map(({ total: _, page: __, ...row }) => offerFromRow(row)),
    page: rows[0]?.page ?? 0,
    pages: Math.max(1, Math.ceil(Math.min(total, COUNTED) / size)),
    isCounted: total <= COUNTED,
  };
}

async function shelfOf(
  context: TxContext,
  { sellerId, category, isInSeason, isLive }: Shelf,
): Promise<{ page: ReturnType<typeof shelfPage>; key: string }> {
  if (sellerId) return { page: pages.seller, key: sellerId };
  if (category) return { page: pages.category, key: category };
  const season = isInSeason ? seasonPages[(await villageMonth(context)) - 1] : undefined;
  return { page: season ?? (isLive ? pages.live : pages.all), key: '' };
}

const specialShelves = statement(
  'special-shelves',
  [int()],
  { isInSeason: bool(), isLive: bool() },
  `SELECT EXISTS (SELECT FROM product WHERE status = 'on-sale' AND season @> ARRAY[$1::int]) AS "isInSeason",
     EXISTS (SELECT FROM product JOIN stream USING (seller_id) WHERE status = 'on-sale' AND state IN ('live', 'interrupted')) AS "isLive"`,
);

/** Which of the special shelves hold anything. */
export async function findSpecialShelves(context: TxContext) {
  const [row] = await context.tx.$prepared(specialShelves, await villageMonth(context));
  return row ?? { isInSeason: false, isLive: false };
}

const countCategories = statement(
  'count-categories',
  [list(text()), int()],
  { category: text<Category>(), count: int() },
  `SELECT category, count FROM unnest($1::text[]) AS shelf (category) CROSS JOIN LATERAL (
     SELECT count(*)::int FROM (
       SELECT FROM product p WHERE status = 'on-sale' AND p.category = shelf.category LIMIT $2::int) counted) counts
   WHERE count > 0`,
);

/** The categories in which something is on sale, with how much, counted up to COUNTED. */
export const findCategories = ({ tx }: TxContext) => tx.$prepared(countCategories, categories, COUNTED + 1);

/** The month that the village has, 1–12. */
export async function villageMonth({ tx, now }: TxContext): Promise<number> {
  const { timeZone } = (await knownVillage(tx)) ?? { timeZone: 'Asia/Shanghai' };
  return localMonth(now, timeZone);
}
