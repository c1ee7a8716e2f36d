import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import type { StreamId } from '../../../db/ids.ts';
import type { StreamCard } from '../../../shop/streams/streams.ts';
import { flow, type Turn } from '../../flow.ts';
import { homeButton } from '../../screens/values.ts';
import { productButton } from './list.ts';

/** Live streams: what is on, what is coming, and a reminder for it. */
export const stream = flow('stream', {
  commands: { live: showAll },
  taps: { streams: showAll, 'stream/:stream': show, 'reserve/:stream': reserve },
});

const streamName = (one: StreamCard) => ({ own: one.sellerName, en: one.sellerNameEn });

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
    ? say('stream-button-planned', { seller: streamName(one), at: { time: one.plannedAt } })
    : say('home-live-button', { seller: streamName(one) });

async function show(turn: Turn<'stream'>): Promise<Reply> {
  return [
    (await streamScreen(turn, turn.params.stream)) ?? { text: say('stream-gone'), buttons: [[homeButton]] },
  ];
}

export async function streamScreen({ shop }: Turn<string>, id: StreamId): Promise<Screen | undefined> {
  const found = await shop.streams.byId(id);
  if (!found || found.state === 'cancelled') return undefined;
  const { items } = await shop.catalogue.page(0, { sellerId: found.sellerId });
  return {
    text: streamHead(found),
    buttons: [...watchButtons(found), ...items.map((item) => [productButton(item, true)]), [homeButton]],
  };
}

function streamHead(found: StreamCard) {
  const title = say('stream-title', { seller: streamName(found), title: found.title });
  if (found.state === 'planned' && found.plannedAt)
    return [title, say('stream-planned', { at: { time: found.plannedAt } })];
  return [title, say(found.state === 'ended' ? 'stream-ended' : 'stream-live')];
}

function watchButtons(found: StreamCard): Button[][] {
  if (found.state === 'planned')
    return [
      [{ label: say('stream-reserve'), tap: tap('reserve/:stream', { stream: found.id }), tone: 'primary' }],
    ];
  return found.url && found.state !== 'ended' ? [[{ label: say('stream-watch'), url: found.url }]] : [];
}

async function reserve({ shop, person, chat, params }: Turn<'stream'>): Promise<Reply> {
  const found = await shop.streams.byId(params.stream);
  if (found?.state !== 'planned' || !found.plannedAt)
    return [{ text: say('stream-gone'), buttons: [[homeButton]] }];
  await shop.subscriptions.reserve(person.id, chat.id, found.id);
  return [
    { toast: say('reserved-toast') },
    {
      text: say('reserved', { seller: streamName(found), at: { time: found.plannedAt } }),
      buttons: [[homeButton]],
      fresh: true,
    },
  ];
}
