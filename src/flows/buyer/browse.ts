import { tap } from '../../chat/action.ts';
import { type Button, type Reply, type Screen, say } from '../../chat/screen.ts';
import type { Page, Product } from '../../shop/catalogue.ts';
import { flow, type Turn } from '../flow.ts';
import { homeButton, pageOf, pager, priceOf, rowsOf, sellerOf, titleOf } from '../show.ts';

/** Looking around: what is on sale, shelf by shelf. */
export const browse = flow('browse', {
  commands: { browse: showFirst, products: showFirst },
  taps: { 'browse/:page': showAll, shelves: showShelves, 'shelf/:category/:page': showShelf },
});

function showFirst(turn: Turn<'rest'>): Promise<Reply> {
  return showAll({ ...turn, params: { page: '0' } });
}

async function showAll({ shop, params }: Turn<'page'>): Promise<Reply> {
  const page = await shop.catalogue.page(pageOf(params.page));
  const shelves: Button[] = [{ label: say('shelves'), tap: tap('shelves') }];
  return [listScreen('browse-title', page, (to) => tap('browse/:page', { page: to }), [shelves])];
}

async function showShelves({ shop }: Turn): Promise<Reply> {
  const shelves = await shop.catalogue.categories();
  const buttons = shelves.map(
    ({ category, count }): Button => ({
      label: say('shelf-button', { shelf: say(`shelf-${category}`), count }),
      tap: tap('shelf/:category/:page', { category, page: 0 }),
    }),
  );
  return [{ text: say('shelves-title'), buttons: [...rowsOf(buttons, 2), [homeButton]] }];
}

async function showShelf({ shop, params }: Turn<'category' | 'page'>): Promise<Reply> {
  const { category } = params;
  const page = await shop.catalogue.page(pageOf(params.page), { category });
  const shelves: Button[] = [{ label: say('shelves'), tap: tap('shelves') }];
  return [
    listScreen('browse-title', page, (to) => tap('shelf/:category/:page', { category, page: to }), [shelves]),
  ];
}

/** Products to choose from, one button each. */
export function listScreen(
  titleKey: string,
  page: Page<Product>,
  to: (page: number) => string,
  more: readonly (readonly Button[])[] = [],
): Screen {
  const products = page.items.map((product): Button[] => [productButton(product)]);
  const title = say(page.items.length === 0 ? 'browse-empty' : titleKey);
  return {
    text: title,
    buttons: [...products, ...pager(page, to), ...more, [homeButton]],
  };
}

export const listLine = (product: Product) =>
  say(product.available > 0 ? 'browse-line' : 'browse-line-sold-out', {
    title: titleOf(product),
    price: priceOf(product),
    seller: sellerOf(product),
  });

export const productButton = (product: Product): Button => ({
  label: say(product.available > 0 ? 'product-button' : 'product-button-sold-out', {
    title: titleOf(product),
    price: priceOf(product),
  }),
  tap: tap('product/:product', { product: product.id }),
});
