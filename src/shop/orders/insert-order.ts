import { bytes, int, json, nullable, statement, text, time, uuid } from '../../db/connection/statement.ts';
import type { CheckoutId, OrderId, ProductId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import type { ShippingMethod } from '../shipping/rates.ts';
import type { Fen } from '../values/money.ts';
import type { BaseQuantity, Measure } from '../values/quantity.ts';

/** An order of one seller, under the checkout of the person and chat that it is for. */
export interface NewOrder {
  /** What is encrypted of it is bound to it. */
  readonly id: OrderId;
  readonly checkoutId: CheckoutId;
  readonly sellerId: SellerId;
  readonly payment: 'due' | 'none';
  readonly stock: 'held' | 'taken';
  readonly total: Fen;
  readonly way: ShippingMethod;
  readonly fee: Fen;
  readonly province: string;
  /** Encrypted, like the note. */
  readonly recipient: Uint8Array | null;
  readonly note: Uint8Array | null;
  readonly dueAt: Date | null;
  /** For whom a newcomer's order is counted. */
  readonly phoneKey: string | null;
  readonly addressKey: string | null;
  readonly lines: readonly NewOrderLine[];
}

interface NewOrderLine {
  readonly productId: ProductId;
  readonly title: string;
  readonly titleEn: string | null;
  readonly measure: Measure;
  readonly quantity: BaseQuantity;
  readonly price: Fen;
  readonly priceQuantity: BaseQuantity;
  readonly total: Fen;
}

const insertStatement = statement(
  'insert-order',
  [
    ...([
      uuid<OrderId>(),
      uuid<CheckoutId>(),
      uuid<SellerId>(),
      text(),
      text(),
      int<Fen>(),
      text(),
      int<Fen>(),
    ] as const),
    ...([text(), nullable(bytes()), nullable(bytes()), nullable(time()), time(), json<string>()] as const),
    ...([nullable(text()), nullable(text())] as const),
  ],
  { number: text() },
  `WITH placed AS (
     INSERT INTO orders (id, number, checkout_id, seller_id, person_id, chat_id, fulfilment, payment, stock, total, way, fee,
       province, recipient, note, due_at, placed_at, phone_key, address_key)
     SELECT $1, order_number_text(nextval('order_number')), id, $3, person_id, chat_id, 'placed', $4, $5, $6, $7, $8, $9, $10, $11,
       $12, $13, $15, $16
     FROM checkout WHERE id = $2 RETURNING id, number, person_id
   ), lines AS (
     INSERT INTO order_line (order_id, position, product_id, title, title_en, measure, quantity, price, price_quantity, total)
     SELECT placed.id, n - 1, (line->>'productId')::uuid, line->>'title', line->>'titleEn', line->>'measure',
       (line->>'quantity')::int, (line->>'price')::int, (line->>'priceQuantity')::int, (line->>'total')::int
     FROM placed, jsonb_array_elements($14::jsonb) WITH ORDINALITY AS new (line, n)
   ), events AS (
     INSERT INTO order_event (order_id, person_id, change, at) SELECT id, person_id, 'placed', $13 FROM placed
   ), bought AS (
     DELETE FROM cart_line USING placed, jsonb_array_elements($14::jsonb) AS line
     WHERE cart_line.person_id = placed.person_id AND product_id = (line->>'productId')::uuid
   )
   SELECT number FROM placed`,
);

/** Writes an order with its lines and its first step, and takes the lines out of the cart; answers its number. */
export async function insertOrder({ tx, now }: TxContext, order: NewOrder): Promise<string> {
  const {
    id,
    checkoutId,
    sellerId,
    payment,
    stock,
    total,
    way,
    fee,
    province,
    recipient,
    note,
    dueAt,
    lines,
  } = order;
  const [row] = await tx.$prepared(
    insertStatement,
    ...([id, checkoutId, sellerId, payment, stock, total, way, fee, province] as const),
    ...([recipient, note, dueAt, now, JSON.stringify(lines), order.phoneKey, order.addressKey] as const),
  );
  if (!row) throw new Error('an order without a checkout');
  return row.number;
}
