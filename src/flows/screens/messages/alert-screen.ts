import { tap } from '../../../chat/dsl/action.ts';
import { type Screen, say } from '../../../chat/dsl/screen.ts';
import type { Product } from '../../../shop/catalogue/catalogue.ts';
import type { Alert } from '../../../shop/notifications/alerts.ts';
import { audienceStage } from '../../../shop/notifications/audience-pages.ts';
import type { Shop } from '../../../shop/shop.ts';
import { streamAlertScreen } from '../streams/stream-alert-screen.ts';
import { homeButton, priceValue, productName, productSeller, quantityValue } from '../values.ts';

/**
 * The screen of an alert, from the data when it is sent; undefined where the alert is no longer true. `isFollower`: the
 * recipient follows the seller and is offered to stop. `stage`: why they hear of it.
 */
export async function alertScreen(
  shop: Shop,
  alert: Alert,
  { isFollower, stage }: { readonly isFollower: boolean; readonly stage: number },
): Promise<Screen | undefined> {
  if (alert.kind !== 'wish') return streamAlertScreen(shop, alert, isFollower);
  const product = await shop.catalogue.byId(alert.targetId);
  return product && goodsScreen(product, stage);
}

const textKey = (stage: number): string =>
  stage === audienceStage.followsShelf
    ? 'alert-shelf'
    : stage === audienceStage.waitedForPrice
      ? 'alert-price'
      : 'alert-wish';

/** A product matches a saved search, costs what was waited for, or is new where they follow the shelf. */
function goodsScreen(product: Product, stage: number): Screen | undefined {
  const { id, available } = product;
  if (product.status !== 'on-sale' || available === 0) return undefined;
  const values = { title: productName(product), seller: productSeller(product), price: priceValue(product) };
  return {
    text: [
      say(textKey(stage), { ...values, shelf: say(`shelf-${product.category}`) }),
      say('product-left', { quantity: quantityValue(product, available) }),
    ],
    photo: product.storedPhotos[0],
    buttons: [
      [{ label: say('alert-see'), tap: tap('product/:product', { product: id }), tone: 'primary' }],
      stage === audienceStage.followsShelf
        ? [{ label: say('shelf-unfollow'), tap: tap('shelf-end/:category', { category: product.category }) }]
        : [homeButton],
    ],
  };
}
