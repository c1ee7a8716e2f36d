import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import type { Page } from '../../../shop/values/pages.ts';
import { homeButton, pager, priceValue, productName, productSeller } from '../../screens/values.ts';

// Products in lists: on shelves, in what was found, in streams.

/** Products to choose from: a button each, with its picture, which says all there is to say. */
export function listScreen(
  title: Text,
  page: Page<Product>,
  to: (page: number) => string,
  more: readonly (readonly Button[])[] = [],
): Screen {
  return {
    focus: { products: page.items.map(({ id }) => id) },
    text: page.items.length === 0 ? say('browse-empty') : title,
    buttons: [
      ...page.items.map((product) => [productButton(product)]),
      ...pager(page, to),
      ...more,
      [homeButton],
    ],
  };
}

/** `isOwn` on a seller's own page: who sells it is known there. */
export const productButton = (product: Product, isOwn = false): Button => ({
  label: say(product.available > 0 ? 'product-button' : 'product-button-sold-out', {
    title: productName(product),
    price: priceValue(product),
  }),
  tap: tap('product/:product', { product: product.id }),
  picture: product.storedPhotos[0],
  ...(!isOwn && { detail: say('product-button-seller', { seller: productSeller(product) }) }),
});
