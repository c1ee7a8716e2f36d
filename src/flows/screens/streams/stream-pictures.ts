import type { I18n } from '../../../chat/dsl/i18n.ts';
import { say, type Value } from '../../../chat/dsl/screen.ts';
import type { StreamCard } from '../../../shop/streams/cards.ts';
import type { StreamItem } from '../../../shop/streams/items.ts';
import type { StreamResult } from '../../../shop/streams/takings.ts';
import { sumQuantity } from '../../../shop/values/quantity.ts';
import { type Place, placeText } from '../files/share-pictures.ts';
import { moneyValue, productName, quantityValue } from '../values.ts';
import { itemTitle, streamSeller, whenText } from './stream-text.ts';

const SHOWN = 5;

/** What the picture of a stream that is over says: the values of src/pictures/sales-chart.ts. */
export function createStreamPicture(stream: StreamCard, result: StreamResult, timeZone: string, i18n: I18n) {
  const put = (key: string, values: Record<string, Value> = {}): string => i18n.showPlain(say(key, values));
  const { sales, total, orders, heard, came, newFollowers } = result;
  const grams = sumQuantity(sales.flatMap(({ measure, quantity }) => (measure === 'MASS' ? quantity : [])));
  return {
    title: put('sheet-title', { title: streamSeller(stream) }),
    subtitle: i18n.showPlain(whenText(stream.startedAt ?? new Date(0), timeZone)),
    earnedLabel: put('stream-picture-label', { title: stream.title }),
    earned: put('sales-money', { money: moneyValue(total) }),
    facts: [
      put('sheet-in-orders', { count: orders }),
      ...(grams > 0 ? [put('sheet-quantity', { quantity: quantityValue('MASS', grams) })] : []),
      put('stream-picture-people', { heard, came, newFollowers }),
    ],
    bars: sales.slice(0, SHOWN).map((sale) => ({
      label: put('sheet-title', { title: productName(sale) }),
      fen: sale.total,
      shown: put('sales-money', { money: moneyValue(sale.total) }),
    })),
    productsTitle: put('sales-most'),
    products: sales.slice(0, SHOWN).map((sale) => ({
      name: put('sheet-title', { title: productName(sale) }),
      much: put('sheet-quantity', { quantity: quantityValue(sale.measure, sale.quantity) }),
      shown: put('sales-money', { money: moneyValue(sale.total) }),
      fen: sale.total,
    })),
    empty: put('sales-nothing'),
  };
}

/** What a planned stream's poster says: the values of src/pictures/poster.ts without its photo and link. */
export function streamPosterText(
  stream: StreamCard,
  items: readonly StreamItem[],
  place: Place & { readonly timeZone: string },
  i18n: I18n,
) {
  const put = (key: string, values: Record<string, Value> = {}): string => i18n.showPlain(say(key, values));
  const named = items
    .slice(0, SHOWN)
    .map((item) => `${item.number} ${put('sheet-title', { title: itemTitle(item) })}`);
  return {
    title: stream.title === '' ? put('poster-stream-title') : stream.title,
    price: i18n.showPlain(whenText(stream.plannedAt ?? new Date(0), place.timeZone)),
    packs: named.join(' · '),
    household: put('sheet-title', { title: streamSeller(stream) }),
    place: put('share-place', placeText(place)),
    scan: put('poster-stream-scan'),
  };
}
