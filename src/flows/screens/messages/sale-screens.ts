import { tap } from '../../../chat/dsl/action.ts';
import { type Screen, say } from '../../../chat/dsl/screen.ts';
import type { EndedSale } from '../../../shop/catalogue/listings/sales-until.ts';
import { toSellingUnit } from '../../../shop/catalogue/products/product-row.ts';
import { priceValue, productName } from '../values.ts';

/** The seller hears that goods cost again what they usually do. */
export function saleOverScreen(goods: EndedSale): Screen {
  const { id, measure, price, priceQuantity, salePrice, saleQuantity } = goods;
  const of = { measure, unit: toSellingUnit(goods) };
  const title = productName(goods);
  const values = {
    title,
    was: priceValue({ ...of, price: salePrice, priceQuantity: saleQuantity }),
    now: priceValue({ ...of, price, priceQuantity }),
  };
  return {
    text: say('sale-over', values),
    buttons: [
      [{ label: say('mine-which-button', { title }), tap: tap('mine-one/:product', { product: id }) }],
    ],
    fresh: true,
  };
}
