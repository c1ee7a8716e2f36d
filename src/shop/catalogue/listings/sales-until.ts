import type { PersonId, ProductId, SellerId } from '../../../db/ids.ts';
import type { TxContext } from '../../../db/work.ts';
import type { Fen } from '../../values/money.ts';
import type { BaseQuantity, Measure } from '../../values/quantity.ts';
import { findOwnProduct } from '../products/authorise.ts';
import type { ProductStatus } from '../products/catalogue.ts';
import { lockProductFields } from './product-fields.ts';
import { changeFields, type ProductChange, recordEnd } from './product-history.ts';

/** A price that counts until a day of the village, and what comes after it. */
export interface SaleTerms {
  readonly price: Fen;
  readonly priceQuantity: BaseQuantity;
  /** The last day, as `2026-12-06`. */
  readonly until: string;
  /** What it costs afterwards; where that was not said, what it usually costs when the sale begins. */
  readonly usual?: { readonly price: Fen; readonly priceQuantity: BaseQuantity } | undefined;
}

/**
 * Sells a product at another price until a day; from the next day on it costs what it usually does, whatever a stream
 * takes for it now. Nothing for strangers, and where the day is over by `today`.
 */
export async function sellUntil(
  context: TxContext,
  personId: PersonId,
  productId: ProductId,
  { until, usual, ...prices }: SaleTerms,
  today: string,
): Promise<ProductChange | undefined> {
  const product = await findOwnProduct(context.tx, personId, productId);
  if (!product || until < today) return undefined;
  const fields = await lockProductFields(context.tx, productId);
  return changeFields(context, personId, product, {
    ...prices,
    saleUntil: until,
    usualPrice: usual?.price ?? fields.usualPrice ?? fields.price,
    usualPriceQuantity: usual?.priceQuantity ?? fields.usualPriceQuantity ?? fields.priceQuantity,
  });
}

/** Goods whose sale is over. */
export interface EndedSale {
  readonly status: ProductStatus;
  readonly id: ProductId;
  readonly sellerId: SellerId;
  readonly title: string;
  readonly titleEn: string | null;
  readonly measure: Measure;
  readonly unit: string | null;
  readonly unitSize: BaseQuantity | null;
  readonly price: Fen;
  readonly priceQuantity: BaseQuantity;
  readonly salePrice: Fen;
  readonly saleQuantity: BaseQuantity;
}

/**
 * Brings back the usual price of what was on sale until before `day` (2026-12-07). Cards that show another one say so.
 * What nobody sells any more comes back too, and is not told.
 */
export async function endSales(context: TxContext, day: string, take: number): Promise<EndedSale[]> {
  const ended = await context.tx.$queryRaw<EndedSale[]>`
    WITH over AS (
      SELECT id, price AS "salePrice", price_quantity AS "saleQuantity" FROM product WHERE sale_until < ${day}::date
      ORDER BY id LIMIT ${take} FOR UPDATE SKIP LOCKED)
    UPDATE product SET price = usual_price, price_quantity = usual_price_quantity,
      sale_until = NULL, usual_price = NULL, usual_price_quantity = NULL
    FROM over WHERE product.id = over.id
    RETURNING product.id, status, seller_id AS "sellerId", title, title_en AS "titleEn", measure, unit, unit_size AS "unitSize",
      price, price_quantity AS "priceQuantity", "salePrice", "saleQuantity"`;
  for (const { id, price, priceQuantity, salePrice, saleQuantity } of ended)
    await recordEnd(context, id, { price: salePrice, priceQuantity: saleQuantity }, { price, priceQuantity });
  return ended.filter(({ status }) => status !== 'archived');
}
