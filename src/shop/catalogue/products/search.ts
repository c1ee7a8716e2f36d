import type { Tx } from '../../../db/client/client.ts';
import { int, list, nullable, statement, text, uuid } from '../../../db/connection/statement.ts';
import type { ProductId, SellerId } from '../../../db/ids.ts';
import { type Category, categories } from '../../terms/categories.ts';
import { isTypo } from '../../terms/edit-distance.ts';
import { latinText, plainWords, searchTerms, soundTerms } from '../../terms/search-terms.ts';
import { shelfTerms } from '../../terms/synonyms.ts';
import {
  findProductRows,
  offerFromRow,
  PRODUCT_COLUMNS,
  PRODUCT_JOINS,
  type ProductRow,
  productColumns,
} from './product-row.ts';
import { COUNTED } from './shelves.ts';

// PostgreSQL searches: `search` holds every term of a product under a GIN index (search-terms.ts says which). Trigrams
// are asked only where no term fits, and only about Latin letters: pairs of characters are terms already.

/** How a result was found: by the words themselves, by sound, by a typing error, or by a part of them. */
export type Match = 'exact' | 'shelf' | 'near';

export interface Hits extends Found {
  readonly match: Match;
}

/** Products that fit, a page of them, and how many fit. */
export interface Found {
  readonly items: readonly FoundProduct[];
  readonly total: number;
}

type FoundProduct = ReturnType<typeof offerFromRow>;

export interface Slice {
  readonly skip: number;
  readonly take: number;
}

/** The products on sale that fit `words` best, and how many fit. The ways are tried in turn until one finds something. */
export async function findOnSale(tx: Tx, text: string, slice: Slice): Promise<Hits> {
  const exact = await byTerms(tx, text, searchTerms(text), slice);
  if (exact.total > 0) return { match: 'exact', ...exact };
  const shelf = shelfCalled(text);
  if (shelf) return { match: 'shelf', ...(await byShelf(tx, shelf, slice)) };
  return { match: 'near', ...(await near(tx, text, slice)) };
}

const nothing: Found = { items: [], total: 0 };

async function near(tx: Tx, text: string, slice: Slice): Promise<Found> {
  const bySound = await byTerms(tx, text, soundTerms(text), slice);
  if (bySound.total > 0) return bySound;
  const byTypo = await byTypos(tx, text, slice);
  return byTypo.total > 0 ? byTypo : byParts(tx, text, slice);
}

/** A seller's own products that `words` may mean. */
export const findOwn = (tx: Tx, sellerId: SellerId, text: string, slice: Slice): Promise<Found> =>
  byTerms(tx, text, searchTerms(text), slice, sellerId);

/**
 * Products that carry every term: those whose title says the words first, then what is in stock, then the newest. The
 * columns come only for the page that is shown.
 */
const searchStatement = (name: string, titles: string, where: string) =>
  statement(
    `search-${name}`,
    [list(text()), text(), int(), int(), nullable(uuid<SellerId>())],
    { ...productColumns, total: int() },
    `WITH hits AS MATERIALIZED (
       SELECT id, count(*) OVER ()::int AS total, row_number() OVER (
         ORDER BY (strpos(' · ' || ${titles} || ' · ', ' · ' || $2::text || ' · ') > 0) DESC, (strpos(${titles}, $2::text) > 0) DESC,
           is_in_stock DESC, published_at DESC NULLS LAST, id DESC) AS n
       FROM product WHERE search @> $1::text[] AND ${where}
       ORDER BY n LIMIT $3::int OFFSET $4::int
     )
     SELECT ${PRODUCT_COLUMNS}, hits.total FROM hits JOIN product p USING (id) ${PRODUCT_JOINS} ORDER BY n`,
  );

// Chinese titles are compared as they stand: lowering a thousand of them takes longer than finding them.
const [HAN, LATIN] = ['title', `lower(concat_ws(' · ', title, title_en))`];
const [ON_SALE, OWN] = [
  `status = 'on-sale' AND $5::uuid IS NULL`,
  `status <> 'archived' AND seller_id = $5::uuid`,
];
const searches = {
  onSale: { han: searchStatement('han', HAN, ON_SALE), latin: searchStatement('latin', LATIN, ON_SALE) },
  own: { han: searchStatement('own-han', HAN, OWN), latin: searchStatement('own-latin', LATIN, OWN) },
};

async function byTerms(
  tx: Tx,
  text: string,
  terms: readonly string[],
  { skip, take }: Slice,
  sellerId?: SellerId,
): Promise<Found> {
  if (terms.length === 0) return nothing;
  const said = plainWords(text).trim();
  const { han, latin } = sellerId === undefined ? searches.onSale : searches.own;
  const search = /[a-z]/.test(said) ? latin : han;
  return found(await tx.$prepared(search, terms, said, take, skip, sellerId ?? null), sellerId === undefined);
}

/** What is on sale is shown when one of its photos has arrived. */
const found = (rows: readonly (ProductRow & { total: number })[], isOnSale = true): Found => ({
  items: rows.filter(({ isShown }) => isShown || !isOnSale).map(({ total: _, ...row }) => offerFromRow(row)),
  total: rows[0]?.total ?? 0,
});

/** 水果 and `nuts` name a shelf. */
function shelfCalled(text: string): Category | undefined {
  const said = new Set([plainWords(text).trim(), latinText(text).join(' ')]);
  return categories.find((name) => shelfTerms[name]?.some((word) => said.has(word)));
}

const searchShelf = statement(
  'search-shelf',
  [text(), int(), int()],
  { ...productColumns, total: int() },
  `WITH hits AS MATERIALIZED (
     SELECT id FROM product WHERE category = $1 AND status = 'on-sale'
     ORDER BY is_in_stock DESC, published_at DESC, id DESC LIMIT $2::int OFFSET $3::int
   )
   SELECT ${PRODUCT_COLUMNS},
     (SELECT count(*)::int FROM (SELECT FROM product WHERE category = $1 AND status = 'on-sale' LIMIT ${COUNTED + 1}) counted) AS total
   FROM hits JOIN product p USING (id) ${PRODUCT_JOINS} ORDER BY p.is_in_stock DESC, p.published_at DESC, p.id DESC`,
);

const byShelf = async (tx: Tx, shelf: Category, { skip, take }: Slice): Promise<Found> =>
  found(await tx.$prepared(searchShelf, shelf, take, skip));

/** The shortest word in which a typing error is accepted. */
const SLIP_LETTERS = 3;
/** Of `walnt` and `walnut` two thirds of the trigrams agree, of `hetoa` and `hetao` half. */
const ALIKE = 0.4;
/** How many candidates trigrams bring, the most similar first; edit distance then decides. */
const JUDGED = 200;

/** Products one of whose Latin words, or whose pinyin, was mistyped or only begun. */
async function byTypos(tx: Tx, text: string, { skip, take }: Slice): Promise<Found> {
  const said = latinText(text).filter((word) => word.length >= SLIP_LETTERS);
  const longest = said.toSorted((a, b) => b.length - a.length)[0];
  if (longest === undefined) return nothing;
  await tx.$executeRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${String(ALIKE)}, true)`;
  const rows = await tx.$queryRaw<{ id: ProductId; latin: string }[]>`
    SELECT id, latin FROM product
    WHERE ${longest} <% lower(latin) AND status = 'on-sale'
    ORDER BY word_similarity(${longest}, lower(latin)) DESC, (on_hand > held) DESC, published_at DESC NULLS LAST, id DESC
    LIMIT ${JUDGED}`;
  const meant = rows.filter(({ latin }) => said.every((word) => isTypo(word, latin.split(' '))));
  const ids = meant.slice(skip, skip + take).map((row) => row.id);
  return { items: (await findProductRows(tx, ids)).map(offerFromRow), total: meant.length };
}

/** Products that carry as many of the terms together as any does, the last words first: there stands what a thing is. */
async function byParts(tx: Tx, text: string, slice: Slice): Promise<Found> {
  const terms = searchTerms(text);
  // That nothing carries a single one is known by now.
  if (terms.length < 2) return nothing;
  const kept: string[] = [];
  for (const term of terms.reverse()) if (await isCarried(tx, [...kept, term])) kept.push(term);
  return byTerms(tx, text, kept, slice);
}

const carried = statement(
  'is-carried',
  [list(text())],
  { one: int() },
  `SELECT 1 AS one FROM product WHERE search @> $1 AND status = 'on-sale' LIMIT 1`,
);

const isCarried = async (tx: Tx, terms: readonly string[]): Promise<boolean> =>
  (await tx.$prepared(carried, terms)).length > 0;
