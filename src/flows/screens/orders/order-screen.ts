import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Message, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import { isHeldForSeller, type Order } from '../../../shop/fulfilment/orders.ts';
import type { OrderStep } from '../../../shop/orders/history.ts';
import { awaitsMoney } from '../../../shop/orders/order.ts';
import { homeButton, moneyValue, orderRecipientText, productSeller } from '../values.ts';
import { linePictures } from './order-goods.ts';
import { packedBackText, packedLineText } from './packed-text.ts';
import { shippingState, shippingText } from './shipping-text.ts';
import { trackingButtons, trackingText } from './tracking-text.ts';

/** Where an order is, in words: an unpaid one waits for money before anything else. */
export const orderStateText = (order: Order) =>
  awaitsMoney(order) ? say('state-unpaid') : shippingState(order);

/** A seller who calls an order off says why, and it stays off; a buyer may change their mind. */
const mayBeRestored = (steps: readonly OrderStep[]): boolean =>
  (steps.findLast(({ change }) => change === 'cancelled')?.note ?? '') === '';

/** The buyer's view of an order, with the steps it has taken where they are known. */
export function orderScreen(
  order: Order,
  steps: readonly OrderStep[] = [],
  mayRestore = mayBeRestored(steps),
): Screen {
  const { payment, dueAt, note } = order;
  const text: Text[] = [
    say('order-title', { number: order.number, seller: productSeller(order) }),
    say('order-state', { state: orderStateText(order) }),
    ...order.lines.flatMap(packedLineText),
    shippingText(order),
    say('card-total', { total: moneyValue(order.total) }),
    ...onDeliveryText(order),
    ...(payment === 'due' && awaitsMoney(order) ? [say('order-by-transfer')] : []),
    ...packedBackText(order),
    ...(isHeldForSeller(order) && dueAt ? [say('order-until', { until: { time: dueAt } })] : []),
    ...(awaitsMoney(order) && dueAt ? [say('order-due', { until: { time: dueAt } })] : []),
    ...(payment === 'proof-sent' && dueAt ? [say('order-proof-sent', { until: { time: dueAt } })] : []),
    ...(payment === 'paid' ? [say('order-paid')] : []),
    ...(payment === 'refund-due' ? [say('order-refund-due')] : []),
    ...trackingText(order),
    ...orderRecipientText(order),
    ...(note ? [say('note-line', { note })] : []),
    ...steps.map((step) => stepText(order, step)),
  ];
  return {
    text,
    pictures: linePictures(order),
    focus: { order: order.id },
    buttons: [
      ...actsOn(order, mayRestore),
      ...trackingButtons(order),
      [{ label: say('talk-write-seller'), tap: tap('talk-of/:order', { order: order.id }) }],
      [{ label: say('home-orders'), tap: tap('orders/:page', { page: 0 }) }, homeButton],
    ],
  };
}

/** What is paid when it comes says so for as long as it is on its way. */
function onDeliveryText({ payment, fulfilment, way }: Order): Text[] {
  const isOpen = fulfilment === 'placed' || fulfilment === 'accepted' || fulfilment === 'shipped';
  if (payment !== 'none' || !isOpen) return [];
  return [say(way === 'pickup' ? 'card-pay-pickup' : 'card-pay-delivery')];
}

const KNOWN_STEPS = [
  'placed',
  'accepted',
  'packed',
  'shipped',
  'delivered',
  'declined',
  'cancelled',
  'expired',
  'paid',
  'refund-due',
  'proof-sent',
  'proof-refused',
  'proof-lapsed',
  'refunded',
  'readdressed',
];

const stepText = (order: Order, { change, at }: OrderStep): Text =>
  say('step', { at: { time: at }, what: stepName(change, order) });

function stepName(change: string, { payment, way }: Order): Message {
  if (change === 'expired' && payment === 'none') return say('step-unaccepted');
  // What is picked up is not shipped.
  if (way === 'pickup' && change === 'shipped') return say('step-ready');
  if (way === 'pickup' && change === 'delivered') return say('step-picked-up');
  return KNOWN_STEPS.includes(change) ? say(`step-${change}`) : say('step-other', { change });
}

/** What the buyer can do now, by where the order is. */
function actsOn({ id, fulfilment, payment }: Order, mayRestore: boolean): Button[][] {
  const pay: Button[][] =
    payment === 'due'
      ? [[{ label: say('pay-how'), tap: tap('pay-how/:order', { order: id }), tone: 'primary' }]]
      : [];
  const again: Button = { label: say('order-again'), tap: tap('reorder/:order', { order: id }) };
  switch (fulfilment) {
    case 'placed':
      return [
        ...pay,
        [
          { label: say('order-change'), tap: tap('change/:order', { order: id }) },
          { label: say('order-cancel'), tap: tap('cancel/:order', { order: id }), tone: 'danger' },
        ],
      ];
    case 'shipped':
      return [
        [{ label: say('order-received'), tap: tap('received/:order', { order: id }), tone: 'success' }],
      ];
    case 'delivered':
      return [
        [
          { label: say('order-rate'), tap: tap('rate/:order', { order: id }) },
          { label: say('order-damaged'), tap: tap('claim/:order', { order: id }) },
        ],
        [again],
      ];
    case 'cancelled':
      return [
        [
          ...(mayRestore ? [{ label: say('order-restore'), tap: tap('restore/:order', { order: id }) }] : []),
          again,
        ],
      ];
    case 'accepted':
      return [];
    case 'expired':
      return [...pay, [again]];
    case 'declined':
      return [[again]];
  }
}
