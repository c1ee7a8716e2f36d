import { randomUUID } from 'node:crypto';
import type { Prisma } from '../../db/generated/client.ts';
import { Prisma as Sql } from '../../db/generated/client.ts';
import type { AlertId, ProductId, StreamId } from '../../db/ids.ts';
import { enqueue } from '../../db/outbox/outbox.ts';
import type { TxContext } from '../../db/work.ts';

/** What an alert is about: a stream, or a product. */
type AlertTarget =
  | { readonly kind: 'stream-start' | 'stream-reminder'; readonly targetId: StreamId }
  | { readonly kind: 'restock' | 'wish'; readonly targetId: ProductId };

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
 * Begins a due alert: records its recipients in the order in which they are sent to, in one statement. Calls off one
 * that is no longer true. Returns the alert while it is being sent, begun now or before.
 */
export async function beginAlert(context: TxContext, id: AlertId): Promise<Alert | undefined> {
  const { tx, now } = context;
  const begun = await tx.alert.updateMany({
    where: { id, state: 'planned', dueAt: { lte: now } },
    data: { state: 'sending' },
  });
  const alert = await findAlertInProgress(context, id);
  if (!alert || begun.count === 0) return alert;
  if (!(await isStillTrue(context, alert))) {
    await tx.alert.update({ where: { id }, data: { state: 'called-off' } });
    return undefined;
  }
  await recordRecipients(context, alert);
  if (alert.kind === 'restock') await endWaiting(context, alert.targetId);
  if (alert.kind === 'wish') await deleteFoundSearches(context, alert.targetId);
  return alert;
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

/** The round of a reminder: a stream that is moved has another one. */
export const alertRound = (plannedAt: Date): string => plannedAt.toISOString();

/** Whether what the alert says is so, now. */
async function isStillTrue({ tx, now }: TxContext, { kind, targetId, round }: Alert): Promise<boolean> {
  if (kind === 'restock' || kind === 'wish') {
    const product = await tx.product.findUnique({ where: { id: targetId, status: 'on-sale' } });
    return product !== null && product.onHand > product.held;
  }
  const stream = await tx.stream.findUnique({ where: { id: targetId } });
  if (kind === 'stream-start') return stream?.state === 'live' || stream?.state === 'interrupted';
  if (stream?.state !== 'planned' || !stream.plannedAt) return false;
  return alertRound(stream.plannedAt) === round && stream.plannedAt > now;
}

/** Records each chat once, without those that blocked us. Recipients in their quiet hours become due when those end. */
async function recordRecipients({ tx, now }: TxContext, alert: Alert): Promise<void> {
  const minute = Sql.sql`(SELECT date_part('hour', t) * 60 + date_part('minute', t) FROM (
    SELECT ${now}::timestamptz AT TIME ZONE time_zone AS t FROM village ORDER BY created_at LIMIT 1) AS clock)`;
  await tx.$executeRaw`
    WITH clock AS (SELECT ${minute}::int AS minute), hearing AS (
      SELECT chat.id, chat.channel, min(hearer.turn) AS turn, min(hearer.since) AS since,
        bool_or(${isQuiet}) AS is_quiet, max((quiet_until - clock.minute + 1440) % 1440) AS quiet_minutes
      FROM (${recipientsQuery(alert)}) AS hearer JOIN chat ON chat.id = hearer.chat_id
        JOIN person ON person.id = chat.person_id CROSS JOIN clock
      WHERE NOT chat.is_gone AND person.banned_at IS NULL GROUP BY chat.id, chat.channel)
    INSERT INTO alert_recipient (alert_id, chat_id, channel, state, lease_until)
    SELECT ${alert.id}::uuid, id, channel, CASE WHEN is_quiet THEN 'quiet' ELSE 'due' END,
      CASE WHEN is_quiet THEN ${now}::timestamptz + make_interval(mins => quiet_minutes) END
    FROM hearing ORDER BY turn, since
    ON CONFLICT DO NOTHING`;
}

/** A night begins before midnight and ends after it. */
const isQuiet = Sql.sql`coalesce(CASE WHEN quiet_from <= quiet_until
  THEN clock.minute >= quiet_from AND clock.minute < quiet_until
  ELSE clock.minute >= quiet_from OR clock.minute < quiet_until END, false)`;

/**
 * The recipients, each with a turn: 0 reserved or waits for just this, 1 has bought there before, 2 follows the
 * seller, 3 the village. The seller's own members get it only if they follow this very seller.
 */
function recipientsQuery({ kind, targetId }: Alert): Prisma.Sql {
  if (kind === 'restock') return waiting('product', targetId);
  if (kind === 'wish') return savedSearchOwners(targetId);
  if (kind === 'stream-reminder') return waiting('stream', targetId);
  return Sql.sql`
    ${waiting('stream', targetId)}
    UNION ALL
    SELECT s.chat_id,
      CASE WHEN EXISTS (SELECT FROM orders o WHERE o.person_id = s.person_id AND o.seller_id = seller.id) THEN 1
        WHEN s.kind = 'seller' THEN 2 ELSE 3 END,
      s.created_at
    FROM stream JOIN seller ON seller.id = stream.seller_id
      JOIN subscription s ON (s.kind = 'seller' AND s.target_id = seller.id) OR (s.kind = 'village' AND s.target_id = seller.village_id
        AND NOT EXISTS (SELECT FROM member m WHERE m.seller_id = seller.id AND m.person_id = s.person_id))
    WHERE stream.id = ${targetId}::uuid`;
}

const waiting = (kind: 'product' | 'stream', targetId: ProductId | StreamId): Prisma.Sql => Sql.sql`
  SELECT chat_id, 0 AS turn, created_at AS since FROM subscription WHERE kind = ${kind} AND target_id = ${targetId}::uuid`;

const savedSearchOwners = (productId: ProductId): Prisma.Sql => Sql.sql`
  SELECT chat_id, 0 AS turn, saved_search.created_at AS since FROM saved_search JOIN product ON saved_search.terms <@ product.search
  WHERE product.id = ${productId}::uuid`;

/** A saved search ends when it was answered. */
async function deleteFoundSearches({ tx }: TxContext, productId: ProductId): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM saved_search USING product WHERE product.id = ${productId}::uuid AND saved_search.terms <@ product.search`;
}

/** Ends the subscriptions to a product that is back: people subscribe again for the next time. */
async function endWaiting({ tx }: TxContext, productId: ProductId): Promise<void> {
  await tx.subscription.deleteMany({ where: { kind: 'product', targetId: productId } });
}
