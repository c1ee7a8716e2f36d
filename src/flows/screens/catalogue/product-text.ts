import { type Message, say, type Text } from '../../../chat/dsl/screen.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import type { Origin } from '../../../shop/catalogue/products/origin.ts';
import { KILOGRAM_UNIT } from '../../../shop/terms/selling-units.ts';
import { lineTotal } from '../../../shop/values/money.ts';
import { type BaseQuantity, baseQuantity, GRAMS } from '../../../shop/values/quantity.ts';
import { dateText, dayText } from '../dates.ts';
import {
  moneyValue,
  priceValue,
  productBlurb,
  productName,
  productSeller,
  quantityValue,
} from '../values.ts';

/** What a product is, as buyers read it; `origin` where it is known. */
export function productText(found: Product, origin?: Origin): Text {
  const { blurb, harvestedOn, expectedOn, season, personLimit, minimumQuantity } = found;
  return [
    say('product-title', { title: productName(found) }),
    priceText(found),
    ...saleText(found),
    ...unitText(found),
    origin
      ? say('product-origin-village', {
          seller: productSeller(found),
          village: { own: origin.village.name, en: origin.village.nameEn },
        })
      : say('product-origin', { seller: productSeller(found) }),
    ...(harvestedOn ? [say('product-harvest', { day: dateText(harvestedOn) })] : []),
    ...(season.length > 0 && season.length < 12
      ? [say('product-season', { months: monthsText(season) })]
      : []),
    ...(origin?.prices ? [pricesText(origin.prices)] : []),
    ...(blurb === '' ? [] : [say('product-blurb', { blurb: productBlurb(found) })]),
    ...(expectedOn ? [say('product-expected', { day: dateText(expectedOn) })] : []),
    availableText(found),
    ...(minimumQuantity === null
      ? []
      : [say('product-minimum', { minimum: quantityValue(found, minimumQuantity) })]),
    ...(personLimit === null ? [] : [limitText(found, personLimit)]),
  ];
}

const pricesText = ({ least, most }: NonNullable<Origin['prices']>): Message =>
  say('product-prices', { least: moneyValue(least), most: moneyValue(most) });

const limitText = (product: Product, limit: BaseQuantity): Message =>
  say('product-limit', { limit: quantityValue(product, limit) });

function availableText(product: Product): Message {
  const { status, available } = product;
  if (status === 'paused') return say('product-paused');
  return available > 0
    ? say('product-left', { quantity: quantityValue(product, available) })
    : say('product-sold-out');
}

/** How much one of the seller's units is, where that is more than one of anything. */
const unitText = ({ measure, unit }: Product): Message[] =>
  unit && measure !== 'COUNT' && unit.name !== KILOGRAM_UNIT
    ? [
        say('product-unit', {
          unit: quantityValue({ measure, unit }, unit.size),
          content: quantityValue(measure, unit.size),
        }),
      ]
    : [];

/**
 * The price as the seller named it, said once. What is sold by weight is compared by the 斤, and a price by the 斤 by the
 * kilogram.
 */
function priceText(product: Product): Message {
  const { measure, price: fen, priceQuantity: per } = product;
  const price = priceValue(product);
  if (measure !== 'MASS') return say('product-price', { price });
  const at = (grams: number) => lineTotal({ fen, per }, baseQuantity(grams));
  const other = baseQuantity(per === GRAMS.jin ? GRAMS.kilogram : GRAMS.jin);
  const compared = priceValue({ measure, price: at(other), priceQuantity: other });
  return say('product-price-compared', { price, other: compared, jin: moneyValue(at(GRAMS.jin)) });
}

/** A price that ends; while a stream has its own, that one counts. */
export function saleText(product: Product): Message[] {
  const { saleUntil, usualPrice, usualPriceQuantity, onStream } = product;
  if (!saleUntil || usualPrice === null || usualPriceQuantity === null || onStream) return [];
  return [
    say('product-sale', {
      day: dayText(saleUntil.toISOString().slice(0, 10)),
      usual: priceValue({ ...product, price: usualPrice, priceQuantity: usualPriceQuantity }),
    }),
  ];
}

/** Months that follow each other as from and until, over the turn of the year too; others one by one. */
function monthsText(season: readonly number[]): Message {
  const months = new Set(season);
  const isFirst = (month: number) => !months.has(((month + 10) % 12) + 1);
  const isLast = (month: number) => !months.has((month % 12) + 1);
  const [firsts, lasts] = [[...months].filter(isFirst), [...months].filter(isLast)];
  const name = (month: number) => say(`month-${month}`);
  const [first, last] = [firsts[0], lasts[0]];
  if (first !== undefined && last !== undefined && firsts.length === 1)
    return first === last ? name(first) : say('months-from', { from: name(first), until: name(last) });
  return [...months]
    .sort((a, b) => a - b)
    .map(name)
    .reduce((all, next) => say('months-and', { all, next }));
}
