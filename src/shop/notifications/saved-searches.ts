import { type ChatId, newId, type PersonId, type ProductId, type SavedSearchId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { hashTerms, openSearch, sealSearch, wordsKey } from '../customers/saved-words.ts';
import { searchTerms } from '../terms/search-terms.ts';
import { planAlert } from './alerts.ts';

/** How many searches a person can save. */
const MOST_WISHES = 20;
/** In characters. */
const WISH_LENGTH = 60;

export interface SavedSearch {
  readonly id: SavedSearchId;
  readonly words: string;
}

/** Searches that found nothing. Their person gets one alert, in the chat where they searched, when a product matches. */
export const savedSearches = (context: TxContext) => ({
  add: (personId: PersonId, chatId: ChatId, text: string) => add(context, personId, chatId, text),

  /** A person's saved searches, the newest first. */
  of: (personId: PersonId): Promise<SavedSearch[]> => find(context, personId),

  /** Removes only the person's own; a second call does nothing. */
  async remove(personId: PersonId, id: SavedSearchId): Promise<void> {
    await context.tx.savedSearch.deleteMany({ where: { id, personId } });
  },
});

/**
 * Saves a search. Saving it twice changes nothing; one too many replaces the oldest. Undefined where no word can be
 * searched.
 */
async function add(
  { tx, cipher, now }: TxContext,
  personId: PersonId,
  chatId: ChatId,
  said: string,
): Promise<SavedSearch | undefined> {
  const words = said.trim().slice(0, WISH_LENGTH);
  const terms = searchTerms(words);
  if (terms.length === 0) return undefined;
  const id = newId<SavedSearchId>();
  const wish = await tx.savedSearch.upsert({
    where: { personId_wordsKey: { personId, wordsKey: wordsKey(cipher, words) } },
    create: { id, personId, chatId, ...sealSearch(cipher, id, words, terms), createdAt: now },
    update: { chatId },
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
  return { id: wish.id, words };
}

async function find({ tx, cipher }: TxContext, personId: PersonId): Promise<SavedSearch[]> {
  const rows = await tx.savedSearch.findMany({
    where: { personId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map((row) => ({ id: row.id, words: openSearch(cipher, row) }));
}

/** The keyed hashes of a product's words, by which it is matched: the database cannot read what was searched for. */
export async function findSearchKeys({ tx, cipher }: TxContext, productId: ProductId): Promise<string[]> {
  const product = await tx.product.findUnique({ where: { id: productId }, select: { search: true } });
  return hashTerms(cipher, product?.search ?? []);
}

/** Plans the alert for saved searches that a product matches. */
export async function notifySavedSearches(context: TxContext, productId: ProductId): Promise<void> {
  const keys = await findSearchKeys(context, productId);
  const rows = await context.tx.$queryRaw<unknown[]>`
    SELECT 1 FROM saved_search WHERE terms <@ ${keys}::text[] LIMIT 1`;
  if (rows.length === 0) return;
  await planAlert(context, {
    kind: 'wish',
    targetId: productId,
    round: context.now.toISOString(),
    dueAt: context.now,
  });
}
