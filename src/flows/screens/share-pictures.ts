import type { Words } from '../../chat/dsl/i18n.ts';
import { type Named, say, type Value } from '../../chat/dsl/screen.ts';
import type { Product } from '../../shop/catalogue/catalogue.ts';
import { linesSent, type Order } from '../../shop/fulfilment/orders.ts';
import { priceOf, quantityOf, sellerOf, titleOf } from './values.ts';

/** Where a village is, in both languages. */
interface Place {
  readonly name: string;
  readonly nameEn: string;
  readonly county: string;
  readonly countyEn: string;
  readonly province: string;
  readonly provinceEn: string;
}

/** So many packs are named on a poster. */
const PACKS = 4;

/** What a product's poster says: the values of src/pictures/poster.ts without its photo and link. */
export function posterWords(product: Product, place: Place, words: Words) {
  const { packs, measure } = product;
  const put = putBy(words);
  const sizes = packs
    .slice(0, PACKS)
    .map(({ quantity }) => put('sheet-quantity', { quantity: quantityOf(measure, quantity) }));
  return {
    title: put('sheet-title', { title: titleOf(product) }),
    price: put('poster-price', { price: priceOf(product) }),
    packs: sizes.join(' · '),
    household: put('sheet-title', { title: sellerOf(product) }),
    place: put('share-place', placeOf(place)),
    scan: put('poster-scan'),
  };
}

/** What the sticker on an order's box says: the values of src/pictures/sticker.ts without its link. */
export function stickerWords(order: Order, place: Place, words: Words) {
  const put = putBy(words);
  return {
    household: put('sheet-title', { title: sellerOf(order) }),
    place: put('share-place', placeOf(place)),
    goods: linesSent(order).map((line) =>
      put('sticker-line', { title: titleOf(line), quantity: quantityOf(line.measure, line.quantity) }),
    ),
    again: put('sticker-again').split('\n'),
    number: order.number,
  };
}

const putBy =
  (words: Words) =>
  (key: string, values: Record<string, Value> = {}): string =>
    words.showPlain(say(key, values));

const named = (own: string, en: string): Named => ({ own, en });

const placeOf = (place: Place) => ({
  village: named(place.name, place.nameEn),
  county: named(place.county, place.countyEn),
  province: named(place.province, place.provinceEn),
});

/**
 * The address to print: WeChat opens web pages at once and Telegram's links not at all, so a public page comes first.
 * Those who ordered in Telegram are known there alone.
 */
export function printedLink(links: readonly string[], isTelegram = false): string | undefined {
  const page = links.find((link) => link.startsWith('https://') && !link.startsWith('https://t.me/'));
  return isTelegram ? links[0] : (page ?? links[0]);
}
