import type { ChatId, PersonId, SellerId, StreamId } from '../../db/ids.ts';
import { enqueue } from '../../db/outbox/outbox.ts';
import type { TxContext } from '../../db/work.ts';
import { replaceAlerts } from '../notifications/alerts/alert-progress.ts';
import { cancelAlert, planAlert } from '../notifications/alerts/alerts.ts';
import { alertRound } from '../notifications/alerts/stream-alerts.ts';
import { requireMembership } from '../sellers/sellers.ts';
import { turnStream } from './end.ts';
import { before, LATE_MS, OVERDUE_MS } from './lifecycle.ts';
import { type StreamText, streamText } from './text.ts';

/** How long before a planned stream its reminder is sent. */
const REMIND_MS = 30 * 60_000;
/** Followers of a stream that begins sooner than this hear of the plan at once; else in their next digest. */
const SOON_MS = 3 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

export interface StreamPlan extends StreamText {
  readonly plannedAt: Date;
}

/** Writes a plan that nobody is told of until it is confirmed; answers its id, nothing for strangers. */
export async function draftPlan(
  context: TxContext,
  personId: PersonId,
  sellerId: SellerId,
  { plannedAt, ...said }: StreamPlan,
): Promise<StreamId | undefined> {
  const { tx, now } = context;
  if (!(await requireMembership(tx, personId, sellerId, 'post'))) return undefined;
  await tx.stream.deleteMany({ where: { sellerId, state: 'draft' } });
  const data = { sellerId, title: '', ...streamText(said), plannedAt, state: 'draft', createdAt: now };
  return (await tx.stream.create({ data, select: { id: true } })).id;
}

/** When followers hear of a plan. */
export type Announced = 'now' | 'digest';

/** Makes a draft a plan: those who follow hear of it once. Undefined for strangers, and for what is no draft in time. */
export async function confirmPlan(
  context: TxContext,
  personId: PersonId,
  id: StreamId,
): Promise<Announced | undefined> {
  const { tx, now } = context;
  const plan = await findOwnPlan(context, personId, id, ['draft']);
  if (!plan || plan.plannedAt <= now) return undefined;
  const confirmed = await tx.stream.updateMany({
    where: { id, state: 'draft' },
    data: { state: 'planned', createdAt: now },
  });
  if (confirmed.count === 0) return undefined;
  await planReminder(context, id, plan.plannedAt);
  await planAlert(context, { kind: 'stream-plan', targetId: id, dueAt: now });
  return isSoon(plan.plannedAt, now) ? 'now' : 'digest';
}

/** Whether a plan is told at once, and not in the next digest. */
const isSoon = (plannedAt: Date, from: Date): boolean => plannedAt.getTime() - from.getTime() <= SOON_MS;

/** Plans a stream and its reminder at once, confirmed by whoever calls; answers its id, nothing for strangers. */
export async function planStream(
  context: TxContext,
  personId: PersonId,
  sellerId: SellerId,
  plan: StreamPlan,
): Promise<StreamId | undefined> {
  const id = await draftPlan(context, personId, sellerId, plan);
  if (id !== undefined) await confirmPlan(context, personId, id);
  return id;
}

/**
 * Moves a plan to another time, and its reminder with it: whoever reserved hears in one message. False for strangers
 * and for what has begun or is off.
 */
export async function movePlan(
  context: TxContext,
  personId: PersonId,
  id: StreamId,
  plannedAt: Date,
): Promise<boolean> {
  const plan = await findOwnPlan(context, personId, id, ['draft', 'planned']);
  if (!plan) return false;
  const moved = await context.tx.stream.updateMany({
    where: { id, state: { in: ['draft', 'planned'] } },
    data: { plannedAt, askedAt: null },
  });
  if (moved.count === 0 || plan.state === 'draft') return moved.count === 1;
  if (plannedAt.getTime() === plan.plannedAt.getTime()) return true;
  await cancelAlert(context, { kind: 'stream-reminder', targetId: id });
  await planReminder(context, id, plannedAt);
  await tellReservers(context, id, 'stream-moved');
  return true;
}

/** Calls a plan off: whoever reserved hears in one message. */
export async function cancelPlan(context: TxContext, personId: PersonId, id: StreamId): Promise<boolean> {
  const plan = await findOwnPlan(context, personId, id, ['draft', 'planned']);
  if (!plan || !(await turnStream(context, personId, id, 'cancelled'))) return false;
  if (plan.state === 'planned') await tellOff(context, id);
  return true;
}

async function tellOff(context: TxContext, id: StreamId): Promise<void> {
  for (const kind of ['stream-reminder', 'stream-plan'] as const)
    await cancelAlert(context, { kind, targetId: id });
  await tellReservers(context, id, 'stream-off');
}

/** An earlier message about the plan that is still on its way is not sent any more: this one says how it is now. */
async function tellReservers(
  context: TxContext,
  id: StreamId,
  kind: 'stream-moved' | 'stream-off',
): Promise<void> {
  await replaceAlerts(context, { kind: 'stream-moved', targetId: id });
  await planAlert(context, { kind, targetId: id, round: context.now.toISOString(), dueAt: context.now });
}

/** A stream planned for sooner than that needs no reminder. */
async function planReminder(context: TxContext, targetId: StreamId, plannedAt: Date): Promise<void> {
  const dueAt = new Date(plannedAt.getTime() - REMIND_MS);
  if (dueAt <= context.now) return;
  await planAlert(context, { kind: 'stream-reminder', targetId, round: alertRound(plannedAt), dueAt });
}

interface OwnPlan {
  readonly state: string;
  readonly sellerId: SellerId;
  readonly plannedAt: Date;
}

export async function findOwnPlan(
  { tx }: TxContext,
  personId: PersonId,
  id: StreamId,
  states: readonly string[],
): Promise<OwnPlan | undefined> {
  const row = await tx.stream.findUnique({
    where: { id, state: { in: [...states] } },
    select: { state: true, sellerId: true, plannedAt: true },
  });
  if (!row?.plannedAt || !(await requireMembership(tx, personId, row.sellerId, 'post'))) return undefined;
  return { ...row, plannedAt: row.plannedAt };
}

/** Marks the plans whose time is past and that have not begun: their sellers are asked, once for each time. */
export async function askOverdue({ tx, now }: TxContext): Promise<StreamId[]> {
  const rows = await tx.$queryRaw<{ id: StreamId }[]>`
    UPDATE stream SET asked_at = ${now} WHERE id IN (
      SELECT id FROM stream WHERE state = 'planned' AND asked_at IS NULL
        AND planned_at <= ${before(now, OVERDUE_MS)} AND planned_at > ${before(now, LATE_MS)}
      ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  return rows.map((row) => row.id);
}

/** Calls off the plans that nobody kept, and forgets drafts that nobody confirmed. Whoever reserved is told. */
export async function dropOverdue(context: TxContext): Promise<void> {
  const { tx, now } = context;
  const rows = await tx.$queryRaw<{ id: StreamId }[]>`
    UPDATE stream SET state = 'cancelled', ended_at = ${now} WHERE id IN (
      SELECT id FROM stream WHERE state = 'planned' AND planned_at <= ${before(now, LATE_MS)}
      ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  for (const { id } of rows) await tellOff(context, id);
  await tx.stream.deleteMany({ where: { state: 'draft', createdAt: { lt: before(now, DAY_MS) } } });
}

/** Has a plan's poster drawn for a chat; false for strangers. */
export async function drawPlanPoster(
  context: TxContext,
  personId: PersonId,
  id: StreamId,
  chatId: ChatId,
): Promise<boolean> {
  if (!(await findOwnPlan(context, personId, id, ['planned']))) return false;
  await enqueue(context, 'draw-stream-poster', { stream: id, person: personId, chat: chatId });
  return true;
}
