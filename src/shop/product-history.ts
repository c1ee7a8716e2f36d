import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Prisma } from '../db/generated/client.ts';
import { inSavepoint, type Outcome, type Work } from '../db/work.ts';
import { type Page, type Product, productById } from './catalogue.ts';
import { definedOf, type Fields, lockedFields, type Patch, patchIn, writePatch } from './product-fields.ts';
import { actsFor } from './sellers.ts';
import { add, type Moved, take } from './stock.ts';

/** So long a change may be taken back with one tap. */
export const UNDO_MS = 5 * 60_000;
const PAGE_SIZE = 8;

/** A change that was made; `event` is what Undo names, nothing where nothing has changed. */
export interface Changed {
  readonly before: Product;
  readonly product: Product;
  readonly event?: string | undefined;
}

const stockShape = z.object({ available: z.number().int() });

/** The one door by which a product's fields change: writes the patch, who did it, and what stood there before. */
export async function changeFields(
  work: Work,
  personId: string,
  before: Product,
  patch: Patch,
): Promise<Changed> {
  const { tx } = work;
  const fields = await lockedFields(tx, before.id);
  const wanted: Patch = definedOf(patch);
  const old = sameKeys(fields, wanted);
  await writePatch(tx, before.id, wanted);
  const now = sameKeys(await lockedFields(tx, before.id), wanted);
  const product = (await productById(tx, before.id)) ?? before;
  // Filling in a draft is no change of a product yet.
  const isDraft = fields.status === 'draft' && patch.status === undefined;
  if (isDraft || isDeepStrictEqual(old, now)) return { before, product };
  const [first, ...others] = Object.keys(now);
  const change = others.length > 0 && first !== 'price' ? 'words' : (first ?? 'words');
  return { before, product, event: await enterEvent(work, personId, before.id, change, old, now) };
}

const sameKeys = (fields: Fields, patch: Patch): Prisma.InputJsonObject =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key in patch));

/** Notes a change of what is left; the stock ledger has the amounts, this has the person and what they answered. */
export const enterStock = (
  work: Work,
  personId: string,
  productId: string,
  { before, after }: Moved,
  ask?: string,
): Promise<string> =>
  enterEvent(
    work,
    personId,
    productId,
    'stock',
    { available: before },
    { available: after, ...(ask !== undefined && { ask }) },
  );

/** Whether a question about what is left was answered already. Locks the product, so that two taps cannot both be first. */
export async function isAnswered({ tx }: Work, productId: string, ask: string): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM product WHERE id = ${productId}::uuid FOR UPDATE`;
  const where = { productId, change: 'stock', after: { path: ['ask'], equals: ask } };
  return (await tx.productEvent.count({ where })) > 0;
}

export async function enterEvent(
  { tx, now }: Work,
  personId: string,
  productId: string,
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

/** Why a change was not taken back: none of theirs, over five minutes old, taken back already, overtaken, or sold by now. */
export type NotUndone = 'unknown' | 'too-late' | 'already' | 'changed-since' | 'sold';

export interface Undone {
  readonly product: Product;
  readonly change: string;
  /** What was free to buy before and after, for a change of stock. */
  readonly stock?: Moved;
}

/** Takes a change back by writing the opposite one. Tapped twice, it is taken back once. */
export function undoChange(work: Work, personId: string, event: string): Promise<Outcome<Undone, NotUndone>> {
  return inSavepoint(work, async (inner, refuse: (why: NotUndone) => never) => {
    const { tx, now } = inner;
    const id = /^\d{1,18}$/.test(event) ? BigInt(event) : 0n;
    const row = await tx.productEvent.findUnique({ where: { id }, include: { product: true } });
    if (!row || !(await actsFor(tx, personId, row.product.sellerId, 'post'))) return refuse('unknown');
    const since = new Date(now.getTime() - UNDO_MS);
    const marked = await tx.productEvent.updateMany({
      where: { id, undoneAt: null, at: { gt: since } },
      data: { undoneAt: now },
    });
    if (marked.count === 0) return refuse(row.undoneAt ? 'already' : 'too-late');
    const { productId, change, before, after } = row;
    const stock =
      change === 'stock' ? await moveBack(inner, personId, productId, before, after, refuse) : undefined;
    if (!stock) await writeBack(inner, personId, productId, change, before, after, refuse);
    const product = (await productById(tx, productId)) ?? refuse('unknown');
    return { product, change, ...(stock && { stock }) };
  });
}

/** The opposite amount, never the old figure: what was sold in between stays sold. */
async function moveBack(
  work: Work,
  personId: string,
  productId: string,
  before: unknown,
  after: unknown,
  refuse: (why: NotUndone) => never,
): Promise<Moved> {
  const change = stockShape.parse(after).available - stockShape.parse(before).available;
  const why = { reason: 'undo', personId } as const;
  const isMoved =
    change > 0 ? await take(work, productId, change, why) : await add(work, productId, -change, why);
  if (!isMoved) return refuse('sold');
  const free = (await productById(work.tx, productId))?.available ?? 0;
  const moved = { before: free + change, after: free };
  await enterStock(work, personId, productId, moved);
  return moved;
}

async function writeBack(
  work: Work,
  personId: string,
  productId: string,
  change: string,
  before: unknown,
  after: unknown,
  refuse: (why: NotUndone) => never,
): Promise<void> {
  const { tx } = work;
  const [old, made] = [patchIn(before), patchIn(after)];
  if (!old || !made) return refuse('too-late');
  const fields = await lockedFields(tx, productId);
  if (!isDeepStrictEqual(sameKeys(fields, made), sameKeys({ ...fields, ...definedOf(made) }, made)))
    return refuse('changed-since');
  const back = old.status === 'draft' ? { ...old, status: await unpublished(work, productId) } : old;
  await writePatch(tx, productId, back);
  const now = sameKeys(await lockedFields(tx, productId), made);
  await enterEvent(work, personId, productId, change, sameKeys(fields, made), now);
}

/** What somebody has ordered meanwhile cannot become a draft again. */
const unpublished = async ({ tx }: Work, productId: string): Promise<'draft' | 'paused'> =>
  (await tx.orderLine.count({ where: { productId } })) > 0 ? 'paused' : 'draft';

/** One line of a product's history. */
export interface HistoryLine {
  readonly who: string;
  readonly change: string;
  readonly before: Patch & { readonly available?: number };
  readonly after: Patch & { readonly available?: number };
  readonly at: Date;
  readonly isUndone: boolean;
}

/** Who did what to a product, the newest first. */
export async function historyOf({ tx }: Work, productId: string, wanted: number): Promise<Page<HistoryLine>> {
  const where = { productId, change: { not: 'album' } };
  const pages = Math.max(1, Math.ceil((await tx.productEvent.count({ where })) / PAGE_SIZE));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const rows = await tx.productEvent.findMany({
    where,
    orderBy: { id: 'desc' },
    skip: page * PAGE_SIZE,
    take: PAGE_SIZE,
  });
  const ids = rows.flatMap(({ personId }) => personId ?? []);
  const people = await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const items = rows.map(({ personId, change, before, after, at, undoneAt }) => ({
    who: names.get(personId ?? '') ?? '',
    change,
    before: keptIn(before),
    after: keptIn(after),
    at,
    isUndone: undoneAt !== null,
  }));
  return { items, page, pages };
}

function keptIn(kept: unknown): HistoryLine['before'] {
  const stock = stockShape.safeParse(kept);
  return stock.success ? stock.data : (patchIn(kept) ?? {});
}
