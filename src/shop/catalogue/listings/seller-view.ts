import type { Tx } from '../../../db/client/client.ts';
import type { ProductId } from '../../../db/ids.ts';
import type { TxContext } from '../../../db/work.ts';
import { type BaseQuantity, baseQuantity } from '../../values/quantity.ts';
import { findProduct, type Product } from '../products/catalogue.ts';
import { countViews } from '../products/views.ts';

/** What a seller sees of their own product beside what buyers see. */
export interface SellerView {
  readonly views: number;
  /** Months (1–12); empty: always. */
  readonly season: readonly number[];
  readonly personLimit: BaseQuantity | null;
  /** How many people wait for it, and how much they want together. */
  readonly waiting: { readonly people: number; readonly quantity: BaseQuantity };
}

/** The sheet of a product that was found to be one's own. */
export async function findSellerView(context: TxContext, productId: ProductId): Promise<SellerView> {
  const row = await context.tx.product.findUniqueOrThrow({
    where: { id: productId },
    select: { season: true, personLimit: true },
  });
  const views = await countViews(context, productId);
  return { ...row, views, waiting: await waitingFor(context.tx, productId) };
}

async function waitingFor(tx: Tx, targetId: ProductId): Promise<SellerView['waiting']> {
  const { _count, _sum } = await tx.subscription.aggregate({
    where: { kind: 'product', targetId },
    _count: true,
    _sum: { quantity: true },
  });
  return { people: _count, quantity: baseQuantity(_sum.quantity ?? 0) };
}

/** A new draft with the same words, price, packs and photos; nothing in stock yet. */
export async function copyProduct({ tx, now }: TxContext, product: Product): Promise<Product> {
  const { sellerId, title, titleEn, blurb, blurbEn, category, measure } = product;
  // A sale ends by itself, a draft that was made during it does not.
  const price = product.usualPrice ?? product.price;
  const priceQuantity = product.usualPriceQuantity ?? product.priceQuantity;
  const row = await tx.product.findUniqueOrThrow({
    where: { id: product.id },
    select: { search: true, latin: true, season: true, personLimit: true, minimumQuantity: true },
  });
  const words = { sellerId, title, titleEn, blurb, blurbEn, category, measure, price, priceQuantity };
  const { id } = await tx.product.create({
    data: {
      ...words,
      ...row,
      status: 'draft',
      createdAt: now,
      packs: { create: product.packs.map((pack) => ({ ...pack })) },
      photos: { create: product.photos.map((mediaId, position) => ({ mediaId, position })) },
    },
    select: { id: true },
  });
  const copy = await findProduct(tx, id);
  if (!copy) throw new Error('a product that was just made is gone');
  return copy;
}
