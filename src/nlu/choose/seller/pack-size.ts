import type { SellerCandidate } from '../../candidates/propose-seller.ts';
import { offerWords } from '../../clauses/offer-words.ts';
import type { Lexed, Token } from '../../lexer/tokens.ts';

const STOCKS = new Set(['SET', 'ADD', 'SUB']);

/**
 * 核桃还有1公斤装的, 3袋1公斤的, walnuts come in 1 kg bags: what was taken for the stock is how much one pack holds. Of how many packs
 * there are nothing is known then.
 */
export function isPackSize({ text, tokens }: Lexed, { tags }: SellerCandidate): boolean {
  return tokens.some((token, i) => {
    if (!STOCKS.has(tags[i] ?? '')) return false;
    // 1公斤一袋的: of one bag nobody says how many there are.
    if (isContainer(token))
      return isOne(token) && tags[i - 1] === 'CONT' && tokens[i - 1]?.end === token.start;
    if (!isWeighed(token)) return false;
    const behind = text.plain.slice(token.end);
    const isEach = offerWords.packOf.test(behind) && isContainer(tokens[i - 1]);
    return isEach || (offerWords.packBehind.test(behind) && !offerWords.packedBehind.test(behind));
  });
}

const isOne = (token: Token): boolean => token.is === 'amount' && token.amount.base === 1;

const isWeighed = (token: Token): boolean =>
  token.is === 'amount' && token.amount.base !== undefined && !token.amount.unit.isContainer;

const isContainer = (token: Token | undefined): boolean =>
  token?.is === 'amount' && token.amount.unit.isContainer;
