import type { BuyerCandidate } from '../../candidates/propose-buyer.ts';
import { isQuantity, type Lexed } from '../../lexer/tokens.ts';
import type { Mark } from '../../model/goods.ts';
import { findNames } from '../../tagger/tags.ts';
import { findNameFacts } from '../name-facts.ts';
import { problemsInOrder } from './verify-buyer.ts';

/**
 * Whether an order holds all that its message counts: every amount is of goods, every line has a name, and nothing that
 * is known to be goods was left or cut.
 */
export function isPlainOrder(lexed: Lexed, marks: readonly Mark[], candidate: BuyerCandidate): boolean {
  const { tags, lines } = candidate;
  if (lines.some(({ product }) => product === '')) return false;
  if (lexed.tokens.some((token, i) => isQuantity(token) && tags[i] === 'X')) return false;
  if (problemsInOrder(lexed, candidate).length > 0) return false;
  const { left, cut, twice } = findNameFacts(lexed, marks, findNames(tags), tags);
  return left + cut + twice === 0;
}
