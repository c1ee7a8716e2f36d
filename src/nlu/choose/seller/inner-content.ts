import { findPricedContainer, isSameWord } from '../../candidates/priced-container.ts';
import type { SellerCandidate } from '../../candidates/propose-seller.ts';
import { isQuantity, type Lexed, type Token } from '../../lexer/tokens.ts';
import { unitAt } from '../../lexer/units.ts';
import type { SellerReading } from '../../reading.ts';

/**
 * 一盒10包每包5克，88一盒: what the inner pack holds is known, the price is the outer one's, and how many are in it was not
 * understood. Then it is asked, not stated by the inner one.
 */
export function openWhereInner(lexed: Lexed, { reading, tags }: SellerCandidate): SellerReading {
  const { text, tokens } = lexed;
  const price = tokens.find((_, i) => tags[i] === 'PR');
  const isWeighed = (token: Token): boolean => token.is === 'amount' && token.amount.unit.measure !== 'COUNT';
  const contents = tokens.flatMap((token, i) => (tags[i] === 'CONT' && isWeighed(token) ? [i] : []));
  const [content] = contents;
  if (!price || !isQuantity(price) || content === undefined || contents.length > 1) return reading;
  const holder = holderOf(lexed, content);
  const outer = findPricedContainer(text.plain, tokens, price);
  const isInner = holder !== undefined && outer !== undefined && !isSameWord(holder, outer);
  const isCounted = tokens.some(
    (token, i) =>
      (tags[i] === 'X' || tags[i] === 'CONT') &&
      token.is === 'amount' &&
      !(tags[i] === 'CONT' && token.amount.unit.isContainer) &&
      (token.amount.base ?? 0) > 1 &&
      isSameWord(token.amount.unit.word, holder ?? ''),
  );
  if (!isInner || !isCounted) return reading;
  const ambiguous = [
    ...new Set([...reading.ambiguous, 'priceQuantity', ...(reading.stock ? ['stock'] : [])]),
  ];
  return { ...reading, measure: null, priceQuantity: null, stock: null, packs: [], ambiguous };
}

/** What holds a content: 每包5克, 200g/袋, 100g bars. */
function holderOf({ text, tokens }: Lexed, content: number): string | undefined {
  const [before, behind] = [tokens[content - 1], tokens[content + 1]];
  for (const one of [behind, before])
    if (one?.is === 'unit' || (one?.is === 'amount' && one.amount.isOne)) return one.amount.unit.word;
  return behind?.is === 'word' ? unitAt(text.plain, behind.start)?.word : undefined;
}
