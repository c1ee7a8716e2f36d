import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { nameColumns, openName } from '../../../db/crypto/person-name.ts';
import type { Prisma } from '../../../db/generated/client.ts';
import type { PersonId, ProductId } from '../../../db/ids.ts';
import type { TxContext } from '../../../db/work.ts';
import type { Moved } from '../../inventory/stock.ts';
import { notifySavedSearches } from '../../notifications/saved-searches.ts';
import { type Page, pageRange } from '../../values/pages.ts';
import { type BaseQuantity, quantityShape } from '../../values/quantity.ts';
import { findProduct, type Product } from '../products/catalogue.ts';
import { requestTranslation } from '../texts/translations.ts';
import {
  endingSale,
  type Fields,
  lockProductFields,
  type Patch,
  parsePatch,
  withoutUndefined,
  writePatch,
} from './product-fields.ts';

const PAGE_SIZE = 8;

/** A change that was made; `event` is what Undo names, nothing where nothing has changed. */
export interface ProductChange {
  readonly before: Product;
  readonly product: Product;
  readonly event?: string | undefined;
}

export const stockShape = z.object({ available: quantityShape });

/** Changes a product's fields: writes the patch, who made it and the old values. All changes go through here. */
/** What a change of makes a translation necessary. */
const WORDS = ['title', 'titleEn', 'blurb', 'blurbEn', 'status'] as const;

export async function changeFields(
  context: TxContext,
  personId: PersonId,
  before: Product,
  patch: Patch,
): Promise<ProductChange> {
  const { tx } = context;
  const fields = await lockProductFields(tx, before.id);
  const wanted = endingSale(fields, withoutUndefined(patch));
  const old = sameKeys(fields, wanted);
  await writePatch(tx, before.id, wanted);
  const now = sameKeys(await lockProductFields(tx, before.id), wanted);
  const product = (await findProduct(tx, before.id)) ?? before;
  if (WORDS.some((key) => key in wanted)) await requestTranslation(context, product);
  // Filling in a draft is no change of a product yet.
  const isDraft = fields.status === 'draft' && patch.status === undefined;
  if (isDraft || isDeepStrictEqual(old, now)) return { before, product };
  const [first, ...others] = Object.keys(now);
  const change = others.length > 0 && first !== 'price' ? 'words' : (first ?? 'words');
  if ('price' in now || 'priceQuantity' in now) await notifySavedSearches(context, before.id);
  return { before, product, event: await recordChange(context, personId, before.id, change, old, now) };
}

export const sameKeys = (fields: Fields, patch: Patch): Prisma.InputJsonObject =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key in patch));

/** Records a change of stock in the history; the stock ledger has the amounts, this the person and the question. */
export const recordStockChange = (
  context: TxContext,
  personId: PersonId,
  productId: ProductId,
  { before, after }: Moved,
  ask?: string,
): Promise<string> =>
  recordChange(
    context,
    personId,
    productId,
    'stock',
    { available: before },
    { available: after, ...(ask !== undefined && { ask }) },
  );

/**
 * Whether a question about what is left was answered already. Locks the product, so that two taps cannot both be
 * first.
 */
export async function isAnswered({ tx }: TxContext, productId: ProductId, ask: string): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM product WHERE id = ${productId}::uuid FOR UPDATE`;
  const where = { productId, change: 'stock', after: { path: ['ask'], equals: ask } };
  return (await tx.productEvent.count({ where })) > 0;
}

/** A price that ended by itself. */
export const recordEnd = (
  context: TxContext,
  productId: ProductId,
  before: Prisma.InputJsonObject,
  after: Prisma.InputJsonObject,
): Promise<string> => recordChange(context, null, productId, 'price', before, after);

export async function recordChange(
  { tx, now }: TxContext,
  personId: PersonId | null,
  productId: ProductId,
  change: string,
  before: Prisma.InputJsonObject,
  after: Prisma.InputJsonObject,
): Promise<string> {
  const row = await tx.productEvent.create({
    data: { productId, personId, change, before, after, at: now },
    select: { id: true },
  });
  return String(row.id);
}

/** One line of a product's history. */
export interface HistoryLine {
  readonly who: string;
  readonly change: string;
  readonly before: Patch & { readonly available?: BaseQuantity };
  readonly after: Patch & { readonly available?: BaseQuantity };
  readonly at: Date;
  readonly isUndone: boolean;
}

/** Who did what to a product, the newest first. */
export async function productHistory(
  { tx, cipher }: TxContext,
  productId: ProductId,
  wanted: number,
): Promise<Page<HistoryLine>> {
  const where = { productId, change: { not: 'album' } };
  const { page, pages, skip } = pageRange(await tx.productEvent.count({ where }), wanted, PAGE_SIZE);
  const rows = await tx.productEvent.findMany({
    where,
    orderBy: { id: 'desc' },
    skip,
    take: PAGE_SIZE,
  });
  const ids = rows.flatMap(({ personId }) => personId ?? []);
  const people = await tx.person.findMany({ where: { id: { in: ids } }, select: nameColumns });
  const names = new Map(people.map((row) => [row.id, openName(cipher, row)]));
  const items = rows.map(({ personId, change, before, after, at, undoneAt }) => ({
    who: (personId && names.get(personId)) ?? '',
    change,
    before: parseKept(before),
    after: parseKept(after),
    at,
    isUndone: undoneAt !== null,
  }));
  return { items, page, pages };
}

function parseKept(kept: unknown): HistoryLine['before'] {
  const stock = stockShape.safeParse(kept);
  return stock.success ? stock.data : (parsePatch(kept) ?? {});
}
