import type { SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';

/** What a seller has to do today, all counted from the database. */
export interface MorningBrief {
  readonly sellerId: SellerId;
  readonly toAccept: number;
  readonly toShip: number;
  readonly toCheck: number;
  readonly toRefund: number;
  /** Products whose harvest was promised for today or before; a day of which the seller hears by itself counts from tomorrow on. */
  readonly harvests: number;
  readonly soldOut: number;
}

/** Claims the sellers that have had no brief today and have something to do; once a day each. */
export function takeBriefs({ tx }: TxContext, day: string, take: number): Promise<MorningBrief[]> {
  return tx.$queryRaw<MorningBrief[]>`
    WITH claimed AS (
      UPDATE seller SET briefed_on = ${day}::date WHERE id IN (
        SELECT id FROM seller WHERE state = 'open' AND (briefed_on IS NULL OR briefed_on < ${day}::date)
        ORDER BY id LIMIT ${take} FOR UPDATE SKIP LOCKED) RETURNING id)
    SELECT claimed.id AS "sellerId",
      (SELECT count(*) FROM orders o WHERE o.seller_id = claimed.id AND o.fulfilment = 'placed'
        AND o.payment IN ('none', 'paid'))::int AS "toAccept",
      (SELECT count(*) FROM orders o WHERE o.seller_id = claimed.id AND o.fulfilment = 'accepted')::int AS "toShip",
      (SELECT count(*) FROM proof p JOIN orders o ON o.id = p.order_id
        WHERE o.seller_id = claimed.id AND p.state = 'sent')::int AS "toCheck",
      (SELECT count(*) FROM refund r JOIN orders o ON o.id = r.order_id
        WHERE o.seller_id = claimed.id AND r.state = 'due')::int AS "toRefund",
      (SELECT count(*) FROM product p WHERE p.seller_id = claimed.id AND p.expected_on <= ${day}::date
        AND p.status = 'on-sale' AND (p.expected_on < ${day}::date OR NOT EXISTS (SELECT FROM order_line l
          WHERE l.product_id = p.id AND l.is_preorder AND l.allotted IS NULL)))::int AS harvests,
      (SELECT count(*) FROM product p WHERE p.seller_id = claimed.id AND p.on_hand = 0
        AND p.status = 'on-sale')::int AS "soldOut"
    FROM claimed`;
}
