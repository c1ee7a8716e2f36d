import { statement, text, uuid } from '../../db/connection/statement.ts';
import type { OrderId, PersonId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';

/** Whose orders are looked through. */
export type OrderOwner = { readonly personId: PersonId } | { readonly sellerId: SellerId };

/** So many of the newest orders are looked through, and so many of those that were found are shown. */
const LOOKED_THROUGH = 5_000;
const FOUND = 500;

/**
 * Orders of one owner that hold goods of this name. Their lines are found by order: a name stands in the orders of all
 * others too, and reading those cost a village of 100,000 orders 140 ms.
 */
const namedOrders = (name: string, owner: 'person_id' | 'seller_id') =>
  statement(
    name,
    [uuid(), text()],
    { id: uuid<OrderId>() },
    `SELECT mine.id FROM (
       SELECT id FROM orders WHERE ${owner} = $1 ORDER BY placed_at DESC, id DESC LIMIT ${LOOKED_THROUGH}) mine
     CROSS JOIN LATERAL (
       SELECT FROM order_line WHERE order_id = mine.id AND (title ILIKE $2 OR title_en ILIKE $2) LIMIT 1) line
     LIMIT ${FOUND}`,
  );

const ofPerson = namedOrders('named-orders-of-person', 'person_id');
const ofSeller = namedOrders('named-orders-of-seller', 'seller_id');

/** The owner's newest orders with goods of this name, as a buyer or seller says it. */
export async function findNamedOrders(
  { tx }: TxContext,
  owner: OrderOwner,
  words: string,
): Promise<OrderId[]> {
  const pattern = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const rows =
    'personId' in owner
      ? await tx.$prepared(ofPerson, owner.personId, pattern)
      : await tx.$prepared(ofSeller, owner.sellerId, pattern);
  return rows.map(({ id }) => id);
}
