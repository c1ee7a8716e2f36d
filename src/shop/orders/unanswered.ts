import type { OrderId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';

/** After this time sellers are reminded once of an order that they neither accepted nor declined. */
const UNTOUCHED_MS = 2 * 3_600_000;
/** Reminders go out only between these hours of the village's day. */
const DAY = { from: 8, until: 21 };
/** How many in one transaction at most. */
const BATCH = 200;

/** Orders of one household that wait for its answer. */
export interface UnansweredOrders {
  readonly sellerId: SellerId;
  readonly orders: readonly { readonly id: OrderId; readonly number: string }[];
}

/** … of newcomers, the first of which expires at `dueAt`. */
export interface ExpiringOrders extends UnansweredOrders {
  readonly dueAt: Date;
}

/** How long before the deadline sellers are reminded of newcomers' orders. */
const LAST_CALL_MS = 12 * 3_600_000;

/** Claims newcomers' orders that expire soon and marks them as reminded, seller by seller. */
export async function takeExpiring({ tx, now }: TxContext): Promise<ExpiringOrders[]> {
  const soon = new Date(now.getTime() + LAST_CALL_MS);
  const rows = await tx.$queryRaw<(Row & { dueAt: Date })[]>`
    UPDATE orders SET reminded_at = ${now} WHERE id IN (
      SELECT o.id FROM orders o JOIN seller s ON s.id = o.seller_id JOIN village v ON v.id = s.village_id
      WHERE o.stock = 'held' AND o.payment = 'none' AND o.reminded_at IS NULL AND o.due_at > ${now}
        AND o.due_at <= ${soon}
        AND extract(hour FROM ${now}::timestamptz AT TIME ZONE v.time_zone) >= ${DAY.from}
        AND extract(hour FROM ${now}::timestamptz AT TIME ZONE v.time_zone) < ${DAY.until}
      ORDER BY o.due_at LIMIT ${BATCH} FOR UPDATE OF o SKIP LOCKED)
    RETURNING id, number, seller_id AS "sellerId", due_at AS "dueAt"`;
  return bySeller(rows).map((orders) => ({
    ...orders,
    dueAt: orders.orders.reduce((first, { dueAt }) => (dueAt < first ? dueAt : first), soon),
  }));
}

interface Row {
  readonly id: OrderId;
  readonly number: string;
  readonly sellerId: SellerId;
}

function bySeller<One extends Row>(rows: readonly One[]): { sellerId: SellerId; orders: One[] }[] {
  return [...Map.groupBy(rows, ({ sellerId }) => sellerId)].map(([sellerId, orders]) => ({
    sellerId,
    orders: orders.toSorted((a, b) => a.number.localeCompare(b.number)),
  }));
}

/** Claims unanswered orders and marks them as reminded, seller by seller. */
export async function takeUnanswered({ tx, now }: TxContext): Promise<UnansweredOrders[]> {
  const before = new Date(now.getTime() - UNTOUCHED_MS);
  const rows = await tx.$queryRaw<Row[]>`
    UPDATE orders SET nudged_at = ${now} WHERE id IN (
      SELECT o.id FROM orders o JOIN seller s ON s.id = o.seller_id JOIN village v ON v.id = s.village_id
      WHERE o.fulfilment = 'placed' AND o.payment IN ('none', 'paid', 'proof-sent') AND o.nudged_at IS NULL
        AND o.placed_at <= ${before}
        AND extract(hour FROM ${now}::timestamptz AT TIME ZONE v.time_zone) >= ${DAY.from}
        AND extract(hour FROM ${now}::timestamptz AT TIME ZONE v.time_zone) < ${DAY.until}
      ORDER BY o.placed_at LIMIT ${BATCH} FOR UPDATE OF o SKIP LOCKED)
    RETURNING id, number, seller_id AS "sellerId"`;
  return bySeller(rows);
}
