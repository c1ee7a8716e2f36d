import type { ChatId, OrderId, PersonId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';

const DAY_MS = 24 * 3_600_000;
/** So long after it was sent the buyer is asked once whether a parcel has come. */
const ON_ITS_WAY_MS = 7 * DAY_MS;
/** A cart that lies for so long is reminded of, once. */
const CART_MS = 20 * 3_600_000;
/** … and not when it lies for longer than that. */
const OLD_CART_MS = 3 * DAY_MS;

export interface UnconfirmedParcel {
  readonly id: OrderId;
  readonly number: string;
  readonly chatId: ChatId;
}

/** Claims orders whose parcel should have come and whose buyer has not said so; once an order. */
export function takeUnconfirmed({ tx, now }: TxContext, take: number): Promise<UnconfirmedParcel[]> {
  return tx.$queryRaw<UnconfirmedParcel[]>`
    UPDATE orders SET arrival_asked_at = ${now} WHERE id IN (
      SELECT o.id FROM orders o JOIN person ON person.id = o.person_id
      WHERE o.fulfilment = 'shipped' AND o.arrival_asked_at IS NULL AND person.wants_parcel_reminder
        AND EXISTS (SELECT FROM order_event e WHERE e.order_id = o.id AND e.change = 'shipped'
          AND e.at <= ${new Date(now.getTime() - ON_ITS_WAY_MS)})
      ORDER BY o.id LIMIT ${take} FOR UPDATE OF o SKIP LOCKED)
    RETURNING id, number, chat_id AS "chatId"`;
}

export interface LeftCart {
  readonly personId: PersonId;
  readonly chatId: ChatId;
  readonly lines: number;
}

/** Claims carts left behind, of people who want to be reminded; once a cart. */
export function takeLeftCarts({ tx, now }: TxContext, take: number): Promise<LeftCart[]> {
  const ago = (ms: number): Date => new Date(now.getTime() - ms);
  return tx.$queryRaw<LeftCart[]>`
    WITH carts AS (
      SELECT person_id, max(added_at) AS added_at, count(*)::int AS lines FROM cart_line GROUP BY person_id
    ), claimed AS (
      UPDATE person SET cart_reminded_at = ${now} FROM carts
      WHERE person.id = carts.person_id AND person.wants_cart_reminder AND person.banned_at IS NULL
        AND carts.added_at <= ${ago(CART_MS)} AND carts.added_at > ${ago(OLD_CART_MS)}
        AND (person.cart_reminded_at IS NULL OR person.cart_reminded_at < carts.added_at)
      RETURNING person.id, carts.lines)
    SELECT claimed.id AS "personId", lines, (SELECT chat.id FROM chat
      WHERE chat.person_id = claimed.id AND NOT chat.is_gone AND chat.channel LIKE '%-buyer'
      ORDER BY chat.created_at DESC LIMIT 1) AS "chatId"
    FROM claimed LIMIT ${take}`;
}
