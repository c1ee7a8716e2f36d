import type { CheckoutId } from '../../../db/ids.ts';
import type { Aside } from '../../../nlu/acts/asides-said.ts';
import type { Card } from '../../../shop/checkout/card.ts';
import type { Change } from '../../../shop/checkout/checkout.ts';
import type { Turn } from '../../flow.ts';

/** What is said of payment and parcel beside other things, as a change of the open card; nothing where none is open. */
export async function asidesChange(
  { shop, person, chat }: Turn,
  asides: readonly Aside[],
): Promise<{ readonly id: CheckoutId; readonly to: Change } | undefined> {
  const card = await shop.checkout.current(person.id, chat.id);
  return card && { id: card.id, to: asidesOn(card, asides) };
}

/** The last way to pay that is offered counts; notes stand one behind the other. */
export function asidesOn({ paymentMethods, note }: Card, asides: readonly Aside[]): Change {
  const said = asides.flatMap((one) => (one.is === 'pay' ? [] : [one.text]));
  const payBy = asides
    .flatMap((one) => (one.is === 'pay' && paymentMethods.includes(one.way) ? [one.way] : []))
    .at(-1);
  return {
    ...(payBy && { payBy }),
    ...(said.length > 0 && { note: [note, ...said].filter(Boolean).join('，').slice(0, NOTE_LENGTH) }),
  };
}

const NOTE_LENGTH = 200;
