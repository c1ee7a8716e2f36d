import { tap } from '../../../../chat/dsl/action.ts';
import { type Reply, say } from '../../../../chat/dsl/screen.ts';
import type { Act } from '../../../../nlu/acts/act.ts';
import type { Card } from '../../../../shop/checkout/card.ts';
import type { Recipient } from '../../../../shop/customers/addresses.ts';
import type { Turn } from '../../../flow.ts';
import { offeredWays } from '../../checkout/card-asides.ts';
import { changeCard, choosePayment, showCard } from '../../checkout/checkout-open.ts';
import { findOrders, pickOrder } from '../../orders/find-orders.ts';
import { topicAnswer } from '../questions/facts.ts';
import { forwardable } from '../questions/forward.ts';
import { remark } from './remark.ts';

type CardAct = Extract<
  Act,
  { is: 'note' | 'wish' | 'pay' | 'way' | 'address' | 'elsewhere' | 'home' | 'recipient' }
>;

/** Words about the open card: its note, address and payment; nothing where none is open. */
export async function cardAct(turn: Turn, act: CardAct): Promise<Reply | undefined> {
  const card = await turn.shop.checkout.current(turn.person.id, turn.chat.id);
  if (!card) return withoutCard(turn, act);
  switch (act.is) {
    case 'note':
      return changeCard(turn, card.id, { note: act.text || undefined });
    case 'way': {
      const ways = offeredWays(card, act.way);
      const none = say('way-not-offered', { way: say(`way-${act.way}`) });
      return ways.length > 0 ? changeCard(turn, card.id, { ways }) : showCard(turn, card, [none]);
    }
    case 'wish':
      return changeCard(turn, card.id, {
        note: [card.note, act.text].filter(Boolean).join('，').slice(0, 200),
      });
    case 'address':
      return turn.press(tap('to/:intent', { intent: card.id }));
    case 'elsewhere':
      // Whose address it is nobody has said: it is asked with the card in sight.
      return changeCard(turn, card.id, { recipient: undefined });
    case 'home':
      return toOwnPlace(turn, card);
    case 'recipient':
      return card.recipient && changeCard(turn, card.id, { recipient: withPiece(card.recipient, act) });
    case 'pay':
      return choosePayment(turn, card.id, act.way);
  }
}

/** 还是寄我自己家里吧: the only address that is known; of several it is asked which. */
async function toOwnPlace(turn: Turn, card: Card): Promise<Reply | undefined> {
  const [only, ...others] = await turn.shop.addresses.of(turn.person.id);
  if (!only) return showCard(turn, card);
  return others.length === 0
    ? changeCard(turn, card.id, { recipient: only.recipient })
    : turn.press(tap('to/:intent', { intent: card.id }));
}

/** Nothing is about to be ordered: said of an order that was placed, it goes to its seller. */
async function withoutCard(turn: Turn, act: CardAct): Promise<Reply | undefined> {
  switch (act.is) {
    case 'pay':
      return topicAnswer(turn, 'payment');
    case 'address':
      return turn.press(tap('addresses'));
    case 'way':
      return act.way === 'pickup' ? topicAnswer(turn, 'pickup') : undefined;
    case 'note':
    case 'wish': {
      const order = pickOrder(turn, await findOrders(turn, ['placed', 'accepted', 'shipped']));
      if (!order) return act.is === 'note' ? [remark('act-note-later')] : undefined;
      const label = say('fact-forward-seller');
      return [forwardable(turn, say('act-note-order', { number: order.number }), { order: order.id, label })];
    }
    case 'elsewhere':
    case 'home':
    case 'recipient':
      return undefined;
  }
}

/** 收货人写王建军, 补充一下，3单元502: the rest stays as it stands on the card. */
const withPiece = (known: Recipient, { piece, text }: Extract<Act, { is: 'recipient' }>): Recipient =>
  piece === 'name'
    ? { ...known, name: text.slice(0, 40) }
    : { ...known, address: `${known.address} ${text}`.trim().slice(0, 200) };
