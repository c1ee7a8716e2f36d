import type { Work } from '../db/work.ts';
import { actsFor } from './sellers.ts';

/** Photos that concern a few: of transfers, of damage, of scales and slips, and those that people write to each other with. */
export const privatePhotos = (work: Work) => ({
  /** The buyer, the seller's people, and the office where somebody asked it for help. */
  async maySee(personId: string, mediaId: string): Promise<boolean> {
    for (const one of await concerned(work, mediaId)) {
      if (one.personId === personId) return true;
      if (one.sellerId && (await actsFor(work.tx, personId, one.sellerId))) return true;
      if (!one.sellerId && (await work.tx.person.count({ where: { id: personId, isOperator: true } })) > 0)
        return true;
    }
    return false;
  },
});

/** Whether a picture is somebody else's already: naming its id does not make it one's own. */
export async function isOfOthers(work: Work, personId: string, mediaId: string): Promise<boolean> {
  const isForFew = (await work.tx.media.count({ where: { id: mediaId, isPrivate: true } })) > 0;
  return !isForFew || (await concerned(work, mediaId)).some((one) => one.personId !== personId);
}

interface Concerned {
  readonly personId: string;
  /** Null: a call for help, which the office answers. */
  readonly sellerId: string | null;
}

const concerned = ({ tx }: Work, mediaId: string): Promise<Concerned[]> => tx.$queryRaw<Concerned[]>`
  SELECT o.person_id AS "personId", o.seller_id AS "sellerId" FROM orders o
  WHERE o.id IN (SELECT order_id FROM proof WHERE media_id = ${mediaId}::uuid
    UNION SELECT order_id FROM claim WHERE media_id = ${mediaId}::uuid
    UNION SELECT order_id FROM order_line WHERE packed_photo_id = ${mediaId}::uuid
    UNION SELECT order_id FROM order_event WHERE change = 'shipped' AND note = ${mediaId})
  UNION
  SELECT t.person_id, o.seller_id FROM talk_message m JOIN talk t ON t.id = m.talk_id LEFT JOIN orders o ON o.id = t.order_id
  WHERE m.media_id = ${mediaId}::uuid`;
