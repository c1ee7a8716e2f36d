import type { PersonId } from '../../db/ids.ts';
import { inSavepoint, type TxContext } from '../../db/work.ts';
import { callOff, returnStock } from '../orders/transitions.ts';
import type { Card } from './card.ts';

/**
 * Judges a card that changes an order as if that order were called off already, so that its own goods and caps do not
 * stand in its way. What was tried is taken back: the order stands until the card is confirmed.
 */
export async function withoutReplaced<T>(
  context: TxContext,
  personId: PersonId,
  { replaces }: Pick<Card, 'replaces'>,
  judge: (context: TxContext) => Promise<T>,
): Promise<T> {
  if (!replaces) return judge(context);
  const tried = await inSavepoint<never, { readonly found: T }>(context, async (inside, takeBack) => {
    if (await callOff(inside, personId, replaces.id)) await returnStock(inside, replaces.id);
    return takeBack({ found: await judge(inside) });
  });
  return tried.refusal.found;
}
