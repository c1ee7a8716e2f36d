import type { PersonId, ProductId } from '../../../db/ids.ts';
import type { TxContext } from '../../../db/work.ts';

/** How many views of a day are kept apart: a few megabytes of memory. */
const REMEMBERED = 50_000;

/**
 * Today's views that this process has counted: a repeated view costs no update. A second process may count a person
 * again, which only makes a figure for the seller less exact.
 */
const seen = { day: '', looks: new Set<string>() };

/** Counts a view, once for each person, product and day. */
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
