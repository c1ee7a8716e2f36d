import { Prisma as Sql } from '../../db/generated/client.ts';
import type { TxContext } from '../../db/work.ts';
import type { Alert } from './alerts.ts';

/**
 * `stream-start`: it is on. `stream-link`: it is on somewhere else. `stream-plan`: it was planned. `stream-reminder`: soon.
 * `stream-moved`, `stream-off`: what became of the plan. `stream-recap`: what those missed who reserved. `stream-over`:
 * the start alert's own message, edited.
 */
export type StreamAlertKind =
  | 'stream-start'
  | 'stream-link'
  | 'stream-plan'
  | 'stream-reminder'
  | 'stream-moved'
  | 'stream-off'
  | 'stream-recap'
  | 'stream-over';

export type StreamAlert = Extract<Alert, { kind: StreamAlertKind | 'stream-item' }>;

/** The round of a reminder: a stream that is moved has another one. */
export const alertRound = (plannedAt: Date): string => plannedAt.toISOString();

/** Whether what an alert about a stream says is so, now. */
export async function isStreamAlertTrue({ tx, now }: TxContext, alert: StreamAlert): Promise<boolean> {
  const { kind, targetId } = alert;
  if (kind === 'stream-item') {
    const item = await tx.streamItem.findUnique({ where: { id: targetId }, include: { stream: true } });
    return isOn(item?.stream.state);
  }
  const stream = await tx.stream.findUnique({ where: { id: targetId } });
  if (!stream) return false;
  const isAhead = stream.state === 'planned' && stream.plannedAt !== null && stream.plannedAt > now;
  switch (kind) {
    case 'stream-start':
    case 'stream-link':
      return isOn(stream.state);
    case 'stream-reminder':
      return isAhead && stream.plannedAt !== null && alertRound(stream.plannedAt) === alert.round;
    case 'stream-plan':
    case 'stream-moved':
      return isAhead;
    case 'stream-off':
      return stream.state === 'cancelled';
    case 'stream-recap':
      return stream.state === 'ended' && stream.settledAt !== null;
    case 'stream-over':
      return stream.state === 'ended' && stream.closedAt !== null;
  }
}

const isOn = (state: string | undefined): boolean => state === 'live' || state === 'interrupted';

/**
 * The recipients of an alert about a stream, each with a turn: 0 reserved, 1 has bought there before, 2 follows the
 * seller, 3 the village. The seller's own members get it only if they follow this very seller.
 */
export function streamRecipients({ kind, targetId }: StreamAlert): Sql.Sql {
  switch (kind) {
    case 'stream-start':
      return Sql.sql`${reservers(targetId)} UNION ALL ${followers(targetId)}`;
    case 'stream-plan':
      return followers(targetId);
    case 'stream-reminder':
    case 'stream-moved':
    case 'stream-off':
      return reservers(targetId);
    case 'stream-recap':
      return Sql.sql`${reservers(targetId)} AND NOT EXISTS (
        SELECT FROM stream_viewer v WHERE v.stream_id = ${targetId}::uuid AND v.person_id = subscription.person_id)`;
    case 'stream-item':
      return subscribers('item', targetId);
    case 'stream-link':
    case 'stream-over':
      return toldOfStart(targetId);
  }
}

const subscribers = (kind: string, targetId: string): Sql.Sql => Sql.sql`
  SELECT chat_id, 0 AS turn, created_at AS since FROM subscription WHERE kind = ${kind} AND target_id = ${targetId}::uuid`;

const reservers = (streamId: string): Sql.Sql => subscribers('stream', streamId);

const followers = (streamId: string): Sql.Sql => Sql.sql`
  SELECT s.chat_id,
    CASE WHEN EXISTS (SELECT FROM orders o WHERE o.person_id = s.person_id AND o.seller_id = seller.id) THEN 1
      WHEN s.kind = 'seller' THEN 2 ELSE 3 END AS turn,
    s.created_at AS since
  FROM stream JOIN seller ON seller.id = stream.seller_id
    JOIN subscription s ON (s.kind = 'seller' AND s.target_id = seller.id) OR (s.kind = 'village' AND s.target_id = seller.village_id
      AND NOT EXISTS (SELECT FROM member m WHERE m.seller_id = seller.id AND m.person_id = s.person_id))
  WHERE stream.id = ${streamId}::uuid`;

/** Whoever got the message of the start. */
const toldOfStart = (streamId: string): Sql.Sql => Sql.sql`
  SELECT r.chat_id, 0 AS turn, r.sent_at AS since FROM alert_recipient r JOIN alert ON alert.id = r.alert_id
  WHERE alert.kind = 'stream-start' AND alert.target_id = ${streamId}::uuid AND r.state = 'sent'`;
