import type { Work } from '../../db/work.ts';
import { add, type Moved, setAvailable, take } from '../inventory/stock.ts';
import { announceRestock } from '../notifications/back-in-stock.ts';
import { MAX_BASE } from '../values/quantity.ts';
import { own } from './authorise.ts';
import { type Product, productById } from './catalogue.ts';
import { enterStock, isAnswered } from './product-history.ts';

export interface StockMove {
  readonly mode: 'set' | 'add' | 'sub';
  /** Base units. */
  readonly quantity: number;
  /** Names the question that this answers: answered twice, it counts once. */
  readonly ask?: string | undefined;
}

/** What moved, with the event that Undo names. */
export interface StockMoved extends Moved {
  readonly event?: string | undefined;
  /** This very question was answered before; nothing has moved now. */
  readonly isRepeat?: boolean;
}

/** Changes what is left to buy; `undefined` where that cannot be: more taken away than there is, or past the largest stock. */
export async function moveStock(
  work: Work,
  personId: string,
  productId: string,
  { mode, quantity, ask }: StockMove,
): Promise<StockMoved | undefined> {
  const product = await own(work.tx, personId, productId);
  if (!product || !Number.isSafeInteger(quantity) || quantity < 0 || product.held + quantity > MAX_BASE)
    return undefined;
  if (ask !== undefined && (await isAnswered(work, productId, ask)))
    return { before: product.available, after: product.available, isRepeat: true };
  const moved = await move(work, product, personId, { mode, quantity });
  if (!moved) return undefined;
  if (moved.before === 0 && moved.after > 0) await announceRestock(work, productId);
  if (product.status === 'draft' || moved.before === moved.after) return moved;
  return { ...moved, event: await enterStock(work, personId, productId, moved, ask) };
}

async function move(
  work: Work,
  product: Product,
  personId: string,
  { mode, quantity }: StockMove,
): Promise<Moved | undefined> {
  if (mode === 'set')
    return setAvailable(work, product.id, quantity, {
      reason: product.status === 'draft' ? 'opening' : 'set',
      personId,
    });
  if (quantity === 0) return { before: product.available, after: product.available };
  if (mode === 'add') return add(work, product.id, quantity, { reason: 'added', personId });
  if (!(await take(work, product.id, quantity, { reason: 'sold-elsewhere', personId }))) return undefined;
  // Our own change has locked the row: what is read now is what is left after it.
  const after = (await productById(work.tx, product.id))?.available ?? 0;
  return { before: after + quantity, after };
}
