import { Prisma as Sql } from '../../db/generated/client.ts';
import type { ChatId, OrderId, ProductId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import type { BaseQuantity, Measure } from '../values/quantity.ts';

interface Harvest {
  readonly productId: ProductId;
  readonly title: string;
  readonly titleEn: string | null;
  readonly measure: Measure;
  readonly quantity: BaseQuantity;
}

/** A harvest whose day has come, with what waits for it. */
export interface HarvestDay extends Harvest {
  readonly sellerId: SellerId;
  readonly orders: number;
}

/** A line of an order that waits for such a harvest. */
export interface AwaitedHarvest extends Harvest {
  readonly orderId: OrderId;
  readonly number: string;
  readonly chatId: ChatId;
  readonly seller: string;
  readonly sellerEn: string | null;
}

/** Whether line `l` of order `o` waits for its harvest. */
const isWaiting = Sql.sql`l.is_preorder AND l.allotted IS NULL AND o.fulfilment IN ('placed', 'accepted')`;

/** Claims the harvests that were promised for `day` and that orders wait for; once for each day that was promised. */
export function takeHarvestDays({ tx }: TxContext, day: string, take: number): Promise<HarvestDay[]> {
  return tx.$queryRaw<HarvestDay[]>`
    WITH claimed AS (
      UPDATE product SET harvest_told_on = expected_on WHERE id IN (
        SELECT p.id FROM product p WHERE p.expected_on = ${day}::date
          AND p.harvest_told_on IS DISTINCT FROM p.expected_on
          AND EXISTS (SELECT FROM order_line l JOIN orders o ON o.id = l.order_id
            WHERE l.product_id = p.id AND ${isWaiting})
        ORDER BY p.id LIMIT ${take} FOR UPDATE SKIP LOCKED)
      RETURNING id, seller_id, title, title_en, measure)
    SELECT claimed.id AS "productId", seller_id AS "sellerId", claimed.title, claimed.title_en AS "titleEn",
      claimed.measure, waiting.orders, waiting.quantity
    FROM claimed CROSS JOIN LATERAL (
      SELECT count(DISTINCT o.id)::int AS orders, sum(l.quantity)::int AS quantity
      FROM order_line l JOIN orders o ON o.id = l.order_id WHERE l.product_id = claimed.id AND ${isWaiting}) AS waiting`;
}

/** Claims the orders that wait for a harvest promised for `day`, of people who want to hear of it; once for each such day. */
export function takeAwaitedHarvests({ tx }: TxContext, day: string, take: number): Promise<AwaitedHarvest[]> {
  return tx.$queryRaw<AwaitedHarvest[]>`
    WITH due AS (
      SELECT l.order_id, l.position FROM product p
        JOIN order_line l ON l.product_id = p.id JOIN orders o ON o.id = l.order_id
        JOIN person ON person.id = o.person_id
      WHERE p.expected_on = ${day}::date AND ${isWaiting} AND l.harvest_told_on IS DISTINCT FROM ${day}::date
        AND person.wants_harvest_reminder AND person.banned_at IS NULL
      ORDER BY l.order_id, l.position LIMIT ${take} FOR UPDATE OF l SKIP LOCKED
    ), claimed AS (
      UPDATE order_line l SET harvest_told_on = ${day}::date FROM due
      WHERE l.order_id = due.order_id AND l.position = due.position
      RETURNING l.order_id, l.product_id, l.title, l.title_en, l.measure, l.quantity)
    SELECT o.id AS "orderId", o.number, o.chat_id AS "chatId", seller.name AS seller, seller.name_en AS "sellerEn",
      claimed.product_id AS "productId", claimed.title, claimed.title_en AS "titleEn", claimed.measure, claimed.quantity
    FROM claimed JOIN orders o ON o.id = claimed.order_id JOIN seller ON seller.id = o.seller_id`;
}
