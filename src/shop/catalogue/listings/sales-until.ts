import type { PersonId, ProductId, SellerId } from '../../../db/ids.ts';
import type { TxContext } from '../../../db/work.ts';
import type { Fen } from '../../values/money.ts';
import type { BaseQuantity, Measure } from '../../values/quantity.ts';
import { findOwnProduct } from '../products/authorise.ts';
import { changeFields, type ProductChange, recordEnd } from './product-history.ts';

/** A price that counts until a day of the village, and what comes after it. */
export interface SaleTerms {
  readonly price: Fen;
  readonly priceQuantity: BaseQuantity;
  /** The last day, as `2026-12-06`. */
  readonly until: string;
  readonly usualPrice: Fen;
  readonly usualPriceQuantity: BaseQuantity;
}

/** Sells a product at another price until a day; from the next day on it costs what it usually does. */
export async function sellUntil(
  context: TxContext,
  personId: PersonId,
  productId: ProductId,
  { until, ...prices }: SaleTerms,
): Promise<ProductChange | undefined> {
  const product = await findOwnProduct(context.tx, personId, productId);
  return product && changeFields(context, personId, product, { ...prices, saleUntil: until });
}

/** Goods whose sale is over. */
export interface EndedSale {
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

/** Brings back the usual price of what was on sale until before `day` (2026-12-07). Cards that show another one say so. */
export async function endSales(context: TxContext, day: string, take: number): Promise<EndedSale[]> {
  const ended = await context.tx.$queryRaw<EndedSale[]>`
    WITH over AS (
      SELECT id, price AS "salePrice", price_quantity AS "saleQuantity" FROM product WHERE sale_until < ${day}::date
      ORDER BY id LIMIT ${take} FOR UPDATE SKIP LOCKED)
    UPDATE product SET price = usual_price, price_quantity = usual_price_quantity,
      sale_until = NULL, usual_price = NULL, usual_price_quantity = NULL
    FROM over WHERE product.id = over.id
    RETURNING product.id, seller_id AS "sellerId", title, title_en AS "titleEn", measure, unit, unit_size AS "unitSize",
      price, price_quantity AS "priceQuantity", "salePrice", "saleQuantity"`;
  for (const { id, price, priceQuantity, salePrice, saleQuantity } of ended)
    await recordEnd(context, id, { price: salePrice, priceQuantity: saleQuantity }, { price, priceQuantity });
  return ended;
}
