import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Screen, say } from '../../../chat/dsl/screen.ts';
import type { StreamId } from '../../../db/ids.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import type { Alert } from '../../../shop/notifications/alerts/alerts.ts';
import { audienceStage } from '../../../shop/notifications/alerts/audience-pages.ts';
import type { Shop } from '../../../shop/shop.ts';
import { sellerEndButtons, villageEndButtons } from '../streams/end-buttons.ts';
import { sharedStartScreen } from '../streams/shared-start-screen.ts';
import { streamAlertScreen } from '../streams/stream-alert-screen.ts';
import { homeButton, priceValue, productName, productSeller, quantityValue } from '../values.ts';

/** Who gets an alert, as far as its message differs by that. */
interface Recipient {
  /** They follow the seller, and are offered to stop. */
  readonly isFollower: boolean;
  /** Why they hear of it. */
  readonly stage: number;
  /** Other streams of the village that the same message tells of. */
  readonly streams?: readonly StreamId[];
}

/** The screen of an alert, from the data when it is sent; undefined where the alert is no longer true. */
export async function alertScreen(
  shop: Shop,
  alert: Alert,
  { isFollower, stage, streams = [] }: Recipient,
): Promise<Screen | undefined> {
  if (alert.kind === 'stream-start' && streams.length > 0)
    return sharedStartScreen(shop, [alert.targetId, ...streams]);
  if (alert.kind !== 'wish')
    return streamAlertScreen(shop, alert, await endButtons(shop, alert, isFollower, stage));
  const product = await shop.catalogue.byId(alert.targetId);
  return product && goodsScreen(product, stage);
}

/** What ends the alerts of what they follow: the seller, the village or a shelf. */
async function endButtons(
  shop: Shop,
  alert: Exclude<Alert, { kind: 'wish' }>,
  isFollower: boolean,
  stage: number,
): Promise<readonly Button[]> {
  if (alert.kind !== 'stream-start' && alert.kind !== 'stream-plan') return [];
  if (isFollower) {
    const stream = await shop.streams.byId(alert.targetId);
    return stream ? sellerEndButtons(stream.sellerId) : [];
  }
  if (stage === audienceStage.followsShelf) return [{ label: say('home-follows'), tap: tap('follows') }];
  const village = stage === audienceStage.waited ? undefined : await shop.sellers.village();
  return village ? villageEndButtons(village.id) : [];
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
