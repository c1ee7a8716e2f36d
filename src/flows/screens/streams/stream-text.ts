import type { LocalName, Message, Text } from '../../../chat/dsl/screen.ts';
import { say } from '../../../chat/dsl/screen.ts';
import type { StreamCard } from '../../../shop/streams/cards.ts';
import type { StreamItem } from '../../../shop/streams/items.ts';
import { dayText } from '../dates.ts';
import { priceValue, productName, quantityValue } from '../values.ts';

// How a stream, its time and its items look, to buyers and sellers alike.

export const streamSeller = ({ sellerName, sellerNameEn }: StreamCard): LocalName => ({
  own: sellerName,
  en: sellerNameEn,
});

/** A moment in words, with its weekday and the zone whose clock it is: Saturday, 28 November, 20:00 (China Standard Time). */
export const whenText = (at: Date, timeZone: string): Message =>
  say('when', { ...villageTime(at, timeZone), zone: { zone: timeZone, at } });

/** The same by the village's clock, for buttons of those who sell there. */
export const whenLabel = (at: Date, timeZone: string): Message => say('when-here', villageTime(at, timeZone));

function villageTime(at: Date, timeZone: string): { day: Message; time: string } {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
  return { day: dayText(day), time };
}

export const itemTitle = ({ product, title }: StreamItem): LocalName =>
  product ? productName(product) : { own: title };

/** `No. 2 · dates ¥18/kg (stream price, usually ¥20/kg)`; the limit on a line of its own. */
export function itemText(item: StreamItem): Text {
  const { product, number, price, limit } = item;
  const values = { number, title: itemTitle(item) };
  if (!product) return say('item-line-bare', values);
  const usual = { ...product, price: product.onStream?.usualPrice ?? product.price };
  const limited = limit ? [say('item-line-limit', { limit: quantityValue(product, limit) })] : [];
  if (price === null) return [say('item-line', { ...values, price: priceValue(usual) }), ...limited];
  const now = priceValue({ ...product, price });
  return [say('item-line-stream', { ...values, price: now, usual: priceValue(usual) }), ...limited];
}
