import type { Reply } from '../../../chat/dsl/screen.ts';
import type { Turn } from '../../flow.ts';
import { cart } from '../checkout/cart.ts';
import { cardScreen, changeCard, choosePayment } from '../checkout/checkout-open.ts';
import { orders } from '../orders/orders.ts';
import { shortcuts, shortcutText } from '../shortcuts.ts';

/** The named screen, or the card with its note; undefined for other texts. */
export async function answerShortcut(turn: Turn): Promise<Reply | undefined> {
  const plain = shortcutText(turn.text);
  if (shortcuts.orders.test(plain)) return orders.commands.orders?.({ ...turn, params: { rest: '' } });
  if (shortcuts.cart.test(plain)) return cart.commands.cart?.({ ...turn, params: { rest: '' } });
  const card = await turn.shop.checkout.current(turn.person.id, turn.chat.id);
  if (shortcuts.confirm.test(plain)) return card ? changeCard(turn, card.id, {}) : cardScreen(turn);
  const note = shortcuts.note.exec(plain)?.[1];
  if (card && note) return changeCard(turn, card.id, { note: turn.text.trim().slice(-note.length) });
  const payBy = parsePaymentMethod(plain);
  return card && payBy ? choosePayment(turn, card.id, payBy) : undefined;
}

function parsePaymentMethod(plain: string): 'delivery' | 'transfer' | undefined {
  if (shortcuts.payOnDelivery.test(plain)) return 'delivery';
  return shortcuts.payByTransfer.test(plain) ? 'transfer' : undefined;
}
