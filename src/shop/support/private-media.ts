import type { MediaId, OrderId, PersonId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { requireMembership } from '../sellers/sellers.ts';

/** Private pictures: of transfers, damage, scales and waybills, in conversations, and drawn for one person. */
export const privateMedia = (context: TxContext) => ({
  /** Allowed: the person it was drawn for, the buyer, members whom orders concern, and the office in calls for help. */
  async maySee(personId: PersonId, mediaId: MediaId): Promise<boolean> {
    if ((await context.tx.media.count({ where: { id: mediaId, madeForId: personId } })) > 0) return true;
    for (const one of await concerned(context, mediaId)) {
      if (one.personId === personId) return true;
      if (one.sellerId && (await seesOrders(context, personId, one.sellerId))) return true;
      if (!one.sellerId && (await context.tx.person.count({ where: { id: personId, isOperator: true } })) > 0)
        return true;
    }
    return false;
  },
});

const seesOrders = async ({ tx }: TxContext, personId: PersonId, sellerId: SellerId): Promise<boolean> =>
  ((await requireMembership(tx, personId, sellerId, 'pack')) ??
    (await requireMembership(tx, personId, sellerId, 'money'))) !== undefined;

/** Whether a picture that a seller names for an order belongs to another order or person. */
export async function belongsToAnotherOrder(
  context: TxContext,
  orderId: OrderId,
  mediaId: MediaId,
): Promise<boolean> {
  const isForFew =
    (await context.tx.media.count({ where: { id: mediaId, isPrivate: true, madeForId: null } })) > 0;
  return !isForFew || (await concerned(context, mediaId)).some((one) => one.orderId !== orderId);
}

/** Whether a picture belongs to another person; its id alone gives no right to it. */
export async function belongsToOthers(
  context: TxContext,
  personId: PersonId,
  mediaId: MediaId,
): Promise<boolean> {
  const isForFew =
    (await context.tx.media.count({ where: { id: mediaId, isPrivate: true, madeForId: null } })) > 0;
  return !isForFew || (await concerned(context, mediaId)).some((one) => one.personId !== personId);
}

interface Concerned {
  readonly personId: PersonId;
  readonly orderId: OrderId | null;
  /** Null: a call for help, which the office answers. */
  readonly sellerId: SellerId | null;
}

const concerned = ({ tx }: TxContext, mediaId: MediaId): Promise<Concerned[]> => tx.$queryRaw<Concerned[]>`
  SELECT o.person_id AS "personId", o.id AS "orderId", o.seller_id AS "sellerId" FROM orders o
  WHERE o.id IN (SELECT order_id FROM proof WHERE media_id = ${mediaId}::uuid
    UNION SELECT order_id FROM claim WHERE media_id = ${mediaId}::uuid
    UNION SELECT order_id FROM order_line WHERE packed_photo_id = ${mediaId}::uuid
    UNION SELECT order_id FROM order_event WHERE change = 'shipped' AND note = ${mediaId})
  UNION
  SELECT t.person_id, o.id, o.seller_id FROM conversation_message m JOIN conversation t ON t.id = m.conversation_id LEFT JOIN orders o ON o.id = t.order_id
  WHERE m.media_id = ${mediaId}::uuid`;
