import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import type { StreamId } from '../../../db/ids.ts';
import type { StreamCard } from '../../../shop/streams/cards.ts';
import type { StreamItem } from '../../../shop/streams/items.ts';
import { flow, type Turn } from '../../flow.ts';
import { itemText, itemTitle, streamSeller, whenText } from '../../screens/streams/stream-text.ts';
import { homeButton } from '../../screens/values.ts';
import { productButton } from './list.ts';

/** Live streams: what is on, what is coming and a reminder for it, and what is shown. */
export const stream = flow('stream', {
  commands: { live: showAll },
  taps: {
    streams: showAll,
    'stream/:stream': show,
    'reserve/:stream': reserve,
    'call-me/:item': callMe,
  },
});

async function showAll({ shop }: Turn<string>): Promise<Reply> {
  const live = await shop.streams.live();
  const coming = await shop.streams.upcoming();
  const buttons = [...live, ...coming].map((one): Button[] => [
    { label: streamLabel(one), tap: tap('stream/:stream', { stream: one.id }) },
  ]);
  return [
    {
      text: say(buttons.length === 0 ? 'streams-none' : 'streams-title'),
      buttons: [...buttons, [homeButton]],
    },
  ];
}

const streamLabel = (one: StreamCard) =>
  one.state === 'planned' && one.plannedAt
    ? say('stream-button-planned', { seller: streamSeller(one), at: { time: one.plannedAt } })
    : say('home-live-button', { seller: streamSeller(one) });

const gone: Screen = { text: say('stream-gone'), buttons: [[homeButton]] };

async function show(turn: Turn<'stream'>): Promise<Reply> {
  return [(await streamScreen(turn, turn.params.stream)) ?? gone];
}

/** A stream as its viewers see it; whoever looks has come to it: numbers they say from now on are meant there. */
export async function streamScreen(
  { shop, person }: Turn<string>,
  id: StreamId,
): Promise<Screen | undefined> {
  const found = await shop.streams.byId(id);
  if (!found || found.state === 'cancelled' || found.state === 'draft') return undefined;
  if (found.state !== 'planned') await shop.streams.visit(person.id, id);
  const listed = await shop.streams.items(id);
  const timeZone = await shop.sellers.timeZone();
  if (listed.length > 0) return itemsScreen(found, listed, timeZone);
  const { items } = await shop.catalogue.page(0, { sellerId: found.sellerId });
  return {
    text: streamHead(found, timeZone),
    buttons: [...watchButtons(found), ...items.map((item) => [productButton(item, true)]), [homeButton]],
  };
}

function itemsScreen(found: StreamCard, items: readonly StreamItem[], timeZone: string): Screen {
  const isOn = found.state === 'live' || found.state === 'interrupted';
  return {
    text: [
      ...streamHead(found, timeZone),
      ...items.map(itemText),
      ...(isOn ? [say('stream-how-to-order')] : []),
    ],
    buttons: [...watchButtons(found), ...items.flatMap((item) => itemButtons(item, isOn)), [homeButton]],
    focus: { products: items.flatMap(({ product }) => product?.id ?? []) },
  };
}

function itemButtons(item: StreamItem, isOn: boolean): Button[][] {
  const { product } = item;
  if (!product) return [];
  const call: Button = {
    label: say('stream-call-me', { number: item.number }),
    tap: tap('call-me/:item', { item: item.id }),
  };
  return [[productButton(product), ...(isOn ? [call] : [])]];
}

function streamHead(found: StreamCard, timeZone: string): Text[] {
  const title = say('stream-title', { seller: streamSeller(found), title: found.title });
  if (found.state === 'planned' && found.plannedAt)
    return [title, say('stream-planned', { at: whenText(found.plannedAt, timeZone) })];
  return [title, say(found.state === 'ended' ? 'stream-ended' : 'stream-live')];
}

function watchButtons(found: StreamCard): Button[][] {
  if (found.state === 'planned')
    return [
      [{ label: say('stream-reserve'), tap: tap('reserve/:stream', { stream: found.id }), tone: 'primary' }],
    ];
  if (found.state === 'ended')
    return found.replayUrl ? [[{ label: say('stream-replay'), url: found.replayUrl }]] : [];
  return found.url ? [[{ label: say('stream-watch'), url: found.url }]] : [];
}

async function reserve({ shop, person, chat, params }: Turn<'stream'>): Promise<Reply> {
  const found = await shop.streams.byId(params.stream);
  if (found?.state !== 'planned' || !found.plannedAt) return [gone];
  await shop.subscriptions.reserve(person.id, chat.id, found.id);
  const at = whenText(found.plannedAt, await shop.sellers.timeZone());
  return [
    { toast: say('reserved-toast') },
    { text: say('reserved', { seller: streamSeller(found), at }), buttons: [[homeButton]], fresh: true },
  ];
}

async function callMe({ shop, person, chat, params }: Turn<'item'>): Promise<Reply> {
  const item = await shop.streams.item({ id: params.item });
  return [{ toast: item ? await calledText(shop, person.id, chat.id, item) : say('stream-gone') }];
}

/** Subscribes to the moment when the item is shown, and says so. */
export async function calledText(
  shop: Turn['shop'],
  personId: Turn['person']['id'],
  chatId: Turn['chat']['id'],
  item: StreamItem,
) {
  await shop.subscriptions.callFor(personId, chatId, item.id);
  await shop.streams.visit(personId, item.streamId);
  return say('stream-called', { title: itemTitle(item) });
}
