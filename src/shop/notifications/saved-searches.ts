import { Prisma as Sql } from '../../db/generated/client.ts';
import { type ChatId, newId, type PersonId, type ProductId, type SavedSearchId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { hashTerms, openSearch, productTerm, sealSearch, wordsKey } from '../customers/saved-words.ts';
import { searchTerms } from '../terms/search-terms.ts';
import type { Fen } from '../values/money.ts';
import { type BaseQuantity, type Measure, measures } from '../values/quantity.ts';
import { planAlert } from './alerts/alerts.ts';
import { NEW_ROUND, shelfTarget } from './audience/shelf-target.ts';

/** How many searches a person can save. */
const MOST_WISHES = 20;
/** In characters. */
const WISH_LENGTH = 60;

/** What a thing may cost at most: so much for so much of it. */
export interface PriceLimit {
  readonly fen: Fen;
  readonly per: BaseQuantity;
  readonly measure: Measure;
}

export interface SavedSearch {
  readonly id: SavedSearchId;
  readonly words: string;
  /** A price watch: told only of what costs this or less. */
  readonly limit?: PriceLimit | undefined;
}

/**
 * What is not to be had: searches that found nothing, and prices that are waited for. Their person gets one alert, in the
 * chat where they asked, when a product matches.
 */
export const savedSearches = (context: TxContext) => ({
  /** `limit`: only where it costs that or less. */
  add: (personId: PersonId, chatId: ChatId, text: string, limit?: PriceLimit) =>
    add(context, { personId, chatId }, said(text), limit),

  /** Waits for a price of this very product. */
  watch: (
    personId: PersonId,
    chatId: ChatId,
    product: { id: ProductId; title: string },
    limit: PriceLimit,
  ) => {
    const term = productTerm(product.id);
    return add(context, { personId, chatId }, { words: product.title, key: term, terms: [term] }, limit);
  },

  /** A person's saved searches, the newest first. */
  of: (personId: PersonId): Promise<SavedSearch[]> => find(context, personId),

  /** Removes only the person's own; a second call does nothing. */
  async remove(personId: PersonId, id: SavedSearchId): Promise<void> {
    await context.tx.savedSearch.deleteMany({ where: { id, personId } });
  },
});

interface Said {
  readonly words: string;
  /** Known again by this. */
  readonly key: string;
  readonly terms: readonly string[];
}

function said(text: string): Said {
  const words = text.trim().slice(0, WISH_LENGTH);
  return { words, key: words, terms: searchTerms(words) };
}

/**
 * Saves a search. Saving it twice changes nothing but its price; one too many replaces the oldest. Undefined where no
 * word can be searched.
 */
async function add(
  { tx, cipher, now }: TxContext,
  { personId, chatId }: { readonly personId: PersonId; readonly chatId: ChatId },
  { words, key, terms }: Said,
  limit?: PriceLimit,
): Promise<SavedSearch | undefined> {
  if (terms.length === 0) return undefined;
  const id = newId<SavedSearchId>();
  const price = {
    mostPrice: limit?.fen ?? null,
    perQuantity: limit?.per ?? null,
    measure: limit?.measure ?? null,
  };
  const sealed = { ...sealSearch(cipher, id, words, terms), wordsKey: wordsKey(cipher, key) };
  const wish = await tx.savedSearch.upsert({
    where: { personId_wordsKey: { personId, wordsKey: sealed.wordsKey } },
    create: { id, personId, chatId, ...sealed, ...price, createdAt: now },
    update: { chatId, ...price },
    select: { id: true },
  });
  const kept = await tx.savedSearch.findMany({
    where: { personId, id: { not: wish.id } },
    orderBy: { createdAt: 'desc' },
    take: MOST_WISHES - 1,
    select: { id: true },
  });
  await tx.savedSearch.deleteMany({
    where: { personId, id: { notIn: [wish.id, ...kept.map(({ id }) => id)] } },
  });
  return { id: wish.id, words, limit };
}

async function find({ tx, cipher }: TxContext, personId: PersonId): Promise<SavedSearch[]> {
  const rows = await tx.savedSearch.findMany({
    where: { personId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map((row) => ({ id: row.id, words: openSearch(cipher, row), limit: priceLimit(row) }));
}

function priceLimit(row: {
  mostPrice: Fen | null;
  perQuantity: BaseQuantity | null;
  measure: string | null;
}): PriceLimit | undefined {
  const { mostPrice, perQuantity } = row;
  const measure = measures.find((one) => one === row.measure);
  return mostPrice !== null && perQuantity !== null && measure
    ? { fen: mostPrice, per: perQuantity, measure }
    : undefined;
}

/** Whether `saved_search` is answered by the product: by its words, and by its price where one is waited for. */
export const isAnswered = (keys: readonly string[], productId: ProductId): Sql.Sql => Sql.sql`
  terms <@ ${[...keys]}::text[] AND (most_price IS NULL OR EXISTS (
    SELECT FROM product p WHERE p.id = ${productId}::uuid AND p.measure = saved_search.measure
      AND p.price::bigint * per_quantity <= most_price::bigint * p.price_quantity))`;

/** The keyed hashes of a product's words, by which it is matched: the database cannot read what was searched for. */
export async function findSearchKeys({ tx, cipher }: TxContext, productId: ProductId): Promise<string[]> {
  const product = await tx.product.findUnique({ where: { id: productId }, select: { search: true } });
  return hashTerms(cipher, [...(product?.search ?? []), productTerm(productId)]);
}

/** Plans the alert for those who wait for such a product, or for its price; `isNew`: for those too who follow its shelf. */
export async function notifySavedSearches(
  context: TxContext,
  productId: ProductId,
  { isNew = false }: { readonly isNew?: boolean } = {},
): Promise<void> {
  const keys = await findSearchKeys(context, productId);
  const rows = await context.tx.$queryRaw<unknown[]>`
    SELECT 1 FROM saved_search WHERE ${isAnswered(keys, productId)} LIMIT 1`;
  if (rows.length === 0 && !(isNew && (await isShelfFollowed(context, productId)))) return;
  await planAlert(context, {
    kind: 'wish',
    targetId: productId,
    round: `${isNew ? NEW_ROUND : ''}${context.now.toISOString()}`,
    dueAt: context.now,
  });
}

async function isShelfFollowed({ tx }: TxContext, productId: ProductId): Promise<boolean> {
  const product = await tx.product.findUnique({ where: { id: productId }, select: { category: true } });
  const targetId = product && shelfTarget(product.category);
  return targetId ? (await tx.subscription.count({ where: { kind: 'shelf', targetId } })) > 0 : false;
}
