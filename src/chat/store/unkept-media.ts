import type { AppContext } from '../../db/work.ts';

/** A picture that nothing uses after this time was sent by mistake or answered no question. */
const UNKEPT_MS = 7 * 24 * 3_600_000;
/** The most pictures of one sweep; the next takes the rest. */
const BATCH = 500;

/**
 * Deletes pictures that came in and that no product (its undo included), payment code, proof, claim, order or
 * conversation keeps. What we drew ourselves has no fingerprint and stays.
 */
export async function deleteUnkeptPhotos({ db, clock }: AppContext): Promise<void> {
  const before = new Date(clock.now().getTime() - UNKEPT_MS);
  await db.$executeRaw`
    DELETE FROM media WHERE id IN (
      SELECT m.id FROM media m WHERE m.created_at < ${before} AND m.fingerprint IS NOT NULL
        AND NOT EXISTS (SELECT FROM product_photo WHERE media_id = m.id)
        AND NOT EXISTS (SELECT FROM payment_code WHERE media_id = m.id)
        AND NOT EXISTS (SELECT FROM proof WHERE media_id = m.id)
        AND NOT EXISTS (SELECT FROM claim WHERE media_id = m.id)
        AND NOT EXISTS (SELECT FROM conversation_message WHERE media_id = m.id)
        AND NOT EXISTS (SELECT FROM order_line WHERE packed_photo_id = m.id)
        AND NOT EXISTS (SELECT FROM order_event WHERE change = 'shipped' AND note = m.id::text)
        AND NOT EXISTS (SELECT FROM product_event WHERE change = 'photos'
          AND (before @> to_jsonb(ARRAY[m.id::text]) OR after @> to_jsonb(ARRAY[m.id::text])))
      LIMIT ${BATCH})`;
}
