import { randomUUID } from 'node:crypto';
import type { AlertId, ProductId } from '../../../db/ids.ts';
import { enqueue } from '../../../db/outbox/outbox.ts';
import type { TxContext } from '../../../db/work.ts';
import { isStreamAlertTrue, type StreamAlertTarget } from './stream-alerts.ts';

/** What an alert is about: a stream (stream-alerts.ts tells its kinds), or a product. */
export type AlertTarget = StreamAlertTarget | { readonly kind: 'wish'; readonly targetId: ProductId };

export type PlannedAlert = AlertTarget & {
  /** Distinguishes alerts of one kind and target: each round happens once. */
  readonly round?: string;
  readonly dueAt: Date;
};

/**
 * Plans an alert, once per kind, target and round; one that was called off may be planned again. Nothing is sent
 * before `dueAt`.
 */
export async function planAlert(
  context: TxContext,
  { kind, targetId, round = '', dueAt }: PlannedAlert,
): Promise<boolean> {
  const rows = await context.tx.$queryRaw<{ id: AlertId }[]>`
    INSERT INTO alert (id, kind, target_id, round, state, due_at, created_at)
    VALUES (${randomUUID()}::uuid, ${kind}, ${targetId}::uuid, ${round}, 'planned', ${dueAt}, ${context.now})
    ON CONFLICT (kind, target_id, round) DO UPDATE SET state = 'planned', due_at = excluded.due_at
      WHERE alert.state = 'called-off' RETURNING id`;
  const alert = rows[0];
  if (!alert) return false;
  await enqueue(context, 'alert', { alert: alert.id }, dueAt);
  return true;
}

/** Calls off planned alerts that have not begun. */
export async function cancelAlert({ tx }: TxContext, { kind, targetId }: AlertTarget): Promise<void> {
  await tx.alert.updateMany({ where: { kind, targetId, state: 'planned' }, data: { state: 'called-off' } });
}

export type Alert = AlertTarget & { readonly id: AlertId; readonly round: string };

/** Alerts that may begin, and those that have begun and are not done. */
export async function findOpenAlerts({ tx, now }: TxContext, take = 100): Promise<AlertId[]> {
  const rows = await tx.alert.findMany({
    where: { OR: [{ state: 'planned', dueAt: { lte: now } }, { state: 'sending' }] },
    orderBy: { dueAt: 'asc' },
    take,
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/**
 * Begins a due alert; calls off one that is no longer true. Its recipients are written by `writeChunk`. Returns the
 * alert while it is being sent, begun now or before.
 */
export async function beginAlert(context: TxContext, id: AlertId): Promise<Alert | undefined> {
  const { tx, now } = context;
  const begun = await tx.alert.updateMany({
    where: { id, state: 'planned', dueAt: { lte: now } },
    data: { state: 'sending' },
  });
  const alert = await findAlertInProgress(context, id);
  if (!alert || begun.count === 0 || (await isStillTrue(context, alert))) return alert;
  await tx.alert.update({ where: { id }, data: { state: 'called-off' } });
  return undefined;
}

export async function findAlertInProgress({ tx }: TxContext, id: AlertId): Promise<Alert | undefined> {
  const row = await tx.alert.findUnique({
    where: { id, state: 'sending' },
    select: { id: true, kind: true, targetId: true, round: true },
  });
  return row ? toAlert(row) : undefined;
}

/** The column's CHECK constraint lists exactly these kinds, and each is written with a target of its own. */
const toAlert = (row: { id: AlertId; kind: string; targetId: string; round: string }): Alert => row as Alert;

/** Whether what the alert says is so, now. */
async function isStillTrue(context: TxContext, alert: Alert): Promise<boolean> {
  const { tx } = context;
  if (alert.kind !== 'wish') return isStreamAlertTrue(context, alert);
  const product = await tx.product.findUnique({ where: { id: alert.targetId, status: 'on-sale' } });
  return product !== null && product.onHand > product.held;
}
