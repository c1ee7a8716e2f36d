import { z } from 'zod';
import { idShape, type MediaId, type ProductId, type SellerId, type StreamId } from '../../db/ids.ts';
import type { Product } from '../catalogue/products/catalogue.ts';
import { type Fen, fenShape } from '../values/money.ts';
import { type BaseQuantity, measures, quantityShape } from '../values/quantity.ts';

const lineShape = z.object({
  productId: idShape<ProductId>(),
  sellerId: idShape<SellerId>(),
  title: z.string(),
  titleEn: z.string().nullable(),
  measure: z.enum(measures),
  unit: z.object({ name: z.string(), size: quantityShape }).nullable().default(null),
  quantity: quantityShape,
  price: fenShape,
  priceQuantity: quantityShape,
  total: fenShape,
  /** The day from which it is picked, as `2026-09-20`; null: it is there. */
  expectedOn: z.string().nullable().default(null),
  /** The stream whose price this is: it holds a little longer than the stream. */
  streamId: idShape<StreamId>().nullable().default(null),
  /** Its first picture, when the card was made. */
  photo: idShape<MediaId>().nullable().default(null),
});

/** A line as the card showed it. */
export type CheckoutLine = z.infer<typeof lineShape>;

export const parseLines = (json: unknown): CheckoutLine[] => z.array(lineShape).parse(json);

/** What a card shows of an amount of a product. */
export function toCheckoutLine(of: {
  readonly product: Product;
  readonly quantity: BaseQuantity;
  readonly total: Fen;
}): CheckoutLine {
  const { product, quantity, total } = of;
  const { id, sellerId, title, titleEn, measure, unit, price, priceQuantity } = product;
  const expectedOn = product.expectedOn?.toISOString().slice(0, 10) ?? null;
  const { onStream } = product;
  const streamId = onStream && onStream.usualPrice !== price ? onStream.id : null;
  const what = { productId: id, sellerId, title, titleEn, measure, unit, price, priceQuantity, expectedOn };
  return { ...what, streamId, photo: product.photos[0] ?? null, quantity, total };
}
