import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Screen, say } from '../../../chat/dsl/screen.ts';
import type { Order } from '../../../shop/fulfilment/orders.ts';
import type { Proof } from '../../../shop/payments/proofs.ts';
import { productSeller } from '../values.ts';
import { proofScreen } from './proof-screen.ts';

/** What each side is told of a proof that waits too long, or has waited in vain. */
export interface ProofNotices {
  readonly buyer: Screen;
  readonly seller: Screen;
  readonly office: Screen;
}

const values = (order: Order) => ({
  number: order.number,
  seller: productSeller(order),
  until: { time: order.dueAt ?? order.placedAt },
});

/** A day has passed: the seller sees the picture again. */
export function proofWaitsNotices(proof: Proof): ProofNotices {
  const { order } = proof;
  const screen = proofScreen(proof);
  return {
    buyer: { text: say('proof-waits-buyer', values(order)), buttons: buyerButtons(order) },
    seller: { ...screen, text: [say('proof-waits-seller', values(order)), screen.text] },
    office: { text: say('proof-waits-office', values(order)), buttons: officeButtons(order) },
  };
}

/** Nobody answered: the goods are free, and money that came is still owed its goods or itself. */
export function proofLapsedNotices(order: Order): ProofNotices {
  const came: Button = { label: say('sold-paid'), tap: tap('money/:order', { order: order.id }) };
  const look: Button = { label: say('talk-order'), tap: tap('sale/:order', { order: order.id }) };
  return {
    buyer: { text: say('proof-lapsed-buyer', values(order)), buttons: buyerButtons(order) },
    seller: { text: say('proof-lapsed-seller', values(order)), buttons: [[came, look]] },
    office: { text: say('proof-lapsed-office', values(order)), buttons: officeButtons(order) },
  };
}

const buyerButtons = ({ id, number }: Order): Button[][] => [
  [{ label: say('talk-write-seller'), tap: tap('talk-of/:order', { order: id }) }],
  [
    { label: say('placed-look', { number }), tap: tap('order/:order', { order: id }) },
    { label: say('repair-person'), tap: tap('person') },
  ],
];

const officeButtons = ({ sellerId }: Order): Button[][] => [
  [{ label: say('proof-waits-household'), tap: tap('household/:seller', { seller: sellerId }) }],
];
