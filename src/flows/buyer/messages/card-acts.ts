import { tap } from '../../../chat/dsl/action.ts';
import type { Reply } from '../../../chat/dsl/screen.ts';
import type { Act } from '../../../nlu/acts/act.ts';
import type { Recipient } from '../../../shop/customers/addresses.ts';
import { pressButton } from '../../common/press-button.ts';
import type { Turn } from '../../flow.ts';
import { checkoutAddress } from '../checkout/checkout-address.ts';
import { changeCard } from '../checkout/checkout-open.ts';
import { topicAnswer } from './facts.ts';

type CardAct = Extract<Act, { is: 'note' | 'wish' | 'pay' | 'address' | 'elsewhere' | 'recipient' }>;

/** Words about the open card: its note, address and payment; nothing where none is open. */
export async function cardAct(turn: Turn, act: CardAct): Promise<Reply | undefined> {
  const card = await turn.shop.checkout.current(turn.person.id, turn.chat.id);
  if (!card) return act.is === 'pay' ? topicAnswer(turn, 'payment') : undefined;
  switch (act.is) {
    case 'note':
      return changeCard(turn, card.id, { note: act.text });
    case 'wish':
      return changeCard(turn, card.id, {
        note: [card.note, act.text].filter(Boolean).join('，').slice(0, 200),
      });
    case 'address':
      return pressButton([checkoutAddress], turn, tap('to/:intent', { intent: card.id }));
    case 'elsewhere':
      // Whose address it is nobody has said: it is asked with the card in sight.
      return changeCard(turn, card.id, { recipient: undefined });
    case 'recipient':
      return card.recipient && changeCard(turn, card.id, { recipient: withPiece(card.recipient, act) });
    case 'pay':
      return card.paymentMethods.includes(act.way)
        ? changeCard(turn, card.id, { payBy: act.way })
        : undefined;
  }
}

/** 收货人写王建军, 补充一下，3单元502: the rest stays as it stands on the card. */
const withPiece = (known: Recipient, { piece, text }: Extract<Act, { is: 'recipient' }>): Recipient =>
  piece === 'name'
    ? { ...known, name: text.slice(0, 40) }
    : { ...known, address: `${known.address} ${text}`.trim().slice(0, 200) };
