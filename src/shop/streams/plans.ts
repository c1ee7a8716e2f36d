import type { Work } from '../../db/work.ts';
import { callOff, planAlert, roundOf } from '../notifications/alerts.ts';
import { actsFor } from '../sellers/sellers.ts';
import { linkOf } from '../values/links.ts';

/** Those who reserved are reminded half an hour before. */
const REMIND_MS = 30 * 60_000;
const TITLE_LENGTH = 60;

/** What a seller says of a stream. A `url` that no phone could open counts as not said; `linkOf` tells beforehand. */
export interface StreamWords {
  readonly title?: string;
  readonly url?: string;
}

export interface StreamPlan extends StreamWords {
  readonly plannedAt: Date;
}

/** The words that were said and can be used. */
export function wordsOf({ title, url }: StreamWords): StreamWords {
  const link = url === undefined ? undefined : linkOf(url);
  return { ...(title && { title: title.slice(0, TITLE_LENGTH) }), ...(link && { url: link }) };
}

/** Plans a stream and its reminder; answers its id, nothing for strangers. */
export async function planStream(
  work: Work,
  personId: string,
  sellerId: string,
  { plannedAt, ...said }: StreamPlan,
): Promise<string | undefined> {
  const { tx, now } = work;
  if (!(await actsFor(tx, personId, sellerId, 'post'))) return undefined;
  const data = { sellerId, title: '', ...wordsOf(said), plannedAt, state: 'planned', createdAt: now };
  const { id } = await tx.stream.create({ data, select: { id: true } });
  await planReminder(work, id, plannedAt);
  return id;
}

/** Moves a plan to another time, and its reminder with it; false for strangers and for what has begun or is off. */
export async function replan(work: Work, personId: string, id: string, plannedAt: Date): Promise<boolean> {
  const row = await work.tx.stream.findUnique({ where: { id }, select: { sellerId: true } });
  if (!row || !(await actsFor(work.tx, personId, row.sellerId, 'post'))) return false;
  const moved = await work.tx.stream.updateMany({ where: { id, state: 'planned' }, data: { plannedAt } });
  if (moved.count === 0) return false;
  await callOff(work, 'stream-reminder', id);
  await planReminder(work, id, plannedAt);
  return true;
}

/** A stream planned for sooner than that needs no reminder. */
async function planReminder(work: Work, targetId: string, plannedAt: Date): Promise<void> {
  const dueAt = new Date(plannedAt.getTime() - REMIND_MS);
  if (dueAt <= work.now) return;
  await planAlert(work, { kind: 'stream-reminder', targetId, round: roundOf(plannedAt), dueAt });
}
