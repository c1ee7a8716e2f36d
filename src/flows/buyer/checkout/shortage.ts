import type { Screen } from '../../../chat/dsl/screen.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import type { BaseQuantity } from '../../../shop/values/quantity.ts';
import type { Turn } from '../../flow.ts';
import { shortScreen } from './cart-screen.ts';

/** What to say where a person wants more of a product than they can have; nothing where so much is there. */
export async function shortage(
  { shop, person }: Turn<string>,
  product: Product,
  wanted: BaseQuantity,
): Promise<Screen | undefined> {
  const isOnSale = product.status === 'on-sale';
  if (isOnSale && wanted <= product.available) return undefined;
  const available = await shop.cart.available(person.id, product);
  return isOnSale && wanted <= available ? undefined : shortScreen({ ...product, available }, wanted);
}
