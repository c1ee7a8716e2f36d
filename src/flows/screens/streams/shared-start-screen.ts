import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type LocalName, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import type { StreamId } from '../../../db/ids.ts';
import type { Shop } from '../../../shop/shop.ts';
import type { StreamCard } from '../../../shop/streams/cards.ts';
import { productName } from '../values.ts';
import { villageEndButtons } from './end-buttons.ts';
import { itemTitle, streamSeller } from './stream-text.ts';

/** How many streams have a line of their own, and how many things that are shown are named on it. */
const SHOWN = 8;
const NAMED = 3;

/** Streams of the village that started close together, a line and a row each, the first started first. */
export async function sharedStartScreen(shop: Shop, ids: readonly StreamId[]): Promise<Screen | undefined> {
  const streams = (await findOn(shop, ids)).toSorted(byStart);
  const village = await shop.sellers.village();
  if (streams.length === 0 || !village) return undefined;
  const shown = streams.slice(0, SHOWN);
  const lines: Text[] = [];
  for (const stream of shown) lines.push(await streamLine(shop, stream));
  const more = streams.length - shown.length;
  const name: LocalName = { own: village.name, en: village.nameEn };
  return {
    text: [
      say('together-title', { count: streams.length, village: name }),
      ...lines,
      ...(more > 0 ? [say('together-more', { count: more })] : []),
    ],
    buttons: [
      ...shown.map(streamButtons),
      ...(more > 0 ? [[{ label: say('alert-all'), tap: tap('streams') }]] : []),
      villageEndButtons(village.id),
    ],
  };
}

const startedAt = ({ startedAt: at }: StreamCard): number => at?.getTime() ?? 0;
const byStart = (a: StreamCard, b: StreamCard): number =>
  startedAt(a) - startedAt(b) || (a.id < b.id ? -1 : 1);

async function findOn(shop: Shop, ids: readonly StreamId[]): Promise<StreamCard[]> {
  const found: StreamCard[] = [];
  for (const id of ids) {
    const stream = await shop.streams.byId(id);
    if (stream?.state === 'live' || stream?.state === 'interrupted') found.push(stream);
  }
  return found;
}

/** The title, or what is shown where it has none. */
async function streamLine(shop: Shop, stream: StreamCard): Promise<Text> {
  const title = stream.title === '' ? await goodsText(shop, stream) : { own: stream.title };
  return say('together-line', { seller: streamSeller(stream), title });
}

/** The first things that are shown, else the newest of the seller. */
async function goodsText(shop: Shop, { id, sellerId }: StreamCard): Promise<LocalName> {
  const items = (await shop.streams.items(id)).map(itemTitle);
  const names =
    items.length > 0 ? items : (await shop.catalogue.page(0, { sellerId })).items.map(productName);
  const shown = names.slice(0, NAMED);
  return {
    own: shown.map(({ own }) => own).join('、'),
    en: shown.map(({ own, en }) => en ?? own).join(', '),
  };
}

/** To the platform where it can be watched, and to what is shown. */
function streamButtons(stream: StreamCard): Button[] {
  const seller = streamSeller(stream);
  const see = (key: string): Button => ({
    label: say(key, { seller }),
    tap: tap('stream/:stream', { stream: stream.id }),
  });
  if (!stream.url) return [see('together-see')];
  return [{ label: say('together-watch', { seller }), url: stream.url }, see('alert-see')];
}

/** The messages of start alerts, once none of their streams can go on. */
export const overScreen = (streams: readonly StreamCard[]): Screen => ({
  text: streams.map((stream) => say('alert-over', { seller: streamSeller(stream), title: stream.title })),
  buttons: streams.length === 1 ? streams.flatMap(overButtons) : streams.map(overRow),
});

function overButtons({ replayUrl, sellerId }: StreamCard): Button[][] {
  const all: Button = { label: say('alert-all'), tap: tap('seller/:seller', { seller: sellerId }) };
  return [...(replayUrl ? [[{ label: say('stream-replay'), url: replayUrl }]] : []), [all]];
}

/** One row for each of several. */
function overRow(stream: StreamCard): Button[] {
  const seller = streamSeller(stream);
  const see: Button = {
    label: say('together-see', { seller }),
    tap: tap('seller/:seller', { seller: stream.sellerId }),
  };
  const { replayUrl } = stream;
  return replayUrl ? [{ label: say('together-watch', { seller }), url: replayUrl }, see] : [see];
}
