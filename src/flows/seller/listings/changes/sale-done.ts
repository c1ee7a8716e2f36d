import { type Reply, say } from '../../../../chat/dsl/screen.ts';
import type { ProductId } from '../../../../db/ids.ts';
import type { SaleTerms } from '../../../../shop/catalogue/listings/sales-until.ts';
import type { Turn } from '../../../flow.ts';
import { dayText } from '../../../screens/dates.ts';
import { priceValue } from '../../../screens/values.ts';
import { doneScreen, priceText } from './changes-screen.ts';
import { normalPrice } from './sale-terms.ts';

/** Sold so until a day: was and now, and what comes after it; nothing for strangers. */
export async function sellUntil(
  turn: Turn<string>,
  id: ProductId,
  terms: SaleTerms,
  today: string,
): Promise<Reply | undefined> {
  const done = await turn.shop.listings.sellUntil(turn.person.id, id, terms, today);
  if (!done) return undefined;
  const { before, product, event } = done;
  const kept = say('sale-set', {
    day: dayText(terms.until),
    usual: priceValue({ ...product, ...normalPrice(product) }),
  });
  return [doneScreen([...priceText(before, product), kept], product, event)];
}
