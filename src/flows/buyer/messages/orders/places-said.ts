import type { Reply } from '../../../../chat/dsl/screen.ts';
import { splitClauses } from '../../../../nlu/acts/clauses.ts';
import { readAmountChange } from '../../../../nlu/acts/orders/order-change.ts';
import type { Turn } from '../../../flow.ts';
import { parseAmount } from '../../checkout/amount.ts';
import { putAll, type Wanted } from './put-lines.ts';

/** 第一个来两把，第二个来一把: so much of each of what was shown; nothing where a clause says something else. */
export async function placesAnswer(turn: Turn): Promise<Reply | undefined> {
  const { shop, focus, text } = turn;
  const clauses = focus.products ? splitClauses(text) : [];
  if (clauses.length < 2) return undefined;
  const wanted: Wanted[] = [];
  for (const clause of clauses) {
    const { nth, rest, how } = readAmountChange(clause);
    const id = typeof nth === 'number' ? focus.products?.at(nth > 0 ? nth - 1 : nth) : undefined;
    const product = id && (await shop.catalogue.byId(id));
    const quantity = product && how !== 'less' ? parseAmount(rest, product) : undefined;
    if (!product || quantity === undefined) return undefined;
    wanted.push({ product, quantity });
  }
  return putAll(turn, 'set', wanted);
}
