import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import { priceLine } from '../../../shop/cart/cart.ts';
import type { Product } from '../../../shop/catalogue/catalogue.ts';
import type { Alert } from '../../../shop/notifications/alerts.ts';
import type { Shop } from '../../../shop/shop.ts';
import type { StreamCard } from '../../../shop/streams/streams.ts';
import { homeButton, moneyValue, priceValue, productName, productSeller, quantityValue } from '../values.ts';

/** How many products a start alert shows. */
const SHOWN = 3;

/**
 * The screen of an alert, from the data when it is sent; undefined where the alert is no longer true. `isFollower`: the
 * recipient follows the seller and is offered to stop.
 */
export async function alertScreen(
  shop: Shop,
  { kind, targetId }: Alert,
  isFollower: boolean,
): Promise<Screen | undefined> {
  switch (kind) {
    case 'wish': {
      const product = await shop.catalogue.byId(targetId);
      return product && savedSearchScreen(product);
    }
    case 'stream-start': {
      const stream = await shop.streams.byId(targetId);
      return stream && startScreen(shop, stream, isFollower);
    }
    case 'stream-reminder': {
      const stream = await shop.streams.byId(targetId);
      return stream && reminderScreen(stream);
    }
  }
}

const sellerNameValue = (stream: StreamCard) => ({ own: stream.sellerName, en: stream.sellerNameEn });

/** A started stream: its products with buy buttons, and a button to unfollow. */
async function startScreen(shop: Shop, stream: StreamCard, isFollower: boolean): Promise<Screen | undefined> {
  if (stream.state !== 'live' && stream.state !== 'interrupted') return undefined;
  const { items } = await shop.catalogue.page(0, { sellerId: stream.sellerId });
  const today = items.filter((item) => item.available > 0).slice(0, SHOWN);
  const lines = today.map(
    (item): Text => say('alert-product', { title: productName(item), price: priceValue(item) }),
  );
  const watch: Button[] = stream.url ? [{ label: say('stream-watch'), url: stream.url }] : [];
  const seller = { seller: stream.sellerId };
  const stop: Button = { label: say('unfollow'), tap: tap('unfollow/:seller', seller) };
  return {
    text: [say('alert-start', { seller: sellerNameValue(stream), title: stream.title }), ...lines],
    photo: today[0]?.storedPhotos[0],
    buttons: [
      ...(watch.length > 0 ? [watch] : []),
      ...today.map((item) => [buyButton(item)]),
      [{ label: say('alert-all'), tap: tap('seller/:seller', seller) }, ...(isFollower ? [stop] : [])],
    ],
  };
}

function buyButton(item: Product): Button {
  const quantity = item.packs.find((pack) => pack.quantity <= item.available)?.quantity ?? item.priceQuantity;
  const values = {
    title: productName(item),
    quantity: quantityValue(item.measure, quantity),
    total: moneyValue(priceLine(item, quantity).total),
  };
  return {
    label: say('alert-buy', values),
    tap: tap('add/:product/:quantity', { product: item.id, quantity }),
    tone: 'primary',
  };
}

function reminderScreen(stream: StreamCard): Screen | undefined {
  if (stream.state !== 'planned' || !stream.plannedAt) return undefined;
  return {
    text: say('alert-soon', { seller: sellerNameValue(stream), at: { time: stream.plannedAt } }),
    buttons: [[{ label: say('alert-see'), tap: tap('stream/:stream', { stream: stream.id }) }]],
  };
}

/** A product matches a saved search. */
function savedSearchScreen(product: Product): Screen | undefined {
  const { id, measure, available } = product;
  if (product.status !== 'on-sale' || available === 0) return undefined;
  const values = { title: productName(product), seller: productSeller(product), price: priceValue(product) };
  return {
    text: [say('alert-wish', values), say('product-left', { quantity: quantityValue(measure, available) })],
    photo: product.storedPhotos[0],
    buttons: [
      [{ label: say('alert-see'), tap: tap('product/:product', { product: id }), tone: 'primary' }],
      [homeButton],
    ],
  };
}
