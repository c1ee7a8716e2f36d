import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import { priceLine } from '../../../shop/cart/cart.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import type { StreamAlert } from '../../../shop/notifications/alerts/stream-alerts.ts';
import type { Shop } from '../../../shop/shop.ts';
import type { StreamCard } from '../../../shop/streams/cards.ts';
import type { StreamItem } from '../../../shop/streams/items.ts';
import { homeButton, moneyValue, priceValue, productName, quantityValue } from '../values.ts';
import { itemText, itemTitle, streamSeller, whenText } from './stream-text.ts';

/** How many products a start alert shows of a stream without a list of its own. */
const SHOWN = 3;
/** How many items have a button on an alert. */
const BUTTONS = 5;

/**
 * The screen of an alert about a stream, from the data when it is sent; undefined where it is no longer true.
 * `ends`: what the recipient can tap to hear less.
 */
export async function streamAlertScreen(
  shop: Shop,
  alert: StreamAlert,
  ends: readonly Button[],
): Promise<Screen | undefined> {
  if (alert.kind === 'stream-item') return itemScreen(shop, alert);
  const stream = await shop.streams.byId(alert.targetId);
  if (!stream) return undefined;
  const timeZone = await shop.sellers.timeZone();
  switch (alert.kind) {
    case 'stream-start':
      return isOn(stream) ? startScreen(shop, stream, ends) : undefined;
    case 'stream-link':
      return isOn(stream) && stream.url ? linkScreen(stream, stream.url) : undefined;
    case 'stream-plan':
      return planScreen(shop, stream, timeZone, ends);
    case 'stream-reminder':
      return aheadScreen(stream, 'alert-soon', timeZone);
    case 'stream-moved':
      return aheadScreen(stream, 'alert-moved', timeZone);
    case 'stream-off':
      return stream.state === 'cancelled' ? offScreen(stream, timeZone) : undefined;
    case 'stream-recap':
      return stream.state === 'ended' ? recapScreen(shop, stream) : undefined;
  }
}

const isOn = ({ state }: StreamCard): boolean => state === 'live' || state === 'interrupted';

const seeButton = ({ id }: StreamCard): Button => ({
  label: say('alert-see'),
  tap: tap('stream/:stream', { stream: id }),
});

/** A started stream: what is shown on it with buy buttons, else the newest of its seller. */
async function startScreen(shop: Shop, stream: StreamCard, ends: readonly Button[]): Promise<Screen> {
  const items = (await shop.streams.items(stream.id)).filter(({ product }) => product);
  const { lines, buttons, photo } =
    items.length > 0 ? await itemOffers(shop, items) : await newestOffers(shop, stream);
  const all: Button =
    items.length > 0
      ? { label: say('alert-all'), tap: tap('stream/:stream', { stream: stream.id }) }
      : { label: say('alert-all'), tap: tap('seller/:seller', { seller: stream.sellerId }) };
  return {
    text: [say('alert-start', { seller: streamSeller(stream), title: stream.title }), ...lines],
    photo,
    buttons: [
      ...(stream.url ? [[{ label: say('stream-watch'), url: stream.url }]] : []),
      ...buttons.map((button) => [button]),
      [all],
      ...(ends.length > 0 ? [ends] : []),
    ],
  };
}

interface Offers {
  readonly lines: readonly Text[];
  readonly buttons: readonly Button[];
  readonly photo: Screen['photo'];
}

async function itemOffers(shop: Shop, items: readonly StreamItem[]): Promise<Offers> {
  const buttons: Button[] = [];
  for (const { number, product } of items) {
    const offer = product && (await shop.catalogue.byId(product.id));
    if (offer && offer.available > 0 && buttons.length < BUTTONS) buttons.push(buyButton(offer, number));
  }
  const photo = items.flatMap(({ product }) => product?.storedPhotos[0] ?? [])[0];
  return { lines: [...items.map(itemText), say('stream-how-to-order')], buttons, photo };
}

async function newestOffers(shop: Shop, { sellerId }: StreamCard): Promise<Offers> {
  const { items } = await shop.catalogue.page(0, { sellerId });
  const today = items.filter((item) => item.available > 0).slice(0, SHOWN);
  const line = (item: Product): Text =>
    say('alert-product', { title: productName(item), price: priceValue(item) });
  const photo = today[0]?.storedPhotos[0];
  return { lines: today.map(line), buttons: today.map((item) => buyButton(item)), photo };
}

function buyButton(item: Product, number?: number): Button {
  const quantity = item.packs.find((pack) => pack.quantity <= item.available)?.quantity ?? item.priceQuantity;
  const values = {
    title: productName(item),
    quantity: quantityValue(item, quantity),
    total: moneyValue(priceLine(item, quantity).total),
  };
  return {
    label: number === undefined ? say('alert-buy', values) : say('alert-buy-item', { number, ...values }),
    tap: tap('add/:product/:quantity', { product: item.id, quantity }),
    tone: 'primary',
  };
}

const linkScreen = (stream: StreamCard, url: string): Screen => ({
  text: say('alert-link', { seller: streamSeller(stream) }),
  buttons: [[{ label: say('stream-watch'), url }], [seeButton(stream)]],
});

async function planScreen(
  shop: Shop,
  stream: StreamCard,
  timeZone: string,
  ends: readonly Button[],
): Promise<Screen | undefined> {
  if (stream.state !== 'planned' || !stream.plannedAt) return undefined;
  const items = await shop.streams.items(stream.id);
  const values = {
    seller: streamSeller(stream),
    title: stream.title,
    at: whenText(stream.plannedAt, timeZone),
  };
  const reserve: Button = {
    label: say('stream-reserve'),
    tap: tap('reserve/:stream', { stream: stream.id }),
    tone: 'primary',
  };
  return {
    text: [say('alert-plan', values), ...items.map(itemText)],
    buttons: [[reserve], ...(ends.length > 0 ? [ends] : [])],
  };
}

function aheadScreen(stream: StreamCard, key: string, timeZone: string): Screen | undefined {
  if (stream.state !== 'planned' || !stream.plannedAt) return undefined;
  const values = { seller: streamSeller(stream), at: whenText(stream.plannedAt, timeZone) };
  return { text: say(key, values), buttons: [[seeButton(stream)]] };
}

const offScreen = (stream: StreamCard, timeZone: string): Screen => ({
  text: say('alert-off', {
    seller: streamSeller(stream),
    at: whenText(stream.plannedAt ?? new Date(0), timeZone),
  }),
  buttons: [[homeButton]],
});

async function itemScreen(
  shop: Shop,
  { targetId }: Extract<StreamAlert, { kind: 'stream-item' }>,
): Promise<Screen | undefined> {
  const item = await shop.streams.item({ id: targetId });
  const stream = item && (await shop.streams.byId(item.streamId));
  if (!item || !stream || !isOn(stream)) return undefined;
  const product = item.product && (await shop.catalogue.byId(item.product.id));
  const values = { seller: streamSeller(stream), number: item.number, title: itemTitle(item) };
  return {
    text: [say('alert-showing', values), itemText(item)],
    buttons: [
      ...(stream.url ? [[{ label: say('stream-watch'), url: stream.url }]] : []),
      ...(product && product.available > 0 ? [[buyButton(product, item.number)]] : []),
      [seeButton(stream)],
    ],
  };
}

/** What those missed who reserved: what was shown, when in the replay, what it costs now and what is left. */
async function recapScreen(shop: Shop, stream: StreamCard): Promise<Screen> {
  const items = await shop.streams.items(stream.id);
  const { firstAt } = await shop.streams.showings(stream.id);
  const offers: Button[] = [];
  for (const { product, number } of items) {
    const offer = product && (await shop.catalogue.byId(product.id));
    if (offer?.status === 'on-sale' && offer.available > 0 && offers.length < BUTTONS)
      offers.push(buyButton(offer, number));
  }
  return {
    text: [
      say('alert-recap', { seller: streamSeller(stream), title: stream.title }),
      ...items.map((item) => recapLine(item, stream, firstAt.get(item.id))),
    ],
    buttons: [
      ...(stream.replayUrl ? [[{ label: say('stream-replay'), url: stream.replayUrl }]] : []),
      ...offers.map((offer) => [offer]),
      [{ label: say('alert-all'), tap: tap('seller/:seller', { seller: stream.sellerId }) }],
    ],
  };
}

function recapLine(item: StreamItem, stream: StreamCard, shownAt: Date | undefined): Text {
  const { product, number } = item;
  const at = shownAt && stream.startedAt ? elapsed(shownAt.getTime() - stream.startedAt.getTime()) : '';
  const values = { number, title: itemTitle(item), at };
  if (!product) return say('recap-line-bare', values);
  if (product.available === 0) return say('recap-line-gone', values);
  const left = quantityValue(product, product.available);
  return say('recap-line', { ...values, price: priceValue(product), left });
}

/** `12:40`, `1:02:03`. */
function elapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (n: number): string => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
