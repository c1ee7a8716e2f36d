import { bytes, int, json, nullable, statement, text, time, uuid } from '../../db/connection/statement.ts';
import type { ChatId, MediaId, OrderId, PersonId, ProductId, SellerId } from '../../db/ids.ts';
import type { ShippingMethod } from '../shipping/rates.ts';
import type { Fen } from '../values/money.ts';
import type { BaseQuantity, Measure } from '../values/quantity.ts';
import type { Fulfilment, Payment, StockState } from './lifecycle.ts';

/** A line as its order's row brings it. */
export interface LineRow {
  readonly productId: ProductId;
  readonly title: string;
  readonly titleEn: string | null;
  readonly measure: Measure;
  readonly quantity: BaseQuantity;
  readonly total: Fen;
  readonly packed: BaseQuantity | null;
  readonly isPreorder: boolean;
  readonly allotted: BaseQuantity | null;
  /** Of its product, as `2026-09-20`. */
  readonly expectedOn: string | null;
  /** Its product's first picture that has arrived. */
  readonly photo: MediaId | null;
  /** Its product's selling unit. */
  readonly unit: string | null;
  readonly unitSize: BaseQuantity | null;
}

/** An order with its seller's name and its lines. States and measures have CHECK constraints that list these words. */
export const orderById = statement(
  'order-by-id',
  [uuid<OrderId>(), nullable(uuid<PersonId>())],
  {
    ...{ id: uuid<OrderId>(), number: text(), sellerId: uuid<SellerId>(), sellerName: text() },
    ...{
      sellerNameEn: nullable(text()),
      pickupPlace: text(),
      personId: uuid<PersonId>(),
      chatId: uuid<ChatId>(),
    },
    ...{
      fulfilment: text<Fulfilment>(),
      payment: text<Payment>(),
      stock: text<StockState>(),
      total: int<Fen>(),
    },
    ...{
      placedAt: time(),
      dueAt: nullable(time()),
      trackingNumber: nullable(text()),
      sealedTracking: nullable(bytes()),
      courier: nullable(text()),
    },
    ...{
      way: text<ShippingMethod>(),
      fee: int<Fen>(),
      recipient: nullable(bytes()),
      note: nullable(bytes()),
      shippedWith: nullable(text()),
    },
    lines: json<readonly LineRow[]>(),
  },
  `SELECT o.id, number, seller_id AS "sellerId", seller.name AS "sellerName", seller.name_en AS "sellerNameEn",
     pickup_place AS "pickupPlace", person_id AS "personId", chat_id AS "chatId", fulfilment, payment, stock, total,
     placed_at AS "placedAt", due_at AS "dueAt", tracking_number AS "trackingNumber", sealed_tracking AS "sealedTracking", courier, way, fee, recipient, note,
     CASE WHEN fulfilment IN ('shipped', 'delivered') THEN (SELECT event.note FROM order_event event
       WHERE event.order_id = o.id AND event.change = 'shipped' ORDER BY event.id DESC LIMIT 1) END AS "shippedWith",
     (SELECT coalesce(jsonb_agg(jsonb_build_object('productId', product_id, 'title', line.title, 'titleEn', line.title_en,
         'measure', line.measure, 'quantity', quantity, 'total', line.total, 'packed', packed, 'isPreorder', is_preorder,
         'allotted', allotted, 'expectedOn', expected_on, 'unit', product.unit, 'unitSize', product.unit_size,
         'photo', (SELECT media_id FROM product_photo JOIN media ON media.id = media_id
           WHERE product_photo.product_id = product.id AND media.state = 'stored' AND NOT media.is_private ORDER BY product_photo.position LIMIT 1))
         ORDER BY position), '[]')
      FROM order_line line JOIN product ON product.id = product_id WHERE order_id = o.id) AS lines
   FROM orders o JOIN seller ON seller.id = seller_id WHERE o.id = $1 AND ($2::uuid IS NULL OR person_id = $2)`,
);
