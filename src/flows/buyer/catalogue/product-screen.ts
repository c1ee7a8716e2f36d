import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Screen, say } from '../../../chat/dsl/screen.ts';
import type { ProductId } from '../../../db/ids.ts';
import { priceLine } from '../../../shop/cart/cart.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import { findLeast } from '../../../shop/checkout/minimum-quantity.ts';
import type { BaseQuantity } from '../../../shop/values/quantity.ts';
import type { Turn } from '../../flow.ts';
import { productText } from '../../screens/catalogue/product-text.ts';
import { originalButton, translationMark } from '../../screens/catalogue/translated-product.ts';
import { homeButton, inRows, moneyValue, productSeller, quantityValue } from '../../screens/values.ts';

/** The product as a buyer sees it, with its photo number `at`; nothing for what is not on sale (any more). */
export async function productScreen(turn: Turn<string>, id: ProductId, at = 0): Promise<Screen | undefined> {
  const found = await turn.shop.catalogue.byId(id);
  return found && shownProduct(turn, found, at);
}

/** … a product that was just read. */
export async function shownProduct(
  { shop, person }: Turn<string>,
  found: Product,
  at = 0,
): Promise<Screen | undefined> {
  const { id } = found;
  if (found.status === 'draft' || found.status === 'archived') return undefined;
  await shop.catalogue.countView(person.id, id);
  const origin = await shop.catalogue.origin(found, person.id);
  const photos = found.storedPhotos;
  const shown = photos.length > 0 ? at % photos.length : 0;
  return {
    text: [productText(found, origin), ...translationMark(found, person.locale)],
    photo: photos[shown],
    focus: { product: id },
    buttons: [
      ...photoButtons(found, shown),
      ...waysToHave(found),
      originalButton(found, person.locale),
      ...waysOn(found, origin.isFollowed),
    ].filter((row) => row.length > 0),
  };
}

/** ‹ 2/4 ›, round and round; nothing for a single photo. */
function photoButtons({ id, storedPhotos }: Product, at: number): Button[][] {
  const count = storedPhotos.length;
  if (count < 2) return [];
  const to = (photo: number) => tap('photo/:product/:at', { product: id, at: photo });
  return [
    [
      { label: say('photo-back'), tap: to((at + count - 1) % count) },
      { label: say('page', { page: at + 1, pages: count }), dead: true },
      { label: say('photo-on'), tap: to((at + 1) % count) },
    ],
  ];
}

/** Pack buttons with what each costs; a product without packs offers its own price unit. */
function waysToHave(found: Product): Button[][] {
  const { id, available } = found;
  if (found.status !== 'on-sale' || available === 0)
    return [[{ label: say('product-wait'), tap: tap('wait/:product', { product: id }) }]];
  const packs = packButtons(found).map((quantity): Button => {
    const label = packLabel(found, quantity);
    if (quantity > available) return { label, dead: true };
    return { label, tap: tap('add/:product/:quantity', { product: id, quantity }), tone: 'primary' };
  });
  return [
    ...inRows(packs, 2),
    [{ label: say('product-other-amount'), tap: tap('amount/:product', { product: id }) }],
  ];
}

/** Amounts to choose from; what is less than an order holds at least is none. */
export function packButtons(product: Product): BaseQuantity[] {
  const { packs, priceQuantity, available } = product;
  const all = packs.length > 0 ? packs.map((pack) => pack.quantity) : [priceQuantity];
  const least = findLeast(product, ...(available > 0 ? [available] : []));
  if (least === undefined) return all;
  const enough = all.filter((quantity) => quantity >= least);
  return enough.length > 0 ? enough : [least];
}

export const packLabel = (product: Product, quantity: BaseQuantity) =>
  say('product-pack', {
    quantity: quantityValue(product, quantity),
    total: moneyValue(priceLine(product, quantity).total),
  });

function waysOn(found: Product, isFollowed: boolean): Button[][] {
  const seller: Button = {
    label: say('product-seller', { seller: productSeller(found) }),
    tap: tap('seller/:seller', { seller: found.sellerId }),
  };
  const follow: Button = isFollowed
    ? { label: say('product-followed'), dead: true }
    : { label: say('product-follow'), tap: tap('follow-here/:product', { product: found.id }) };
  return [
    [seller, follow],
    [
      { label: say('share-button'), tap: tap('share/:product', { product: found.id }) },
      { label: say('cheaper-button'), tap: tap('cheaper/:product', { product: found.id }) },
      { label: say('cart'), tap: tap('cart') },
    ],
    [{ label: say('home-browse'), tap: tap('browse/:page', { page: 0 }) }, homeButton],
  ];
}
