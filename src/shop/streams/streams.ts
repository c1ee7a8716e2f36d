import type { Prisma } from '../../db/generated/client.ts';
import type { Work } from '../../db/work.ts';
import { callOff, planAlert } from '../notifications/alerts.ts';
import { mayBecome } from '../orders/lifecycle.ts';
import { actsFor } from '../sellers/sellers.ts';
import { planStream, replan, type StreamPlan, type StreamWords, wordsOf } from './plans.ts';

/** What may become of a stream. One that flaps is one stream. */
export const nextStream = {
  planned: ['live', 'cancelled'],
  live: ['interrupted', 'ended'],
  interrupted: ['live', 'ended'],
  ended: ['live'],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>;

export type StreamState = keyof typeof nextStream;

/** Starting again so soon after an end goes on with the same stream, and nobody is told twice. */
const RESUME_MS = 15 * 60_000;
/** A seller who goes live this long before or after the plan is keeping the plan. */
const PLAN_MS = 3 * 3_600_000;
const SHOWN = 10;

export interface StreamCard {
  readonly id: string;
  readonly sellerId: string;
  readonly sellerName: string;
  readonly sellerNameEn: string | null;
  readonly title: string;
  readonly url: string | null;
  readonly state: StreamState;
  readonly plannedAt: Date | null;
}

export const streams = (work: Work) => ({
  byId: (id: string) => streamById(work, id),
  live: () => list(work, { state: { in: ['live', 'interrupted'] } }, { startedAt: 'desc' }),
  /** The one that a seller has on. */
  liveOf: async (sellerId: string): Promise<StreamCard | undefined> =>
    (await list(work, { sellerId, state: { in: ['live', 'interrupted'] } }, { startedAt: 'desc' }))[0],
  upcoming: (page = 0) =>
    list(
      work,
      { state: 'planned', plannedAt: { gt: new Date(work.now.getTime() - PLAN_MS) } },
      { plannedAt: 'asc' },
      page,
    ),
  plan: (personId: string, sellerId: string, said: StreamPlan) => plan(work, personId, sellerId, said),
  /** Moves a plan to another time, and its reminder with it. */
  replan: (personId: string, id: string, plannedAt: Date) => replan(work, personId, id, plannedAt),
  goLive: (personId: string, sellerId: string, said: StreamWords) => goLive(work, personId, sellerId, said),
  /** The picture is gone for a while; going live again goes on with the same stream. */
  interrupt: (personId: string, id: string) => turn(work, personId, id, 'interrupted'),
  end: (personId: string, id: string) => turn(work, personId, id, 'ended'),
  cancel: (personId: string, id: string) => cancel(work, personId, id),
});

const withSeller = {
  seller: { select: { name: true, nameEn: true } },
} as const satisfies Prisma.StreamInclude;

/** The state comes from a column whose CHECK constraint lists exactly these words. */
function asCard({ seller, ...row }: Prisma.StreamGetPayload<{ include: typeof withSeller }>): StreamCard {
  return { ...row, state: row.state as StreamState, sellerName: seller.name, sellerNameEn: seller.nameEn };
}

export async function streamById({ tx }: Work, id: string): Promise<StreamCard | undefined> {
  const row = await tx.stream.findUnique({ where: { id }, include: withSeller });
  return row ? asCard(row) : undefined;
}

async function list(
  { tx }: Work,
  where: Prisma.StreamWhereInput,
  orderBy: Prisma.StreamOrderByWithRelationInput,
  page = 0,
): Promise<StreamCard[]> {
  const rows = await tx.stream.findMany({
    where,
    orderBy: [orderBy, { id: 'asc' }],
    skip: page * SHOWN,
    take: SHOWN,
    include: withSeller,
  });
  return rows.map(asCard);
}

async function plan(
  work: Work,
  personId: string,
  sellerId: string,
  said: StreamPlan,
): Promise<StreamCard | undefined> {
  const id = await planStream(work, personId, sellerId, said);
  return id === undefined ? undefined : streamById(work, id);
}

/** Goes live: on with the stream that is on or just was, else with the one planned for now, else with a new one. */
async function goLive(
  work: Work,
  personId: string,
  sellerId: string,
  said: StreamWords,
): Promise<StreamCard | undefined> {
  const { tx, now } = work;
  if (!(await actsFor(tx, personId, sellerId, 'post'))) return undefined;
  await lockSeller(work, sellerId);
  const known = (await current(work, sellerId)) ?? (await plannedForNow(work, sellerId));
  const id = known ?? (await newStream(work, sellerId));
  await tx.stream.updateMany({ where: { id, startedAt: null }, data: { startedAt: now } });
  await tx.stream.update({ where: { id }, data: { state: 'live', endedAt: null, ...wordsOf(said) } });
  await callOff(work, 'stream-reminder', id);
  await planAlert(work, { kind: 'stream-start', targetId: id, dueAt: now });
  return streamById(work, id);
}

async function newStream({ tx, now }: Work, sellerId: string): Promise<string> {
  const data = { sellerId, title: '', state: 'planned', createdAt: now };
  return (await tx.stream.create({ data, select: { id: true } })).id;
}

/** Two members who go live at once start one stream; orders from the seller do not wait for it. */
async function lockSeller({ tx }: Work, sellerId: string): Promise<void> {
  await tx.$executeRaw`SELECT id FROM seller WHERE id = ${sellerId}::uuid FOR NO KEY UPDATE`;
}

async function current({ tx, now }: Work, sellerId: string): Promise<string | undefined> {
  const row = await tx.stream.findFirst({
    where: {
      sellerId,
      OR: [
        { state: { in: ['live', 'interrupted'] } },
        { state: 'ended', endedAt: { gt: new Date(now.getTime() - RESUME_MS) } },
      ],
    },
    orderBy: { startedAt: 'desc' },
    select: { id: true },
  });
  return row?.id;
}

async function plannedForNow({ tx, now }: Work, sellerId: string): Promise<string | undefined> {
  const around = { gte: new Date(now.getTime() - PLAN_MS), lte: new Date(now.getTime() + PLAN_MS) };
  const row = await tx.stream.findFirst({
    where: { sellerId, state: 'planned', plannedAt: around },
    orderBy: { plannedAt: 'asc' },
    select: { id: true },
  });
  return row?.id;
}

/** Moves a stream if the lifecycle lets it; false for strangers and for what is past that. */
async function turn({ tx, now }: Work, personId: string, id: string, to: StreamState): Promise<boolean> {
  const row = await tx.stream.findUnique({ where: { id }, select: { sellerId: true } });
  if (!row || !(await actsFor(tx, personId, row.sellerId, 'post'))) return false;
  const moved = await tx.stream.updateMany({
    where: { id, state: { in: mayBecome(nextStream, to) } },
    data: { state: to, ...(to === 'ended' && { endedAt: now }) },
  });
  return moved.count === 1;
}

async function cancel(work: Work, personId: string, id: string): Promise<boolean> {
  const isOff = await turn(work, personId, id, 'cancelled');
  if (isOff) await callOff(work, 'stream-reminder', id);
  return isOff;
}
