import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Screen, say } from '../../../chat/dsl/screen.ts';
import type { Product } from '../../../shop/catalogue/catalogue.ts';
import type { Alert } from '../../../shop/notifications/alerts.ts';
import type { Shop } from '../../../shop/shop.ts';
import { streamAlertScreen } from '../streams/stream-alert-screen.ts';
import { homeButton, priceValue, productName, productSeller, quantityValue } from '../values.ts';

/**
 * The screen of an alert, from the data when it is sent; undefined where the alert is no longer true. `isFollower`: the
 * recipient follows the seller and is offered to stop.
 */
export async function alertScreen(
  shop: Shop,
  alert: Alert,
  isFollower: boolean,
): Promise<Screen | undefined> {
  if (alert.kind !== 'restock' && alert.kind !== 'wish') return streamAlertScreen(shop, alert, isFollower);
  const product = await shop.catalogue.byId(alert.targetId);
  if (!product) return undefined;
  return alert.kind === 'restock' ? restockScreen(product) : savedSearchScreen(product);
}

/** The goods may be gone before a recipient's turn: then they can subscribe again. */
function restockScreen(product: Product): Screen | undefined {
  if (product.status !== 'on-sale') return undefined;
  const { id, available } = product;
  const values = { title: productName(product), seller: productSeller(product), price: priceValue(product) };
  if (available === 0) {
    const wait: Button = { label: say('product-wait'), tap: tap('wait/:product', { product: id }) };
    return { text: say('alert-restock-gone', values), buttons: [[wait], [homeButton]] };
  }
  return {
    text: [
      say('alert-restock', values),
      say('product-left', { quantity: quantityValue(product, available) }),
    ],
    buttons: [
      [{ label: say('alert-see'), tap: tap('product/:product', { product: id }), tone: 'primary' }],
      [homeButton],
    ],
  };
}

/** A product matches a saved search. */
function savedSearchScreen(product: Product): Screen | undefined {
  const { id, available } = product;
  if (product.status !== 'on-sale' || available === 0) return undefined;
  const values = { title: productName(product), seller: productSeller(product), price: priceValue(product) };
  return {
    text: [say('alert-wish', values), say('product-left', { quantity: quantityValue(product, available) })],
    photo: product.storedPhotos[0],
    buttons: [
      [{ label: say('alert-see'), tap: tap('product/:product', { product: id }), tone: 'primary' }],
      [homeButton],
    ],
  };
}
