import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Message, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import type { AlertCounts } from '../../../shop/notifications/alerts/alert-progress.ts';
import type { Shop } from '../../../shop/shop.ts';
import type { StreamCard } from '../../../shop/streams/cards.ts';
import type { StreamItem } from '../../../shop/streams/items.ts';
import type { StreamSale, StreamTakings } from '../../../shop/streams/takings.ts';
import { inRows, moneyValue, productName, quantityValue } from '../values.ts';
import { itemText, itemTitle } from './stream-text.ts';

/** The seller's panel of a stream as it stands now. */
export async function panelScreen(shop: Shop, stream: StreamCard): Promise<Screen> {
  const items = await shop.streams.items(stream.id);
  const takings = await shop.streams.takings(stream.id);
  const showing = await shop.streams.showings(stream.id);
  const shown = items.find(({ id }) => id === showing.now);
  const questions = await shop.streams.questions(stream.id);
  const text: Text[] = [
    say(headKey(stream), { title: stream.title }),
    alertLine(await shop.streams.alertCounts(stream.id)),
    ...(shown && isOn(stream) ? [showingText(shown)] : []),
    ...items.flatMap((item) => itemLines(item, takings)),
    ...otherSales(items, takings),
    ...(takings.orders > 0 ? [takingsText(takings)] : []),
    ...questions.map(({ name, words }) => say('live-panel-question', { name, words })),
  ];
  return { text, buttons: panelButtons(stream, items) };
}

const isOn = ({ state }: StreamCard): boolean => state === 'live' || state === 'interrupted';

function headKey({ state }: StreamCard): string {
  if (state === 'interrupted') return 'live-panel-away';
  return state === 'live' ? 'live-panel' : 'live-panel-over';
}

/** What became of the start alert, from the rows of its recipients and nothing else. */
export function alertLine({ state, people, reserved, sent, waiting, hasAll }: AlertCounts): Message {
  if (state === 'none' || state === 'planned') return say('live-alert-planned');
  if (waiting > 0 || (state === 'sending' && !hasAll))
    return say('live-alert-sending', { people, reserved, sent });
  return people === 0 ? say('live-alert-nobody') : say('live-alert-sent', { people, reserved });
}

const showingText = (item: StreamItem): Message =>
  say('live-panel-showing', { number: item.number, title: itemTitle(item) });

function itemLines(item: StreamItem, { sales }: StreamTakings): Text[] {
  const { product } = item;
  if (!product) return [itemText(item)];
  const { measure, available } = product;
  const sale = sales.find(({ productId }) => productId === product.id);
  const left = quantityValue(measure, available);
  if (!sale) return [itemText(item), say('live-panel-left', { left })];
  const quantity = quantityValue(measure, sale.quantity);
  return [itemText(item), say('live-panel-sold', { orders: sale.orders, quantity, left })];
}

/** What viewers ordered beside the list. */
const otherSales = (items: readonly StreamItem[], { sales }: StreamTakings): Text[] =>
  sales.filter(({ productId }) => !items.some(({ product }) => product?.id === productId)).map(saleText);

export const saleText = (sale: StreamSale): Message =>
  say('live-result-line', {
    title: productName(sale),
    quantity: quantityValue(sale.measure, sale.quantity),
    total: moneyValue(sale.total),
    orders: sale.orders,
  });

const takingsText = ({ orders, total }: StreamTakings): Message =>
  say('live-panel-takings', { orders, total: moneyValue(total) });

function panelButtons(stream: StreamCard, items: readonly StreamItem[]): Button[][] {
  if (!isOn(stream)) return [overButtons(stream)];
  const show = items.map(
    ({ id, number }): Button => ({
      label: say('live-show', { number }),
      tap: tap('show/:item', { item: id }),
    }),
  );
  return [
    ...inRows(show, 5),
    [
      { label: say('live-change-link'), tap: tap('live-link/:stream', { stream: stream.id }) },
      { label: say('live-end'), tap: tap('end/:stream', { stream: stream.id }), tone: 'danger' },
    ],
  ];
}

/** On again, and where it can be seen again. */
export const overButtons = ({ id }: StreamCard): Button[] => [
  { label: say('live-again'), tap: tap('again-live/:stream', { stream: id }) },
  { label: say('live-replay'), tap: tap('replay/:stream', { stream: id }) },
];
