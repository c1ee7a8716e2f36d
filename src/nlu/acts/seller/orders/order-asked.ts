import { packed, phrasePattern, plainWords } from '../../phrases.ts';
import { sellerLexicon } from '../seller-lexicon.ts';

// 她买的啥, `and has she paid?`: asked of the order that was just shown.

const askedOf = phrasePattern(sellerLexicon.orders.askedOf, 'g');
const fill = phrasePattern(sellerLexicon.orders.askedFill, 'g');

/** Whether a message asks that, and names nobody and nothing. */
export function asksOfOrder(message: string): boolean {
  const words = plainWords(message);
  const rest = words.replace(askedOf, ' ');
  return rest !== words && packed(rest.replace(fill, ' ')) === '';
}
