import { tap } from '../../chat/action.ts';
import { type Button, type Screen, say, type Text } from '../../chat/screen.ts';
import type { Order } from '../../shop/orders.ts';
import { homeButton, lineText, moneyOf, recipientText, sellerOf } from '../show.ts';

/** Where an order is, in words: an unpaid one waits for money before anything else. */
export const stateOf = ({ fulfilment, payment }: Order) =>
  say(fulfilment === 'placed' && payment === 'due' ? 'state-unpaid' : `state-${fulfilment}`);

/** The buyer's view of an order. */
export function boughtScreen(order: Order): Screen {
  const { id, fulfilment, payment, dueAt, trackingNumber, recipient } = order;
  const text: Text[] = [
    say('order-title', { number: order.number, seller: sellerOf(order) }),
    say('order-state', { state: stateOf(order) }),
    ...order.lines.map(lineText),
    say('card-total', { total: moneyOf(order.total) }),
    ...(payment === 'due' && dueAt ? [say('order-due', { until: { time: dueAt } })] : []),
    ...(payment === 'paid' ? [say('order-paid')] : []),
    ...(payment === 'refund-due' ? [say('order-refund-due')] : []),
    ...(trackingNumber ? [say('order-tracking', { tracking: trackingNumber })] : []),
    ...(recipient ? [recipientText(recipient)] : []),
  ];
  const acts: Button[] = [
    ...(fulfilment === 'placed'
      ? [{ label: say('order-cancel'), tap: tap('cancel/:order', { order: id }), tone: 'danger' } as const]
      : []),
    ...(fulfilment === 'shipped'
      ? [
          {
            label: say('order-received'),
            tap: tap('received/:order', { order: id }),
            tone: 'success',
          } as const,
        ]
      : []),
  ];
  return {
    text,
    buttons: [
      ...(acts.length > 0 ? [acts] : []),
      [{ label: say('talk-write-seller'), tap: tap('talk-of/:order', { order: id }) }],
      [{ label: say('home-orders'), tap: tap('orders/:page', { page: 0 }) }, homeButton],
    ],
  };
}
