import type { PersonId, ProductId, SellerId } from '../../../db/ids.ts';
import type { TxContext } from '../../../db/work.ts';
import { notifyMoreStock } from '../../notifications/waiting/back-in-stock.ts';
import { type BaseQuantity, NO_QUANTITY } from '../../values/quantity.ts';
import { findOwnProduct } from '../products/authorise.ts';
import type { Product } from '../products/catalogue.ts';
import { changeFields, type ProductChange } from './product-history.ts';

/** Goods that came back by themselves. */
export interface Resumed {
  readonly id: ProductId;
  readonly sellerId: SellerId;
  readonly title: string;
  readonly titleEn: string | null;
  readonly available: BaseQuantity;
}

/**
 * Pauses goods until `back`, a UTC midnight: on sale again from that day of the village. Nothing for strangers, and for
 * what was not on sale.
 */
export async function restUntil(
  context: TxContext,
  personId: PersonId,
  productId: ProductId,
  back: Date,
): Promise<ProductChange | undefined> {
  const { tx } = context;
  const product = await findOwnProduct(tx, personId, productId);
  if (!product || !maySleep(product)) return undefined;
  const changed = await changeFields(context, personId, product, { status: 'paused' });
  await tx.product.update({ where: { id: productId }, data: { resumeOn: back } });
  return changed;
}

const maySleep = ({ status }: Product): boolean => status === 'on-sale' || status === 'paused';

/** Whatever is done with a product by hand ends its rest. */
export const endRest = ({ tx }: TxContext, productId: ProductId) =>
  tx.product.updateMany({ where: { id: productId, resumeOn: { not: null } }, data: { resumeOn: null } });

/** Puts what has rested until `day` (2026-12-08) on sale again; of closed shops nothing. Who waited hears. */
export async function resumeRested(context: TxContext, day: string, take: number): Promise<Resumed[]> {
  const back = await context.tx.$queryRaw<Resumed[]>`
    UPDATE product SET status = CASE WHEN status = 'paused' THEN 'on-sale' ELSE status END, resume_on = NULL
    WHERE id IN (
      SELECT p.id FROM product p JOIN seller ON seller.id = p.seller_id
      WHERE p.resume_on <= ${day}::date AND seller.state = 'open'
      ORDER BY p.id LIMIT ${take} FOR UPDATE OF p SKIP LOCKED)
    RETURNING id, seller_id AS "sellerId", title, title_en AS "titleEn", on_hand - held AS available`;
  for (const { id, available } of back)
    if (available > 0) await notifyMoreStock(context, id, { before: NO_QUANTITY, after: available });
  return back;
}
