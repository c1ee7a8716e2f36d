import { isDeepStrictEqual } from 'node:util';
import { inSavepoint, type Outcome, type Work } from '../../db/work.ts';
import { add, type Moved, take } from '../inventory/stock.ts';
import { actsFor } from '../sellers/sellers.ts';
import { type Product, productById } from './catalogue.ts';
import { definedOf, lockedFields, patchIn, writePatch } from './product-fields.ts';
import { enterEvent, enterStock, sameKeys, stockShape } from './product-history.ts';

/** So long a change may be taken back with one tap. */
export const UNDO_MS = 5 * 60_000;

/** Why a change was not taken back: none of theirs, over five minutes old, taken back already, overtaken, or sold by now. */
export type NotUndone = 'unknown' | 'too-late' | 'already' | 'changed-since' | 'sold';

export interface Undone {
  readonly product: Product;
  readonly change: string;
  /** What was free to buy before and after, for a change of stock. */
  readonly stock?: Moved;
}

/** What somebody changed last among a seller's products, as the event that can be taken back. */
export async function lastChange(
  { tx }: Work,
  personId: string,
  sellerId: string,
): Promise<string | undefined> {
  const row = await tx.productEvent.findFirst({
    where: { personId, product: { sellerId }, change: { not: 'album' }, undoneAt: null },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  return row ? String(row.id) : undefined;
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
