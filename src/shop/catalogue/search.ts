import type { Tx } from '../../db/client/client.ts';
import { Prisma } from '../../db/generated/client.ts';
import type { ProductId, SellerId } from '../../db/ids.ts';
import { type Category, categories } from '../terms/categories.ts';
import { isTypo } from '../terms/edit-distance.ts';
import { latinText, plainWords, searchTerms, soundTerms } from '../terms/search-terms.ts';
import { shelfTerms } from '../terms/synonyms.ts';

// PostgreSQL searches: `search` holds every term of a product under a GIN index (search-terms.ts says which). Trigrams
// are asked only where no term fits, and only about Latin letters: pairs of characters are terms already.

/** How a result was found: by the words themselves, by sound, by a typing error, or by a part of them. */
export type Match = 'exact' | 'shelf' | 'near';

export interface Hits {
  readonly match: Match;
  readonly ids: readonly ProductId[];
  readonly total: number;
}

export interface Slice {
  readonly skip: number;
  readonly take: number;
}

const onSale = Prisma.sql`status = 'on-sale'`;

/** The products on sale that fit `words` best, and how many fit. The ways are tried in turn until one finds something. */
export async function findOnSale(tx: Tx, text: string, slice: Slice): Promise<Hits> {
  const exact = await byTerms(tx, text, searchTerms(text), onSale, slice);
  if (exact.total > 0) return { match: 'exact', ...exact };
  const shelf = shelfCalled(text);
  if (shelf) return { match: 'shelf', ...(await byShelf(tx, shelf, slice)) };
  return { match: 'near', ...(await near(tx, text, slice)) };
}

type Found = Pick<Hits, 'ids' | 'total'>;
const nothing: Found = { ids: [], total: 0 };

async function near(tx: Tx, text: string, slice: Slice): Promise<Found> {
  const bySound = await byTerms(tx, text, soundTerms(text), onSale, slice);
  if (bySound.total > 0) return bySound;
  const byTypo = await byTypos(tx, text, slice);
  return byTypo.total > 0 ? byTypo : byParts(tx, text, slice);
}

/** A seller's own products that `words` may mean. */
export const findOwn = (tx: Tx, sellerId: SellerId, text: string, slice: Slice): Promise<Found> =>
  byTerms(
    tx,
    text,
    searchTerms(text),
    Prisma.sql`seller_id = ${sellerId}::uuid AND status <> 'archived'`,
    slice,
  );

/** Products that carry every term: those whose title says the words first, then what is in stock, then the newest. */
export const searchCondition = (
  text: string,
  terms: readonly string[],
  where: Prisma.Sql,
  { skip, take }: Slice,
): Prisma.Sql => {
  const said = plainWords(text).trim();
  // Chinese titles are compared as they stand: lowering a thousand of them takes longer than finding them.
  const titles = /[a-z]/.test(said)
    ? Prisma.sql`lower(concat_ws(' · ', title, title_en))`
    : Prisma.sql`title`;
  return Prisma.sql`
    SELECT id, count(*) OVER ()::int AS total FROM product
    WHERE search @> ${terms}::text[] AND ${where}
    ORDER BY (strpos(' · ' || ${titles} || ' · ', ${` · ${said} · `}) > 0) DESC, (strpos(${titles}, ${said}) > 0) DESC,
      (on_hand > held) DESC, published_at DESC NULLS LAST, id DESC
    LIMIT ${take} OFFSET ${skip}`;
};

async function byTerms(
  tx: Tx,
  text: string,
  terms: readonly string[],
  where: Prisma.Sql,
  slice: Slice,
): Promise<Found> {
  if (terms.length === 0) return nothing;
  return findMatches(await tx.$queryRaw<Row[]>(searchCondition(text, terms, where, slice)));
}

interface Row {
  readonly id: ProductId;
  readonly total: number;
}

const findMatches = (rows: readonly Row[]): Found => ({
  ids: rows.map((row) => row.id),
  total: rows[0]?.total ?? 0,
});

/** 水果 and `nuts` name a shelf. */
function shelfCalled(text: string): Category | undefined {
  const said = new Set([plainWords(text).trim(), latinText(text).join(' ')]);
  return categories.find((name) => shelfTerms[name]?.some((word) => said.has(word)));
}

const byShelf = async (tx: Tx, shelf: Category, { skip, take }: Slice): Promise<Found> =>
  findMatches(
    await tx.$queryRaw<Row[]>`
      SELECT id, count(*) OVER ()::int AS total FROM product WHERE category = ${shelf} AND ${onSale}
      ORDER BY (on_hand > held) DESC, published_at DESC NULLS LAST, id DESC LIMIT ${take} OFFSET ${skip}`,
  );

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
    WHERE ${longest} <% lower(latin) AND ${onSale}
    ORDER BY word_similarity(${longest}, lower(latin)) DESC, (on_hand > held) DESC, published_at DESC NULLS LAST, id DESC
    LIMIT ${JUDGED}`;
  const meant = rows.filter(({ latin }) => said.every((word) => isTypo(word, latin.split(' '))));
  return { ids: meant.slice(skip, skip + take).map((row) => row.id), total: meant.length };
}

/** Products that carry as many of the terms together as any does, the last words first: there stands what a thing is. */
async function byParts(tx: Tx, text: string, slice: Slice): Promise<Found> {
  const kept: string[] = [];
  for (const term of searchTerms(text).reverse()) if (await isCarried(tx, [...kept, term])) kept.push(term);
  return byTerms(tx, text, kept, onSale, slice);
}

async function isCarried(tx: Tx, terms: readonly string[]): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM product WHERE search @> ${terms}::text[] AND ${onSale} LIMIT 1`;
  return rows.length > 0;
}
