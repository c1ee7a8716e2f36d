import type { PersonId, ProductId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';

/** More looks than these are not told apart in a day; the memory they take is a few megabytes. */
const REMEMBERED = 50_000;

/**
 * Who has looked at what today, as far as this process knows: a look costs one small update the first time and nothing
 * after. A second process may count a person a second time; nothing but the seller's own curiosity hangs on it.
 */
const seen = { day: '', looks: new Set<string>() };

/** Counts a look, once for each person, product and day. */
export async function countView(
  { tx, now }: TxContext,
  personId: PersonId,
  productId: ProductId,
): Promise<void> {
  const day = now.toISOString().slice(0, 10);
  if (seen.day !== day || seen.looks.size >= REMEMBERED) {
    seen.day = day;
    seen.looks.clear();
  }
  const look = `${personId} ${productId}`;
  if (seen.looks.has(look)) return;
  seen.looks.add(look);
  await tx.$executeRaw`UPDATE product SET views = views + 1 WHERE id = ${productId}::uuid`;
}
