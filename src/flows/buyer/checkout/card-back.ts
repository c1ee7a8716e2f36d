import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, say } from '../../../chat/dsl/screen.ts';
import type { Card } from '../../../shop/checkout/card.ts';
import { NO_QUANTITY } from '../../../shop/values/quantity.ts';
import { flow, type Turn } from '../../flow.ts';
import { staleScreen, tooLargeScreen } from './checkout-card.ts';
import { nothingLeft, showCard } from './checkout-open.ts';
import { type CardState, changedFrom, findLastCard, type LastCard } from './last-card.ts';

/** 改回去: what the last message did to the card is taken back. */
export const cardBack = flow('card-back', { taps: { 'card-back/:intent': takeBack } });

/** Below a card that was put right. */
export const backButton = ({ id }: Pick<Card, 'id'>): Button => ({
  label: say('card-back'),
  tap: tap('card-back/:intent', { intent: id }),
});

/** Only of the card that was shown last: a second tap, or one on an older card, changes nothing. */
async function takeBack(turn: Turn<'intent'>): Promise<Reply> {
  const last = findLastCard(turn);
  const card = await turn.shop.checkout.byId(turn.person.id, turn.params.intent);
  const was = last && last.card === card?.id ? changedFrom(last) : undefined;
  return card && was ? restoreCard(turn, card, was) : [staleScreen];
}

/** The card as it was before: its goods, where they go, how they are paid, and its note. Nothing of it can be taken back again. */
export async function restoreCard(turn: Turn<string>, card: Card, was: CardState): Promise<Reply> {
  const { shop, person, chat } = turn;
  const gone = card.lines.filter(({ productId }) => !was.lines.some(({ product }) => product === productId));
  for (const { productId } of gone) await shop.cart.set(person.id, productId, NO_QUANTITY);
  for (const { product, quantity } of was.lines) await shop.cart.set(person.id, product, quantity);
  const lines = await shop.cart.lines(person.id);
  if (lines.length === 0) return nothingLeft(turn);
  const { lines: _, ...state } = was;
  const kept = { ...state, recipient: state.recipient, replaces: card.replaces };
  const opened = await shop.checkout.open(person.id, chat.id, kept, lines);
  return opened.ok ? showCard(turn, opened.card, [say('card-restored')], {}, 'restored') : [tooLargeScreen];
}

/** Whether the card that was shown last stands as it was shown: nothing was put into the cart or taken out since. */
export async function isAsShown({ shop, person }: Turn<string>, { now }: LastCard): Promise<boolean> {
  const lines = await shop.cart.lines(person.id);
  return (
    lines.length === now.lines.length &&
    lines.every((line) =>
      now.lines.some(({ product, quantity }) => product === line.product.id && quantity === line.quantity),
    )
  );
}
