import type { Value } from '../../../chat/dsl/screen.ts';
import { say } from '../../../chat/dsl/screen.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import { fen, plusFen } from '../../../shop/values/money.ts';
import { baseQuantity, GRAMS } from '../../../shop/values/quantity.ts';
import { priceValue, productName, quantityValue } from '../../screens/values.ts';

const ONE_YUAN = fen(100);
const SAMPLE = {
  measure: 'MASS',
  unit: null,
  price: fen(1_500),
  priceQuantity: baseQuantity(GRAMS.jin),
} as const;

/** What a seller could say, of something of their own and in its unit: nobody counts eggs in 斤. */
export function exampleValues(own: Product | undefined): Record<'title' | 'left' | 'price', Value> {
  const product = own ?? SAMPLE;
  const left = own && own.available > 0 ? own.available : baseQuantity(product.priceQuantity * 30);
  return {
    title: own ? productName(own) : say('seller-help-goods'),
    left: quantityValue(product, left),
    price: priceValue({ ...product, price: plusFen(product.price, ONE_YUAN) }),
  };
}
