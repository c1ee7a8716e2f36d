import { int, statement, uuid } from '../../../db/connection/statement.ts';
import type { PersonId, ProductId } from '../../../db/ids.ts';
import type { TxContext } from '../../../db/work.ts';

/** How many views of a day are kept apart: a few megabytes of memory. */
const REMEMBERED = 50_000;

/**
 * Today's views that this process has counted: a repeated view costs no update. A second process may count a person
 * again, which only makes a figure for the seller less exact.
 */
const seen = { day: '', looks: new Set<string>() };

/**
 * A turn keeps the row that it counts in until it ends. With one row for each product, all who looked at what is shown on
 * a stream waited for each other.
 */
const PARTS = 16;

const addView = statement(
  'add-view',
  [uuid<ProductId>(), int()],
  {},
  `INSERT INTO product_view AS counted (product_id, part, views) VALUES ($1, $2, 1)
   ON CONFLICT (product_id, part) DO UPDATE SET views = counted.views + 1`,
);

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
  await tx.$prepared(addView, productId, Math.floor(Math.random() * PARTS));
}

/** How often a product was looked at. */
export async function countViews({ tx }: TxContext, productId: ProductId): Promise<number> {
  const { _sum } = await tx.productView.aggregate({ where: { productId }, _sum: { views: true } });
  return _sum.views ?? 0;
}
