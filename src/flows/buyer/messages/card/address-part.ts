import { type Reply, say } from '../../../../chat/dsl/screen.ts';
import { deniesAddressPart } from '../../../../nlu/acts/orders/address-part.ts';
import { namesAmount } from '../../../../nlu/acts/question-topic.ts';
import { lex } from '../../../../nlu/lexer/lexer.ts';
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
  // 不是3个，是5个 is said of an amount, 不是12块 of a price.
  if (!deniesAddressPart(text) || namesAmount(text) || namesMoney(text)) return undefined;
  const card = await turn.shop.checkout.current(turn.person.id, turn.chat.id);
  if (card?.recipient) {
    const fix = readAddressFix(text, card.recipient.address);
    if (!fix) return undefined;
    const recipient = { ...card.recipient, address: fix.address };
    await keepInBook(turn, card.recipient, recipient);
    return withFix(fix, await changeCard(turn, card.id, { recipient }));
  }
  const order = card ? undefined : pickOrder(turn, await findOrders(turn, ['placed', 'accepted', 'shipped']));
  const fix = order?.recipient && readAddressFix(text, order.recipient.address);
  return order?.recipient && fix && askReaddress(order, { ...order.recipient, address: fix.address });
}

const namesMoney = (text: string): boolean => lex(text).tokens.some(({ is }) => is === 'money');

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
