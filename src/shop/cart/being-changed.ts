import type { Tx } from '../../db/client/client.ts';
import { int, statement, uuid } from '../../db/connection/statement.ts';
import type { PersonId, ProductId } from '../../db/ids.ts';
import { type BaseQuantity, NO_QUANTITY } from '../values/quantity.ts';

const changing = statement(
  'being-changed',
  [uuid<PersonId>()],
  { productId: uuid<ProductId>(), quantity: int<BaseQuantity>() },
  `SELECT product_id AS "productId", sum(quantity)::int AS quantity
   FROM checkout JOIN orders ON orders.id = checkout.replaces_id JOIN order_line ON order_id = orders.id
   WHERE checkout.person_id = $1 AND checkout.state = 'open' AND fulfilment = 'placed' AND stock IN ('held', 'taken')
     AND allotted IS DISTINCT FROM 0
   GROUP BY product_id`,
);

/** What a person's order holds that they are changing: it is theirs to take again on the card that takes its place. */
export async function findBeingChanged(
  tx: Tx,
  personId: PersonId,
): Promise<(productId: ProductId) => BaseQuantity> {
  const rows = await tx.$prepared(changing, personId);
  const held = new Map(rows.map(({ productId, quantity }) => [productId, quantity]));
  return (productId) => held.get(productId) ?? NO_QUANTITY;
}
