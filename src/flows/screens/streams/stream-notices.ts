import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import type { StreamCard } from '../../../shop/streams/cards.ts';
import type { StreamResult } from '../../../shop/streams/takings.ts';
import { homeButton, moneyValue } from '../values.ts';
import { overButtons, saleText } from './stream-panel.ts';
import { whenText } from './stream-text.ts';

// What a seller is told of a stream without having asked.

/** Nothing has happened for three hours. */
export const stillOnScreen = ({ id }: StreamCard): Screen => ({
  text: say('live-still-on'),
  buttons: [
    [
      { label: say('live-yes'), tap: tap('still-on/:stream', { stream: id }), tone: 'primary' },
      { label: say('live-end'), tap: tap('end/:stream', { stream: id }), tone: 'danger' },
    ],
  ],
  fresh: true,
});

/** The stream is over: by the seller, or by itself. */
export const endedScreen = (stream: StreamCard, result: StreamResult, isByItself: boolean): Screen => ({
  text: [
    say(isByItself ? 'live-ended-itself' : 'live-ended'),
    ...resultText(result),
    ...(isByItself ? [] : [say('live-ended-hint')]),
  ],
  buttons: [overButtons(stream), [homeButton]],
});

const SHOWN = 5;

export function resultText({ orders, total, sales, ...people }: StreamResult): Text[] {
  return [
    say('live-result', { orders, total: moneyValue(total) }),
    ...sales.slice(0, SHOWN).map(saleText),
    say('live-result-people', { ...people }),
  ];
}

/** A plan whose time is past: nobody has gone live. */
export const overdueScreen = (stream: StreamCard, reserved: number, timeZone: string): Screen => ({
  text: say('plan-overdue', {
    when: whenText(stream.plannedAt ?? new Date(0), timeZone),
    count: reserved,
  }),
  buttons: planButtons(stream),
  fresh: true,
});

/** What can be done with a plan. */
export const planButtons = ({ id }: StreamCard): Button[][] => [
  [
    { label: say('plan-start'), tap: tap('start/:stream', { stream: id }), tone: 'danger' },
    { label: say('plan-time'), tap: tap('plan-time/:stream', { stream: id }) },
  ],
  [
    { label: say('plan-poster'), tap: tap('plan-poster/:stream', { stream: id }) },
    { label: say('plan-call-off'), tap: tap('call-off/:stream', { stream: id }) },
  ],
];
