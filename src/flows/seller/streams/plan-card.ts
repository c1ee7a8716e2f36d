import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import type { StreamId } from '../../../db/ids.ts';
import type { StreamCard } from '../../../shop/streams/cards.ts';
import type { StreamItem } from '../../../shop/streams/items.ts';
import { rewriteLawfully } from '../../../writer/law/rewrite.ts';
import type { Turn } from '../../flow.ts';
import { textWarnings } from '../../screens/catalogue/law-warning.ts';
import { planButtons } from '../../screens/streams/stream-notices.ts';
import { itemText, whenText } from '../../screens/streams/stream-text.ts';
import { homeButton, inRows } from '../../screens/values.ts';

/** A plan as its seller sees it: to be confirmed while it is a draft, to be moved or called off after that. */
export async function planCard({ shop, person }: Turn<string>, id: StreamId): Promise<Screen | undefined> {
  const stream = await shop.streams.ownPlan(person.id, id);
  if (!stream) return undefined;
  const items = await shop.streams.items(id);
  const timeZone = await shop.sellers.timeZone();
  const isDraft = stream.state === 'draft';
  return {
    text: [
      ...(isDraft ? [say('plan-card')] : []),
      ...planText(stream, items, timeZone),
      ...textWarnings(stream.title),
    ],
    buttons: [
      ...lawfulTitleButton(stream),
      ...(isDraft ? draftButtons(stream, items) : [...planButtons(stream), [homeButton]]),
    ],
    ...(isDraft && { yes: tap('plan-yes/:stream', { stream: id }) }),
  };
}

/** One tap that mends a title that the advertising law forbids. */
function lawfulTitleButton({ id, title }: StreamCard): Button[][] {
  if (textWarnings(title).length === 0) return [];
  const label = say('law-rewrite', { title: rewriteLawfully(title) ?? '—' });
  return [[{ label, tap: tap('plan-lawful/:stream', { stream: id }) }]];
}

export const planText = (stream: StreamCard, items: readonly StreamItem[], timeZone: string): Text[] => [
  ...(stream.title === '' ? [] : [say('plan-card-title', { title: stream.title })]),
  say('plan-card-when', { when: whenText(stream.plannedAt ?? new Date(0), timeZone) }),
  stream.url ? say('plan-card-link', { url: stream.url }) : say('plan-card-no-link'),
  ...(items.length === 0 ? [say('plan-card-no-items')] : items.map(itemText)),
];

function draftButtons({ id }: StreamCard, items: readonly StreamItem[]): Button[][] {
  const stream = { stream: id };
  const numbers = items.map(
    (item): Button => ({
      label: say('item-button', { number: item.number }),
      tap: tap('item/:item', { item: item.id }),
    }),
  );
  return [
    [{ label: say('plan-yes'), tap: tap('plan-yes/:stream', stream), tone: 'success' }],
    [
      { label: say('plan-time'), tap: tap('plan-time/:stream', stream) },
      { label: say('plan-title'), tap: tap('plan-title/:stream', stream) },
      { label: say('plan-link'), tap: tap('plan-link/:stream', stream) },
    ],
    ...inRows(numbers, 6),
    [
      { label: say('plan-add'), tap: tap('plan-add/:stream', stream) },
      { label: say('plan-drop'), tap: tap('call-off/:stream', stream) },
    ],
    [homeButton],
  ];
}
