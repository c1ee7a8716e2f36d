import type { TxContext } from '../../../db/work.ts';

/** An alert that is being sent, and how far it is. */
export interface AlertProgress {
  readonly kind: string;
  readonly dueAt: Date;
  readonly sent: number;
  readonly left: number;
}

const MOST = 20;

/** The alerts in progress, the oldest first. */
export function findAlertsInProgress({ tx }: TxContext): Promise<AlertProgress[]> {
  return tx.$queryRaw<AlertProgress[]>`
    SELECT alert.kind, alert.due_at AS "dueAt",
      count(*) FILTER (WHERE r.state = 'sent')::int AS sent,
      count(*) FILTER (WHERE r.state IN ('due', 'sending'))::int AS left
    FROM alert LEFT JOIN alert_recipient r ON r.alert_id = alert.id
    WHERE alert.state = 'sending' GROUP BY alert.id ORDER BY alert.due_at LIMIT ${MOST}`;
}
