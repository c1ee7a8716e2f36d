import type { CheckoutId } from '../../../db/ids.ts';
import type { Aside } from '../../../nlu/acts/orders/asides-said.ts';
import type { Card } from '../../../shop/checkout/card.ts';
import type { Change } from '../../../shop/checkout/checkout.ts';
import type { ShippingMethod } from '../../../shop/shipping/rates.ts';
import type { Turn } from '../../flow.ts';

/** What is said of payment and parcel beside other things, as a change of the open card; nothing where none is open. */
export async function asidesChange(
  { shop, person, chat }: Turn,
  asides: readonly Aside[],
): Promise<{ readonly id: CheckoutId; readonly to: Change } | undefined> {
  const card = await shop.checkout.current(person.id, chat.id);
  return card && { id: card.id, to: asidesOn(card, asides) };
}

/** The last way to pay, or to travel, that is offered counts; notes stand one behind the other. */
export function asidesOn(card: Card, asides: readonly Aside[]): Change {
  const { paymentMethods, note } = card;
  const said = asides.flatMap((one) => ('text' in one ? [one.text] : []));
  const ways = asides.flatMap((one) => (one.is === 'way' ? offeredWays(card, one.way) : []));
  const payBy = asides
    .flatMap((one) => (one.is === 'pay' && paymentMethods.includes(one.way) ? [one.way] : []))
    .at(-1);
  return {
    ...(payBy && { payBy }),
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
