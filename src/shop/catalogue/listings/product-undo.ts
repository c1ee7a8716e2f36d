import { isDeepStrictEqual } from 'node:util';
import type { PersonId, ProductId, SellerId } from '../../../db/ids.ts';
import { inSavepoint, type Outcome, type TxContext } from '../../../db/work.ts';
import { add, type Moved, take } from '../../inventory/stock.ts';
import { requireMembership } from '../../sellers/sellers.ts';
import { baseQuantity, minusQuantity, NO_QUANTITY, plusQuantity } from '../../values/quantity.ts';
import { findProduct, type Product } from '../products/catalogue.ts';
import { lockProductFields, parsePatch, withoutUndefined, writePatch } from './product-fields.ts';
import { recordChange, recordStockChange, sameKeys, stockShape } from './product-history.ts';

/** How long a change can be undone. */
export const UNDO_MS = 5 * 60_000;

/**
 * Why a change was not taken back: none of theirs, over five minutes old, taken back already, overtaken, or sold by
 * now.
 */
export type NotUndone = 'unknown' | 'too-late' | 'already' | 'changed-since' | 'sold';

export interface Undone {
  readonly product: Product;
  readonly change: string;
  /** What was free to buy before and after, for a change of stock. */
  readonly stock?: Moved;
}

/** How far an undo reaches: what the last message changed, the last two figures, or every figure of the last minutes. */
export type UndoReach = 'message' | 'two' | 'all';

/** More than these nobody takes back by a word. */
const MOST_UNDONE = 20;

/** The changes of a seller's products that the person means, the newest first; of their prices or their stock alone. */
export async function findLastChanges(
  { tx, now }: TxContext,
  personId: PersonId,
  sellerId: SellerId,
  {
    reach = 'message',
    of,
  }: { readonly reach?: UndoReach | undefined; readonly of?: 'price' | 'stock' | undefined } = {},
): Promise<readonly string[]> {
  const since = new Date(now.getTime() - UNDO_MS);
  const theirs = { personId, product: { sellerId } };
  const rows = await tx.productEvent.findMany({
    where: { ...theirs, change: of ?? { not: 'album' }, undoneAt: null },
    orderBy: { id: 'desc' },
    select: { id: true, at: true, change: true, productId: true },
    take: MOST_UNDONE,
  });
  const figures = rows.filter(({ change }) => change === 'price' || change === 'stock');
  // What an undo has written is no change that anybody made.
  const undone = await tx.productEvent.findMany({
    where: { ...theirs, undoneAt: { gt: since } },
    select: { id: true, undoneAt: true, productId: true },
  });
  const undoBehind = (row: (typeof rows)[number]) => {
    const isWith = (at: Date | null, productId: ProductId): boolean =>
      productId === row.productId && at?.getTime() === row.at.getTime();
    const written = rows.filter(({ at, productId, id }) => isWith(at, productId) && id < row.id).length;
    return undone.filter(({ undoneAt, productId }) => isWith(undoneAt, productId))[written];
  };
  if (reach === 'message') {
    const [last] = rows;
    // Taken back already: a second word for it brings nothing again.
    const before = last && undoBehind(last);
    if (before) return idsOf([before]);
    const together = figures.filter((row) => row.at.getTime() === last?.at.getTime() && !undoBehind(row));
    return idsOf(last && together.includes(last) ? together : rows.slice(0, 1));
  }
  const made = figures.filter((row) => row.at > since && !undoBehind(row));
  return idsOf(reach === 'two' ? made.slice(0, 2) : made);
}

const idsOf = (rows: readonly { readonly id: bigint }[]): string[] => rows.map(({ id }) => String(id));

/** Undoes a change by writing the opposite one; a second tap does nothing. */
export function undoChange(
  context: TxContext,
  personId: PersonId,
  event: string,
): Promise<Outcome<Undone, NotUndone>> {
  return inSavepoint(context, async (inner, refuse: (why: NotUndone) => never) => {
    const { tx, now } = inner;
    const id = /^\d{1,18}$/.test(event) ? BigInt(event) : 0n;
    const row = await tx.productEvent.findUnique({ where: { id }, include: { product: true } });
    if (!row || !(await requireMembership(tx, personId, row.product.sellerId, 'post')))
      return refuse('unknown');
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
    const product = (await findProduct(tx, productId)) ?? refuse('unknown');
    return { product, change, ...(stock && { stock }) };
  });
}

/** The opposite amount, never the old figure: what was sold in between stays sold. */
async function moveBack(
  context: TxContext,
  personId: PersonId,
  productId: ProductId,
  before: unknown,
  after: unknown,
  refuse: (why: NotUndone) => never,
): Promise<Moved> {
  const change = minusQuantity(stockShape.parse(after).available, stockShape.parse(before).available);
  const why = { reason: 'undo', personId } as const;
  const isMoved =
    change > 0
      ? await take(context, productId, change, why)
      : await add(context, productId, baseQuantity(-change), why);
  if (!isMoved) return refuse('sold');
  const free = (await findProduct(context.tx, productId))?.available ?? NO_QUANTITY;
  const moved = { before: plusQuantity(free, change), after: free };
  await recordStockChange(context, personId, productId, moved);
  return moved;
}

async function writeBack(
  context: TxContext,
  personId: PersonId,
  productId: ProductId,
  change: string,
  before: unknown,
  after: unknown,
  refuse: (why: NotUndone) => never,
): Promise<void> {
  const { tx } = context;
  const [old, made] = [parsePatch(before), parsePatch(after)];
  if (!old || !made) return refuse('too-late');
  const fields = await lockProductFields(tx, productId);
  if (!isDeepStrictEqual(sameKeys(fields, made), sameKeys({ ...fields, ...withoutUndefined(made) }, made)))
    return refuse('changed-since');
  const back = old.status === 'draft' ? { ...old, status: await unpublished(context, productId) } : old;
  await writePatch(tx, productId, back);
  const now = sameKeys(await lockProductFields(tx, productId), made);
  await recordChange(context, personId, productId, change, sameKeys(fields, made), now);
}

/** A product that was ordered meanwhile cannot become a draft again. */
const unpublished = async ({ tx }: TxContext, productId: ProductId): Promise<'draft' | 'paused'> =>
  (await tx.orderLine.count({ where: { productId } })) > 0 ? 'paused' : 'draft';
