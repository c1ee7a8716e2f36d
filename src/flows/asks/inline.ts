import type { I18n } from '../../chat/dsl/i18n.ts';
import { say, type Text } from '../../chat/dsl/screen.ts';
import type { MediaId, ProductId } from '../../db/ids.ts';
import type { Product } from '../../shop/catalogue/products/catalogue.ts';
import type { Shop } from '../../shop/shop.ts';
import { formatPayload } from '../screens/links/deep-link.ts';
import { priceValue, productName, productSeller, quantityValue } from '../screens/values.ts';

/** A product to share into another chat; `startPayload` opens it in the shop. */
export interface SharedProduct {
  readonly id: ProductId;
  readonly title: string;
  readonly description: string;
  readonly html: string;
  /** An id of our media. */
  readonly photo: MediaId | undefined;
  readonly startPayload: string;
}

/** What fits the words typed behind the bot's name, the newest products when there are none; `size` from `offset` on. */
export async function findShareable(
  shop: Shop,
  i18n: I18n,
  { query, offset }: { readonly query: string; readonly offset: number },
  size: number,
): Promise<SharedProduct[]> {
  const wanted = query.trim();
  const page = Math.floor(offset / size);
  const found =
    wanted === '' ? await shop.catalogue.page(page, {}, size) : await shop.catalogue.find(wanted, page, size);
  // Both show a page that there is: here, beyond the last, there is nothing more.
  if (found.page !== page) return [];
  return found.items.map((product) => ({
    id: product.id,
    title: i18n.showPlain(say('share-title', { title: productName(product), price: priceValue(product) })),
    description: i18n.showPlain(say('share-seller', { seller: productSeller(product) })),
    html: i18n.show(sharedText(product)).markup,
    photo: product.storedPhotos[0],
    startPayload: formatPayload({ is: 'product', id: product.id }),
  }));
}

const sharedText = (product: Product): Text => [
  say('product-title', { title: productName(product), price: priceValue(product) }),
  say('product-origin', { seller: productSeller(product) }),
  product.available > 0
    ? say('product-left', { quantity: quantityValue(product, product.available) })
    : say('product-sold-out'),
];
