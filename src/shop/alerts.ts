import type { Prisma } from '../db/generated/client.ts';
import { Prisma as Sql } from '../db/generated/client.ts';
import { later } from '../db/outbox.ts';
import type { Work } from '../db/work.ts';

/** `targetId` is a stream for the first two, a product for the last. */
export type AlertKind = 'stream-start' | 'stream-reminder' | 'restock';

export interface Planned {
  readonly kind: AlertKind;
  readonly targetId: string;
  /** Tells one alert of a kind about the same target from the next: each round happens once. */
  readonly round?: string;
  readonly dueAt: Date;
}

/** Plans an alert, once per kind, target and round. Nobody is told before `dueAt`. */
export async function planAlert(
  work: Work,
  { kind, targetId, round = '', dueAt }: Planned,
): Promise<boolean> {
  const { tx, now } = work;
  const made = await tx.alert.createManyAndReturn({
    data: [{ kind, targetId, round, state: 'planned', dueAt, createdAt: now }],
    skipDuplicates: true,
    select: { id: true },
  });
  const alert = made[0];
  if (!alert) return false;
  await later(work, 'alert', { alert: alert.id }, dueAt);
  return true;
}

/** Calls off what has been planned and not begun. */
export async function callOff({ tx }: Work, kind: AlertKind, targetId: string): Promise<void> {
  await tx.alert.updateMany({ where: { kind, targetId, state: 'planned' }, data: { state: 'called-off' } });
}

export interface Alert {
  readonly id: string;
  readonly kind: AlertKind;
  readonly targetId: string;
}

/**
 * Begins a planned alert: writes down who is to hear it, those who should hear first in front, in one statement however
 * many they are. Nothing when it has begun, was called off or is not due.
 */
export async function beginAlert(work: Work, id: string): Promise<Alert | undefined> {
  const { tx, now } = work;
  const begun = await tx.alert.updateMany({
    where: { id, state: 'planned', dueAt: { lte: now } },
    data: { state: 'sending' },
  });
  const alert = await alertById(work, id);
  if (begun.count === 0 || !alert) return undefined;
  await tx.$executeRaw`
    INSERT INTO delivery (alert_id, chat_id, channel, state)
    SELECT ${id}::uuid, chat.id, chat.channel, 'due'
    FROM (${hearers(alert)}) AS hearer JOIN chat ON chat.id = hearer.chat_id
    WHERE NOT chat.is_gone
    GROUP BY chat.id, chat.channel ORDER BY min(hearer.turn), min(hearer.since)
    ON CONFLICT DO NOTHING`;
  if (alert.kind === 'restock') await endWaiting(work, alert.targetId);
  return alert;
}

export async function alertById({ tx }: Work, id: string): Promise<Alert | undefined> {
  const row = await tx.alert.findUnique({ where: { id }, select: { id: true, kind: true, targetId: true } });
  return row ? { ...row, kind: row.kind as AlertKind } : undefined;
}

/** Who hears of it, each with a turn: 0 asked for just this, 1 has bought there before, 2 follows the seller, 3 the village. */
function hearers({ kind, targetId }: Alert): Prisma.Sql {
  if (kind === 'restock') return waiting('product', targetId);
  if (kind === 'stream-reminder') return waiting('stream', targetId);
  return Sql.sql`
    ${waiting('stream', targetId)}
    UNION ALL
    SELECT s.chat_id, CASE WHEN s.kind = 'village' THEN 3
      WHEN EXISTS (SELECT FROM orders o WHERE o.person_id = s.person_id AND o.seller_id = stream.seller_id) THEN 1 ELSE 2 END, s.created_at
    FROM stream JOIN seller ON seller.id = stream.seller_id
      JOIN subscription s ON (s.kind = 'seller' AND s.target_id = seller.id) OR (s.kind = 'village' AND s.target_id = seller.village_id)
    WHERE stream.id = ${targetId}::uuid
      AND NOT EXISTS (SELECT FROM member m WHERE m.seller_id = seller.id AND m.person_id = s.person_id)`;
}

const waiting = (kind: 'product' | 'stream', targetId: string): Prisma.Sql => Sql.sql`
  SELECT chat_id, 0 AS turn, created_at AS since FROM subscription WHERE kind = ${kind} AND target_id = ${targetId}::uuid`;

/** Whoever waited for a product has waited long enough: the next time they ask anew. */
async function endWaiting({ tx }: Work, productId: string): Promise<void> {
  await tx.subscription.deleteMany({ where: { kind: 'product', targetId: productId } });
}
