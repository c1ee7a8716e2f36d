import type { I18n } from '../../../chat/dsl/i18n.ts';
import { type LocalName, say, type Value } from '../../../chat/dsl/screen.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import { linesSent, type Order } from '../../../shop/fulfilment/orders.ts';
import { priceValue, productName, productSeller, quantityValue } from '../values.ts';

/** Where a village is, in both languages. */
export interface Place {
  readonly name: string;
  readonly nameEn: string;
  readonly county: string;
  readonly countyEn: string;
  readonly province: string;
  readonly provinceEn: string;
}

/** How many packs a poster shows. */
const PACKS = 4;

/** What a product's poster says: the values of src/pictures/poster.ts without its photo and link. */
export function posterText(product: Product, place: Place, i18n: I18n) {
  const { packs } = product;
  const put = putBy(i18n);
  const sizes = packs
    .slice(0, PACKS)
    .map(({ quantity }) => put('sheet-quantity', { quantity: quantityValue(product, quantity) }));
  return {
    title: put('sheet-title', { title: productName(product) }),
    price: put('poster-price', { price: priceValue(product) }),
    packs: sizes.join(' · '),
    household: put('sheet-title', { title: productSeller(product) }),
    place: put('share-place', placeText(place)),
    scan: put('poster-scan'),
  };
}

/** What the sticker on an order's box says: the values of src/pictures/sticker.ts without its link. */
export function stickerText(order: Order, place: Place, i18n: I18n) {
  const put = putBy(i18n);
  return {
    household: put('sheet-title', { title: productSeller(order) }),
    place: put('share-place', placeText(place)),
    goods: linesSent(order).map((line) =>
      put('sticker-line', { title: productName(line), quantity: quantityValue(line, line.quantity) }),
    ),
    again: put('sticker-again').split('\n'),
    number: order.number,
  };
}

const putBy =
  (i18n: I18n) =>
  (key: string, values: Record<string, Value> = {}): string =>
    i18n.showPlain(say(key, values));

const named = (own: string, en: string): LocalName => ({ own, en });

export const placeText = (place: Place) => ({
  village: named(place.name, place.nameEn),
  county: named(place.county, place.countyEn),
  province: named(place.province, place.provinceEn),
});

/**
 * The address to print: WeChat opens web pages but not Telegram's links, so a public page comes first.
 * Those who ordered in Telegram are known there alone.
 */
export function printedLink(links: readonly string[], isTelegram = false): string | undefined {
  const page = links.find((link) => link.startsWith('https://') && !link.startsWith('https://t.me/'));
  return isTelegram ? links[0] : (page ?? links[0]);
}
