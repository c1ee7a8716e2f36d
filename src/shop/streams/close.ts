import type { StreamId } from '../../db/ids.ts';
import { enqueue } from '../../db/outbox/outbox.ts';
import type { TxContext } from '../../db/work.ts';
import { planAlert } from '../notifications/alerts/alerts.ts';
import { keepForDigest } from '../notifications/digest-lines.ts';
import { ALIVE_MS, before, LONGEST_MS, SETTLE_MS } from './lifecycle.ts';

/** Settles the ends that nobody took back: who reserved and did not come gets a recap. Answers the streams. */
export async function settleEnded(context: TxContext): Promise<StreamId[]> {
  const { tx, now } = context;
  const rows = await tx.$queryRaw<{ id: StreamId }[]>`
    UPDATE stream SET settled_at = ${now} WHERE id IN (
      SELECT id FROM stream WHERE state = 'ended' AND closed_at IS NULL AND settled_at IS NULL
        AND ended_at <= ${before(now, SETTLE_MS)} ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  for (const { id } of rows) await planAlert(context, { kind: 'stream-recap', targetId: id, dueAt: now });
  return rows.map((row) => row.id);
}

/**
 * Closes the streams that can no longer go on: the start alert's messages are edited, once, and whoever was not told
 * while it was on finds it in their next digest.
 */
export async function closeEnded(context: TxContext): Promise<void> {
  const { tx, now } = context;
  const rows = await tx.$queryRaw<{ id: StreamId }[]>`
    UPDATE stream SET closed_at = ${now} WHERE id IN (
      SELECT id FROM stream WHERE state = 'ended' AND closed_at IS NULL AND settled_at IS NOT NULL
        AND (last_sign_at <= ${before(now, ALIVE_MS)} OR started_at <= ${before(now, LONGEST_MS)})
      ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  for (const { id } of rows) {
    await keepForDigest(context, { kind: 'stream-start', targetId: id });
    await enqueue(context, 'stream-over', { stream: id, after: '0' });
  }
}
