import type { PersonId, SellerId, StreamId } from '../../db/ids.ts';
import type { Outcome, TxContext } from '../../db/work.ts';
import { resumeAlert } from '../notifications/alerts/alert-progress.ts';
import { cancelAlert, planAlert } from '../notifications/alerts/alerts.ts';
import { requireMembership } from '../sellers/sellers.ts';
import { findStream, type StreamCard } from './cards.ts';
import { ALIVE_MS, AT_HAND_MS, after, before, EARLY_MS, LATE_MS, LONGEST_MS } from './lifecycle.ts';
import { notifyNewLink } from './link.ts';
import { touchPanel } from './panel.ts';
import { type StreamText, streamText } from './text.ts';

/** Why nobody goes live: the person is none of the household, or its owner has not let them post. */
type NotLive = 'not-a-member' | 'no-right';

/** What going live came to. */
export interface Live {
  readonly stream: StreamCard;
  /** `started`: a stream of its own, with an alert; else the one that was on, or just was, goes on. */
  readonly became: 'started' | 'resumed' | 'same';
  /** Another link than before, which those are told who had the old one. */
  readonly isNewLink: boolean;
}

/**
 * Goes live: with the plan whose time has come (or with `planId`), else on with the stream that still has signs of life,
 * else with the plan that is near, else with a new one.
 */
export async function goLive(
  context: TxContext,
  personId: PersonId,
  sellerId: SellerId,
  said: StreamText,
  planId?: StreamId,
): Promise<Outcome<Live, NotLive>> {
  const { tx } = context;
  if (!(await requireMembership(tx, personId, sellerId, 'post'))) {
    const isMember = await requireMembership(tx, personId, sellerId);
    return { ok: false, refusal: isMember ? 'no-right' : 'not-a-member' };
  }
  await lockSeller(context, sellerId);
  const asked = planId && (await openPlan(context, sellerId, planId));
  const due = asked ?? (await planAtHand(context, sellerId));
  const current = due ? undefined : await findCurrent(context, sellerId);
  if (current) return { ok: true, ...(await goOn(context, current, said)) };
  const id = due ?? (await planAhead(context, sellerId)) ?? (await newStream(context, sellerId));
  return { ok: true, ...(await begin(context, sellerId, id, said)) };
}

interface Current {
  readonly id: StreamId;
  readonly state: string;
  readonly url: string | null;
}

async function goOn(context: TxContext, current: Current, said: StreamText): Promise<Live> {
  const { tx, now } = context;
  const { id, state } = current;
  const text = streamText(said);
  const isNewLink = text.url !== undefined && current.url !== null && text.url !== current.url;
  const signs = { lastSignAt: now, askedAt: null, settledAt: null };
  await tx.stream.update({ where: { id }, data: { state: 'live', endedAt: null, ...signs, ...text } });
  if (!(await planAlert(context, { kind: 'stream-start', targetId: id, dueAt: now })))
    await resumeAlert(context, { kind: 'stream-start', targetId: id });
  if (isNewLink) await notifyNewLink(context, id);
  await touchPanel(context, id);
  return { stream: await card(context, id), became: state === 'live' ? 'same' : 'resumed', isNewLink };
}

/** Begins a stream that was planned or made for this; the seller's other stream is over, and overdue plans are this one. */
async function begin(context: TxContext, sellerId: SellerId, id: StreamId, said: StreamText): Promise<Live> {
  const { tx, now } = context;
  await endOthers(context, sellerId, id);
  await joinOverdue(context, sellerId, id);
  const signs = { startedAt: now, lastSignAt: now, askedAt: null };
  await tx.stream.update({ where: { id }, data: { state: 'live', ...signs, ...streamText(said) } });
  for (const kind of ['stream-reminder', 'stream-plan', 'stream-moved'] as const)
    await cancelAlert(context, { kind, targetId: id });
  await planAlert(context, { kind: 'stream-start', targetId: id, dueAt: now });
  await touchPanel(context, id);
  return { stream: await card(context, id), became: 'started', isNewLink: false };
}

async function card(context: TxContext, id: StreamId): Promise<StreamCard> {
  const found = await findStream(context, id);
  if (!found) throw new Error('a stream that has just begun is gone');
  return found;
}

async function newStream({ tx, now }: TxContext, sellerId: SellerId): Promise<StreamId> {
  const data = { sellerId, title: '', state: 'planned', createdAt: now };
  return (await tx.stream.create({ data, select: { id: true } })).id;
}

/** Locks the seller, so that two who go live together start one stream; orders do not wait for it. */
export async function lockSeller({ tx }: TxContext, sellerId: SellerId): Promise<void> {
  await tx.$executeRaw`SELECT id FROM seller WHERE id = ${sellerId}::uuid FOR NO KEY UPDATE`;
}

/** The stream that still has signs of life: on, or ended a while ago. */
async function findCurrent({ tx, now }: TxContext, sellerId: SellerId): Promise<Current | undefined> {
  const row = await tx.stream.findFirst({
    where: {
      sellerId,
      state: { in: ['live', 'interrupted', 'ended'] },
      closedAt: null,
      lastSignAt: { gt: before(now, ALIVE_MS) },
      startedAt: { gt: before(now, LONGEST_MS) },
    },
    orderBy: { startedAt: 'desc' },
    select: { id: true, state: true, url: true },
  });
  return row ?? undefined;
}

async function openPlan({ tx }: TxContext, sellerId: SellerId, id: StreamId): Promise<StreamId | undefined> {
  const row = await tx.stream.findFirst({ where: { id, sellerId, state: 'planned' }, select: { id: true } });
  return row?.id;
}

/** The latest plan whose time has come: reservers of tonight hear the start, however late. */
async function planAtHand({ tx, now }: TxContext, sellerId: SellerId): Promise<StreamId | undefined> {
  const row = await tx.stream.findFirst({
    where: {
      sellerId,
      state: 'planned',
      plannedAt: { gt: before(now, LATE_MS), lte: after(now, AT_HAND_MS) },
    },
    orderBy: { plannedAt: 'desc' },
    select: { id: true },
  });
  return row?.id;
}

async function planAhead({ tx, now }: TxContext, sellerId: SellerId): Promise<StreamId | undefined> {
  const row = await tx.stream.findFirst({
    where: { sellerId, state: 'planned', plannedAt: { gt: now, lte: after(now, EARLY_MS) } },
    orderBy: { plannedAt: 'asc' },
    select: { id: true },
  });
  return row?.id;
}

/** Only one stream of a seller is on: another that was, or could still go on, is over for good. */
async function endOthers({ tx, now }: TxContext, sellerId: SellerId, id: StreamId): Promise<void> {
  await tx.stream.updateMany({
    where: { sellerId, id: { not: id }, state: { in: ['live', 'interrupted'] } },
    data: { state: 'ended', endedAt: now, askedAt: null },
  });
}

/** Whoever reserved a plan that was not kept today is told of the stream that came instead. */
async function joinOverdue({ tx, now }: TxContext, sellerId: SellerId, id: StreamId): Promise<void> {
  const overdue = await tx.stream.findMany({
    where: {
      sellerId,
      id: { not: id },
      state: 'planned',
      plannedAt: { gt: before(now, LATE_MS), lte: after(now, AT_HAND_MS) },
    },
    select: { id: true },
  });
  const ids = overdue.map((plan) => plan.id);
  if (ids.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO subscription (id, person_id, chat_id, kind, target_id, created_at)
    SELECT gen_random_uuid(), person_id, chat_id, kind, ${id}::uuid, created_at FROM subscription
    WHERE kind = 'stream' AND target_id = ANY(${ids}::uuid[]) ON CONFLICT DO NOTHING`;
  await tx.subscription.deleteMany({ where: { kind: 'stream', targetId: { in: ids } } });
  await tx.stream.updateMany({ where: { id: { in: ids } }, data: { state: 'cancelled' } });
}
