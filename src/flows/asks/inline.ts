import type { Words } from '../../chat/dsl/i18n.ts';
import { say, type Text } from '../../chat/dsl/screen.ts';
import type { Product } from '../../shop/catalogue/catalogue.ts';
import type { Shop } from '../../shop/shop.ts';
import { payloadOf } from '../screens/deep-link.ts';
import { priceOf, quantityOf, sellerOf, titleOf } from '../screens/values.ts';

/** A product that somebody shares into another chat; `startPayload` opens it in the shop. */
export interface Shared {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly html: string;
  /** An id of our media. */
  readonly photo: string | undefined;
  readonly startPayload: string;
}

/** What fits the words typed behind the bot's name, the newest products when there are none; `size` from `offset` on. */
export async function shareable(
  shop: Shop,
  words: Words,
  { query, offset }: { readonly query: string; readonly offset: number },
  size: number,
): Promise<Shared[]> {
  const wanted = query.trim();
  const page = Math.floor(offset / size);
  const found =
    wanted === '' ? await shop.catalogue.page(page, {}, size) : await shop.catalogue.find(wanted, page, size);
  // Both show a page that there is: here, beyond the last, there is nothing more.
  if (found.page !== page) return [];
  return found.items.map((product) => ({
    id: product.id,
    title: words.showPlain(say('share-title', { title: titleOf(product), price: priceOf(product) })),
    description: words.showPlain(say('share-seller', { seller: sellerOf(product) })),
    html: words.show(sharedText(product)).markup,
    photo: product.storedPhotos[0],
    startPayload: payloadOf({ is: 'product', id: product.id }),
  }));
}

const sharedText = (product: Product): Text => [
  say('product-title', { title: titleOf(product), price: priceOf(product) }),
  say('product-origin', { seller: sellerOf(product) }),
  product.available > 0
    ? say('product-left', { quantity: quantityOf(product.measure, product.available) })
    : say('product-sold-out'),
];
