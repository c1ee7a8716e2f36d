import { type Reply, say } from '../../../../chat/dsl/screen.ts';
import type { CheckoutId } from '../../../../db/ids.ts';
import { deniesAddressPart } from '../../../../nlu/acts/orders/delivery/address-part.ts';
import { type AddressFix, readAddressFix } from '../../../../nlu/recipient/mend/address-fix.ts';
import type { Recipient } from '../../../../shop/customers/addresses.ts';
import type { Turn } from '../../../flow.ts';
import { changeCard } from '../../checkout/checkout-open.ts';
import { findOrders, pickOrder } from '../../orders/find-orders.ts';
import { askReaddress } from '../../orders/readdress.ts';

// 98号才对，不是88号: one part of the address that is known is another; the rest stays as it is.

/** The card with the part put right, or the question whether an order goes there; nothing where it is not certain which part. */
export async function addressPartAnswer(turn: Turn): Promise<Reply | undefined> {
  const { text } = turn;
  if (!deniesAddressPart(text)) return undefined;
  const card = await turn.shop.checkout.current(turn.person.id, turn.chat.id);
  if (card?.recipient) return onCard(turn, card.id, card.recipient);
  const order = card ? undefined : pickOrder(turn, await findOrders(turn, ['placed', 'accepted', 'shipped']));
  const fix = order?.recipient && readAddressFix(text, order.recipient.address);
  return order?.recipient && fix && askReaddress(order, withAddress(order.recipient, fix));
}

async function onCard(turn: Turn, card: CheckoutId, was: Recipient): Promise<Reply | undefined> {
  const fix = readAddressFix(turn.text, was.address);
  if (!fix) return undefined;
  const recipient = withAddress(was, fix);
  const reply = await changeCard(turn, card, { recipient });
  const changed = await turn.shop.checkout.current(turn.person.id, turn.chat.id);
  if (changed?.recipient?.address !== fix.address) return reply;
  if (fix.isNamed) await keepInBook(turn, was, recipient);
  return withFix(fix, reply);
}

/** A point on the map was the other address's. */
const withAddress = ({ name, phone }: Recipient, { address }: AddressFix): Recipient => ({
  name,
  phone,
  address,
});

/** The slip is in the address book too. */
async function keepInBook({ shop, person }: Turn, was: Recipient, now: Recipient): Promise<void> {
  const known = (await shop.addresses.of(person.id)).find(
    ({ recipient }) => recipient.address === was.address && recipient.name === was.name,
  );
  if (known) await shop.addresses.replace(person.id, known.id, now);
}

const withFix = ({ from, to }: AddressFix, reply: Reply): Reply => {
  const [card, ...more] = reply;
  return card && 'text' in card
    ? [{ ...card, text: [say('card-address-part', { from, to }), ...[card.text].flat()] }, ...more]
    : reply;
};
