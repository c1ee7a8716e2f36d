import type { AlertId, StreamId } from '../../../db/ids.ts';
import { enqueue } from '../../../db/outbox/outbox.ts';
import type { TxContext } from '../../../db/work.ts';
import { type AlertTarget, cancelAlert } from './alerts.ts';
import { audienceStage } from './audience-pages.ts';

/** What became of an alert, from the rows of its recipients. */
export interface AlertCounts {
  /** `none`: there is no such alert; `planned`: nobody is recorded yet, and somebody may be. */
  readonly state: 'none' | 'planned' | 'sending' | 'done' | 'called-off';
  /** Everybody who is told, is being told, or will be. */
  readonly people: number;
  /** … of whom so many reserved. */
  readonly reserved: number;
  readonly sent: number;
  /** Not yet told, and going to be: now, or when their quiet hours end. */
  readonly waiting: number;
  /** Whoever is told is recorded: nobody joins these counts any more. */
  readonly hasAll: boolean;
}

/** Counts the recipients of a stream's start alert. Nothing about alerts is said to a seller that is not from here. */
export async function countStartAlert({ tx }: TxContext, streamId: StreamId): Promise<AlertCounts> {
  const [row] = await tx.$queryRaw<(AlertCounts | undefined)[]>`
    SELECT alert.has_all AS "hasAll", CASE WHEN alert.state = 'sending' AND NOT alert.has_all
        AND count(r.person_id) = 0 THEN 'planned' ELSE alert.state END AS state,
      count(r.person_id)::int AS people,
      count(r.person_id) FILTER (WHERE r.stage = ${audienceStage.waited})::int AS reserved,
      count(r.person_id) FILTER (WHERE r.sent_at IS NOT NULL)::int AS sent,
      count(r.person_id) FILTER (WHERE r.sent_at IS NULL AND r.state IN ('due', 'sending', 'quiet'))::int AS waiting
    FROM alert LEFT JOIN alert_recipient r ON r.alert_id = alert.id
      AND r.state IN ('sent', 'due', 'sending', 'quiet')
    WHERE alert.kind = 'stream-start' AND alert.target_id = ${streamId}::uuid GROUP BY alert.id`;
  return row ?? { state: 'none', people: 0, reserved: 0, sent: 0, waiting: 0, hasAll: true };
}

/**
 * Goes on with an alert whose rest was dropped because it was not true for a while: whoever had not been told is due
 * again, and whoever had not been written yet is written. Answers how many were due again.
 */
export async function resumeAlert(context: TxContext, { kind, targetId }: AlertTarget): Promise<number> {
  const rows = await context.tx.$queryRaw<{ id: AlertId; count: number }[]>`
    WITH again AS (
      UPDATE alert_recipient r SET state = 'due', lease_until = NULL FROM alert
      WHERE alert.id = r.alert_id AND alert.kind = ${kind} AND alert.target_id = ${targetId}::uuid
        AND r.state = 'dropped' RETURNING r.alert_id)
    UPDATE alert SET state = 'sending', done_at = NULL, has_all = false
    WHERE alert.kind = ${kind} AND alert.target_id = ${targetId}::uuid AND alert.state IN ('sending', 'done')
    RETURNING alert.id, (SELECT count(*)::int FROM again) AS count`;
  for (const { id } of rows) await enqueue(context, 'alert', { alert: id }, context.now);
  return rows.reduce((sum, { count }) => sum + count, 0);
}

/** Calls off the alerts of this kind and target that are planned or under way: another one says how it is now. */
export async function replaceAlerts(context: TxContext, target: AlertTarget): Promise<void> {
  await cancelAlert(context, target);
  await context.tx.$executeRaw`
    UPDATE alert_recipient r SET state = 'replaced', lease_until = NULL FROM alert
    WHERE alert.id = r.alert_id AND alert.kind = ${target.kind} AND alert.target_id = ${target.targetId}::uuid
      AND alert.state = 'sending' AND r.state IN ('due', 'quiet') AND r.sent_at IS NULL`;
}
