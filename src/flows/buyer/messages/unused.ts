import { tap } from '../../../chat/dsl/action.ts';
import { type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import { flow, type Turn } from '../../flow.ts';
import { cardScreen, changeCard } from '../checkout/checkout-open.ts';

/** What of an order was not used goes into its note with one tap. */
export const unusedWords = flow('unused-words', { taps: { 'note-say/:words': intoNote } });

/** How many bytes fit into a button beside its route. */
const MOST_BYTES = 36;

/** Quoted back: nothing that was said is dropped in silence. */
export function unusedScreen(clauses: readonly string[]): Screen {
  const words = clauses.join('，');
  const isShort = Buffer.byteLength(words) <= MOST_BYTES;
  const action = tap('note-say/:words', { words: isShort ? Buffer.from(words).toString('base64url') : '-' });
  return {
    text: say('order-unused', { words }),
    ...(isShort && { buttons: [[{ label: say('order-unused-note'), tap: action }]] }),
    fresh: true,
    keepsQuestion: true,
  };
}

async function intoNote(turn: Turn<'words'>): Promise<Reply> {
  const card = await turn.shop.checkout.current(turn.person.id, turn.chat.id);
  const note = Buffer.from(turn.params.words, 'base64url').toString('utf8');
  if (!card) return cardScreen(turn);
  return changeCard(turn, card.id, { note: [card.note, note].filter(Boolean).join('，').slice(0, 200) });
}
