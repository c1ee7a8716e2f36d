import type { Text } from '../../../chat/dsl/screen.ts';
import type { CheckoutId } from '../../../db/ids.ts';
import type { Aside } from '../../../nlu/acts/orders/asides-said.ts';
import type { Card, PaymentMethod } from '../../../shop/checkout/card.ts';
import type { Change } from '../../../shop/checkout/checkout.ts';
import type { ShippingMethod } from '../../../shop/shipping/rates.ts';
import type { Turn } from '../../flow.ts';
import { paymentNews } from './checkout-open.ts';

/** What is said of payment and parcel beside other things, as a change of the open card; nothing where none is open. */
export async function asidesChange(
  { shop, person, chat }: Turn,
  asides: readonly Aside[],
): Promise<CardChange | undefined> {
  const card = await shop.checkout.current(person.id, chat.id);
  if (!card) return undefined;
  const payBy = wantedPayment(card, asides);
  return { id: card.id, to: asidesOn(card, asides), news: payBy ? paymentNews(card, payBy) : [] };
}

export interface CardChange {
  readonly id: CheckoutId;
  readonly to: Change;
  /** What is said above the card: what became of a wish that it does not show. */
  readonly news: readonly Text[];
}

/** The last way to pay that is offered; where none of them is, the last that was said. */
function wantedPayment({ paymentMethods }: Card, asides: readonly Aside[]): PaymentMethod | undefined {
  const said = asides.flatMap((one) => (one.is === 'pay' ? [one.way] : []));
  return said.findLast((way) => paymentMethods.includes(way)) ?? said.at(-1);
}

/** The last way to pay, or to travel, that is offered counts; notes stand one behind the other. */
export function asidesOn(card: Card, asides: readonly Aside[]): Change {
  const { note } = card;
  const said = asides.flatMap((one) => ('text' in one ? [one.text] : []));
  const ways = asides.flatMap((one) => (one.is === 'way' ? offeredWays(card, one.way) : []));
  const payBy = wantedPayment(card, asides);
  return {
    ...(payBy && card.paymentMethods.includes(payBy) && { payBy }),
    ...(ways.length > 0 && { ways }),
    ...(said.length > 0 && { note: [note, ...said].filter(Boolean).join('，').slice(0, NOTE_LENGTH) }),
  };
}

/** The sellers on the card who offer it. */
export const offeredWays = ({ sellerOrders }: Card, way: ShippingMethod): NonNullable<Change['ways']> =>
  sellerOrders
    .filter((part) => part.way === way || part.others.some((other) => other.way === way))
    .map(({ sellerId }) => ({ sellerId, way }));

const NOTE_LENGTH = 200;
