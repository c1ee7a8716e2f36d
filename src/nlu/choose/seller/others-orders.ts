import { offerWords } from '../../clauses/offer-words.ts';
import { isQuantity, type Lexed } from '../../lexer/tokens.ts';

/** 李总的3吨红薯已装车: what somebody ordered is on its way; it says nothing of what is there. */
export function isSomebodysOrder({ text, tokens }: Lexed): boolean {
  const amount = tokens.find(isQuantity);
  return (
    amount !== undefined &&
    offerWords.somebodys.test(text.plain.slice(0, amount.start)) &&
    offerWords.sentOff.test(text.plain.slice(amount.end))
  );
}
