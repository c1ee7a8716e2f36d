import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Message, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import type { Product } from '../../../shop/catalogue/catalogue.ts';
import type { Page } from '../../../shop/values/pages.ts';
import { homeButton, pager, priceValue, productName, productSeller } from '../../screens/values.ts';

// Products in lists: on shelves, in what was found, in streams.

/** Products to choose from, one line and one button each. */
export function listScreen(
  title: Text,
  page: Page<Product>,
  to: (page: number) => string,
  more: readonly (readonly Button[])[] = [],
): Screen {
  return {
    focus: { products: page.items.map(({ id }) => id) },
    text: page.items.length === 0 ? say('browse-empty') : [title, ...page.items.map(listLine)],
    buttons: [
      ...page.items.map((product) => [productButton(product)]),
      ...pager(page, to),
      ...more,
      [homeButton],
    ],
  };
}

export const listLine = (product: Product): Message =>
  say(product.available > 0 ? 'browse-line' : 'browse-line-sold-out', {
    title: productName(product),
    price: priceValue(product),
    seller: productSeller(product),
  });

export const productButton = (product: Product): Button => ({
  label: say(product.available > 0 ? 'product-button' : 'product-button-sold-out', {
    title: productName(product),
    price: priceValue(product),
  }),
  tap: tap('product/:product', { product: product.id }),
});
