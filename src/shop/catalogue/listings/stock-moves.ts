import type { PersonId, ProductId } from '../../../db/ids.ts';
import type { Outcome, TxContext } from '../../../db/work.ts';
import { add, type Moved, setAvailable, take } from '../../inventory/stock.ts';
import { notifyMoreStock } from '../../notifications/waiting/back-in-stock.ts';
import { fitOffers } from '../../notifications/waiting/offers.ts';
import { type BaseQuantity, MAX_BASE, NO_QUANTITY, plusQuantity } from '../../values/quantity.ts';
import { findOwnProduct } from '../products/authorise.ts';
import { findProduct, type Product } from '../products/catalogue.ts';
import { isAnswered, recordStockChange } from './product-history.ts';

export interface StockMove {
  readonly mode: 'set' | 'add' | 'sub';
  readonly quantity: BaseQuantity;
  /** The id of the question that this answers: answered twice, it counts once. */
  readonly ask?: string | undefined;
}

/** What moved, with the event that Undo names. */
export interface StockMoved extends Moved {
  readonly event?: string | undefined;
  /** This very question was answered before; nothing has moved now. */
  readonly isRepeat?: boolean;
}

/** Why a stock did not move: not theirs, more taken away than is left, or past the largest stock. */
export type NotMoved = 'not-yours' | 'not-so-much' | 'too-large';

/** Changes what is left to buy. */
export async function moveStock(
  context: TxContext,
  personId: PersonId,
  productId: ProductId,
  { mode, quantity, ask }: StockMove,
): Promise<Outcome<StockMoved, NotMoved>> {
  const product = await findOwnProduct(context.tx, personId, productId);
  if (!product) return { ok: false, refusal: 'not-yours' };
  if (quantity < 0) return { ok: false, refusal: 'not-so-much' };
  if (product.held + quantity > MAX_BASE) return { ok: false, refusal: 'too-large' };
  if (ask !== undefined && (await isAnswered(context, productId, ask)))
    return { ok: true, before: product.available, after: product.available, isRepeat: true };
  const moved = await move(context, product, personId, { mode, quantity });
  if (!moved) return { ok: false, refusal: mode === 'add' ? 'too-large' : 'not-so-much' };
  await notifyMoreStock(context, productId, moved);
  if (product.status === 'draft' || moved.before === moved.after) return { ok: true, ...moved };
  return { ok: true, ...moved, event: await recordStockChange(context, personId, productId, moved, ask) };
}

async function move(
  context: TxContext,
  product: Product,
  personId: PersonId,
  { mode, quantity }: StockMove,
): Promise<Moved | undefined> {
  if (mode === 'set')
    return setAvailable(context, product.id, await fitOffers(context, product.id, quantity), {
      reason: product.status === 'draft' ? 'opening' : 'set',
      personId,
    });
  if (quantity === 0) return { before: product.available, after: product.available };
  if (mode === 'add') return add(context, product.id, quantity, { reason: 'added', personId });
  if (!(await take(context, product.id, quantity, { reason: 'sold-elsewhere', personId }))) return undefined;
  // Our own change has locked the row: what is read now is what is left after it.
  const after = (await findProduct(context.tx, product.id))?.available ?? NO_QUANTITY;
  return { before: plusQuantity(after, quantity), after };
}
