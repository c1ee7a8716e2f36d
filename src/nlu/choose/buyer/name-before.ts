import { detectModality } from '../../clauses/modality.ts';
import type { Lexed } from '../../lexer/tokens.ts';
import type { Mark } from '../../model/goods.ts';
import type { BuyerReading } from '../../reading.ts';
import type { Name } from '../../tagger/tags.ts';

/** 上次买了一瓶香油，今天再要两瓶: an amount without a name is of the only goods that the message names, and counts before. */
export function withNameBefore(lexed: Lexed, marks: readonly Mark[], reading: BuyerReading): BuyerReading {
  const [only, ...others] = reading.lines;
  if (reading.kind !== 'order' || only?.product !== '' || others.length > 0) return reading;
  const { isNegated } = detectModality(lexed);
  const places = marks.flatMap((mark, first) => {
    if (mark !== 'S' && mark !== 'B') return [];
    return [{ first, last: mark === 'S' ? first : marks.indexOf('E', first) }];
  });
  const said = places.map(({ first, last }) =>
    lexed.text.said.slice(lexed.tokens[first]?.start, lexed.tokens[last]?.end),
  );
  const [product] = said;
  const isOne = product !== undefined && new Set(said).size === 1;
  const isCounted = ({ first, last }: Name): boolean =>
    [first - 1, last + 1].some((i) => lexed.tokens[i]?.is === 'amount');
  if (!isOne || !places.some(isCounted) || places.some(({ first, last }) => isNegated(first, last)))
    return reading;
  return { ...reading, lines: [{ ...only, product }] };
}
