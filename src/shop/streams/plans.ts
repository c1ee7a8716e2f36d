import type { PersonId, SellerId, StreamId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { alertRound, cancelAlert, planAlert } from '../notifications/alerts.ts';
import { requireMembership } from '../sellers/sellers.ts';
import { parseLink } from '../values/links.ts';

/** How long before a planned stream its reminder is sent. */
const REMIND_MS = 30 * 60_000;
const TITLE_LENGTH = 60;

/** What a seller says of a stream. A `url` that no phone could open counts as not said; `linkOf` tells beforehand. */
export interface StreamText {
  readonly title?: string;
  readonly url?: string;
}

export interface StreamPlan extends StreamText {
  readonly plannedAt: Date;
}

/** The words that were said and can be used. */
export function streamText({ title, url }: StreamText): StreamText {
  const link = url === undefined ? undefined : parseLink(url);
  return { ...(title && { title: title.slice(0, TITLE_LENGTH) }), ...(link && { url: link }) };
}

/** Plans a stream and its reminder; answers its id, nothing for strangers. */
export async function planStream(
  context: TxContext,
  personId: PersonId,
  sellerId: SellerId,
  { plannedAt, ...said }: StreamPlan,
): Promise<StreamId | undefined> {
  const { tx, now } = context;
  if (!(await requireMembership(tx, personId, sellerId, 'post'))) return undefined;
  const data = { sellerId, title: '', ...streamText(said), plannedAt, state: 'planned', createdAt: now };
  const { id } = await tx.stream.create({ data, select: { id: true } });
  await planReminder(context, id, plannedAt);
  return id;
}

/** Moves a plan to another time, and its reminder with it; false for strangers and for what has begun or is off. */
export async function movePlan(
  context: TxContext,
  personId: PersonId,
  id: StreamId,
  plannedAt: Date,
): Promise<boolean> {
  const row = await context.tx.stream.findUnique({ where: { id }, select: { sellerId: true } });
  if (!row || !(await requireMembership(context.tx, personId, row.sellerId, 'post'))) return false;
  const moved = await context.tx.stream.updateMany({ where: { id, state: 'planned' }, data: { plannedAt } });
  if (moved.count === 0) return false;
  await cancelAlert(context, { kind: 'stream-reminder', targetId: id });
  await planReminder(context, id, plannedAt);
  return true;
}

/** A stream planned for sooner than that needs no reminder. */
async function planReminder(context: TxContext, targetId: StreamId, plannedAt: Date): Promise<void> {
  const dueAt = new Date(plannedAt.getTime() - REMIND_MS);
  if (dueAt <= context.now) return;
  await planAlert(context, { kind: 'stream-reminder', targetId, round: alertRound(plannedAt), dueAt });
}
