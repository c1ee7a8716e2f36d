import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, type ReplyPart, say, type Text } from '../../../chat/dsl/screen.ts';
import type { OrderId } from '../../../db/ids.ts';
import { flow, type Turn } from '../../flow.ts';
import { freshly } from '../../screens/messages/freshly.ts';
import { restoredNotice } from '../../screens/orders/order-notice.ts';
import { orderScreen } from '../../screens/orders/order-screen.ts';
import { homeButton, productName } from '../../screens/values.ts';
import type { GivenRecipient } from './address.ts';
import { cardScreen } from './checkout-open.ts';

/** Restoring a cancelled order, ordering the same again. */
export const reorderFlow = flow('after', { taps: { 'restore/:order': restore, 'reorder/:order': reorder } });

async function restore(turn: Turn<'order'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const end = await shop.orderRestore.restore(person.id, params.order);
  if (end.ok) {
    const order = await shop.orders.bought(person.id, params.order);
    if (!order) return notFound;
    return [{ toast: say('restored-toast') }, orderScreen(order), ...(await restoredNotice(shop, order))];
  }
  const why =
    'line' in end.refusal
      ? say(`restore-${end.refusal.code}`, { title: productName(end.refusal.line) })
      : say(`restore-${end.refusal.code}`);
  return [{ text: why, buttons: [[againButton(params.order), homeButton]], fresh: true }];
}

export const notFound: Reply = [{ text: say('order-not-found'), buttons: [[homeButton]] }];

export const againButton = (order: OrderId): Button => ({
  label: say('order-again'),
  tap: tap('reorder/:order', { order }),
});

function reorder(turn: Turn<'order'>): Promise<Reply> {
  return sameOnCard(turn);
}

/** The same goods at current prices on a card, to whom is said; names what is no longer sold. */
export async function sameOnCard(turn: Turn<'order'>, given: GivenRecipient = {}): Promise<Reply> {
  const { shop, person, params } = turn;
  const end = await shop.orderRestore.again(person.id, params.order);
  if (!end) return notFound;
  const gone = end.missing.map(missingText);
  const card = (await cardScreen(turn, given)).map(freshly).map(meantTwice);
  return gone.length > 0 ? [{ text: gone, fresh: true }, ...card] : card;
}

/** Whoever asks for the same again means a second one, however soon it is. */
function meantTwice(part: ReplyPart): ReplyPart {
  if (!('text' in part)) return part;
  const again = (action: string): string =>
    action.startsWith(CONFIRM) ? `again/${action.slice(CONFIRM.length)}` : action;
  const buttons = part.buttons?.map((row) =>
    row.map((button): Button => ('tap' in button ? { ...button, tap: again(button.tap) } : button)),
  );
  return { ...part, ...(buttons && { buttons }), ...(part.yes && { yes: again(part.yes) }) };
}

const CONFIRM = 'confirm/';

export const missingText = (line: Parameters<typeof productName>[0]): Text =>
  say('again-missing', { title: productName(line) });
