import type { ProductId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import type { BaseQuantity, Measure } from '../values/quantity.ts';

/** A product whose stock is not what its ledger, its unpaid orders and its offers add up to. */
export interface StockFault {
  readonly id: ProductId;
  readonly title: string;
  readonly measure: Measure;
  readonly onHand: BaseQuantity;
  readonly inLedger: BaseQuantity;
  readonly held: BaseQuantity;
  /** What unpaid orders and open offers hold. */
  readonly promised: BaseQuantity;
}

/** Compares each product with its ledger and with what is promised: none should differ. */
export function auditStock({ tx }: TxContext, take: number): Promise<StockFault[]> {
  return tx.$queryRaw<StockFault[]>`
    SELECT * FROM (
      SELECT p.id, p.title, p.measure, p.on_hand AS "onHand", p.held,
        coalesce((SELECT sum(change) FROM stock_entry e WHERE e.product_id = p.id), 0)::int AS "inLedger",
        (coalesce((SELECT sum(quantity) FROM order_line l JOIN orders o ON o.id = l.order_id
            WHERE l.product_id = p.id AND o.stock = 'held' AND (l.allotted IS NULL OR l.allotted > 0)), 0)
          + coalesce((SELECT sum(quantity) FROM stock_offer f WHERE f.product_id = p.id AND f.state = 'open'), 0))::int
          AS promised
      FROM product p) AS stock
    WHERE "onHand" <> "inLedger" OR held <> promised ORDER BY id LIMIT ${take}`;
}

/** Claims a work of this day, once over all processes: false where it is done. */
export async function claimNightly({ tx }: TxContext, name: string, day: string): Promise<boolean> {
  const claimed = await tx.$executeRaw`
    INSERT INTO nightly_work (name, done_on) VALUES (${name}, ${day}::date)
    ON CONFLICT (name) DO UPDATE SET done_on = excluded.done_on WHERE nightly_work.done_on < excluded.done_on`;
  return claimed === 1;
}
