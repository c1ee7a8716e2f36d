import type { PersonId, SellerId, StreamId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { mayBecome } from '../orders/lifecycle.ts';
import { requireMembership } from '../sellers/sellers.ts';
import {
  ALIVE_MS,
  ANSWER_MS,
  before,
  INTERRUPTED_MS,
  LONGEST_MS,
  nextStream,
  type StreamState,
} from './lifecycle.ts';
import { touchPanel } from './panel.ts';
import { giveSign } from './signs.ts';

/** Moves a stream if the lifecycle lets it; false for strangers and for what is past that. */
export async function turnStream(
  context: TxContext,
  personId: PersonId,
  id: StreamId,
  to: StreamState,
): Promise<boolean> {
  const { tx, now } = context;
  const row = await tx.stream.findUnique({ where: { id }, select: { sellerId: true } });
  if (!row || !(await requireMembership(tx, personId, row.sellerId, 'post'))) return false;
  const isOver = to === 'ended' || to === 'cancelled';
  const moved = await tx.stream.updateMany({
    where: { id, state: { in: mayBecome(nextStream, to) } },
    data: {
      state: to,
      askedAt: null,
      ...(to !== 'cancelled' && { lastSignAt: now }),
      ...(isOver && { endedAt: now }),
    },
  });
  if (moved.count === 1 && to !== 'cancelled') await touchPanel(context, id);
  return moved.count === 1;
}

/** "Yes, still on": three more hours. False for strangers, and where it is over. */
export async function confirmOn(context: TxContext, personId: PersonId, id: StreamId): Promise<boolean> {
  const row = await context.tx.stream.findUnique({ where: { id }, select: { sellerId: true } });
  if (!row || !(await requireMembership(context.tx, personId, row.sellerId, 'post'))) return false;
  return giveSign(context, id);
}

/** A stream of which the seller is to be told something. */
export interface SilentStream {
  readonly id: StreamId;
  readonly sellerId: SellerId;
}

/** Marks the streams of which nothing was heard for three hours, and answers them: their sellers are asked. */
export async function askSilent({ tx, now }: TxContext): Promise<SilentStream[]> {
  return tx.$queryRaw<SilentStream[]>`
    UPDATE stream SET asked_at = ${now} WHERE id IN (
      SELECT id FROM stream WHERE state IN ('live', 'interrupted') AND asked_at IS NULL
        AND last_sign_at <= ${before(now, ALIVE_MS)} ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED)
    RETURNING id, seller_id AS "sellerId"`;
}

/**
 * Ends the streams that nobody ended: no answer to "still on?", the picture away, or on for a day. Their last sign of
 * life stays what it was.
 */
export async function endSilent(context: TxContext): Promise<SilentStream[]> {
  const { tx, now } = context;
  const ended = await tx.$queryRaw<SilentStream[]>`
    UPDATE stream SET state = 'ended', ended_at = ${now}, asked_at = NULL WHERE id IN (
      SELECT id FROM stream WHERE state IN ('live', 'interrupted') AND (
        asked_at <= ${before(now, ANSWER_MS)} OR last_sign_at <= ${before(now, ALIVE_MS + ANSWER_MS)}
        OR (state = 'interrupted' AND last_sign_at <= ${before(now, INTERRUPTED_MS)})
        OR started_at <= ${before(now, LONGEST_MS)})
      ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED)
    RETURNING id, seller_id AS "sellerId"`;
  for (const { id } of ended) await touchPanel(context, id);
  return ended;
}
