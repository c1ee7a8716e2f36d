import type { Prisma } from '../../db/generated/client.ts';
import type { PersonId, SellerId, StreamId } from '../../db/ids.ts';
import type { Outcome, TxContext } from '../../db/work.ts';
import { cancelAlert, planAlert } from '../notifications/alerts.ts';
import { mayBecome } from '../orders/lifecycle.ts';
import { requireMembership } from '../sellers/sellers.ts';
import { movePlan, planStream, type StreamPlan, type StreamText, streamText } from './plans.ts';

/** What may become of a stream. One that flaps is one stream. */
export const nextStream = {
  planned: ['live', 'cancelled'],
  live: ['interrupted', 'ended'],
  interrupted: ['live', 'ended'],
  ended: ['live'],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>;

export type StreamState = keyof typeof nextStream;

/** Starting again within this time after an end continues the same stream, without a second alert. */
const RESUME_MS = 15 * 60_000;
/** A seller who goes live this long before or after the plan is keeping the plan. */
const PLAN_MS = 3 * 3_600_000;
const SHOWN = 10;

export interface StreamCard {
  readonly id: StreamId;
  readonly sellerId: SellerId;
  readonly sellerName: string;
  readonly sellerNameEn: string | null;
  readonly title: string;
  readonly url: string | null;
  readonly state: StreamState;
  readonly plannedAt: Date | null;
}

export const streams = (context: TxContext) => ({
  byId: (id: StreamId) => findStream(context, id),
  live: () => list(context, { state: { in: ['live', 'interrupted'] } }, { startedAt: 'desc' }),
  /** The one that a seller has on. */
  findLive: async (sellerId: SellerId): Promise<StreamCard | undefined> =>
    (await list(context, { sellerId, state: { in: ['live', 'interrupted'] } }, { startedAt: 'desc' }))[0],
  upcoming: (page = 0) =>
    list(
      context,
      { state: 'planned', plannedAt: { gt: new Date(context.now.getTime() - PLAN_MS) } },
      { plannedAt: 'asc' },
      page,
    ),
  plan: (personId: PersonId, sellerId: SellerId, said: StreamPlan) => plan(context, personId, sellerId, said),
  /** Moves a plan to another time, and its reminder with it. */
  replan: (personId: PersonId, id: StreamId, plannedAt: Date) => movePlan(context, personId, id, plannedAt),
  goLive: (personId: PersonId, sellerId: SellerId, said: StreamText) =>
    goLive(context, personId, sellerId, said),
  /** The picture is gone for a while; going live again goes on with the same stream. */
  interrupt: (personId: PersonId, id: StreamId) => turn(context, personId, id, 'interrupted'),
  end: (personId: PersonId, id: StreamId) => turn(context, personId, id, 'ended'),
  cancel: (personId: PersonId, id: StreamId) => cancel(context, personId, id),
});

const withSeller = {
  seller: { select: { name: true, nameEn: true } },
} as const satisfies Prisma.StreamInclude;

/** The state comes from a column whose CHECK constraint lists exactly these words. */
function asCard({ seller, ...row }: Prisma.StreamGetPayload<{ include: typeof withSeller }>): StreamCard {
  return { ...row, state: row.state as StreamState, sellerName: seller.name, sellerNameEn: seller.nameEn };
}

export async function findStream({ tx }: TxContext, id: StreamId): Promise<StreamCard | undefined> {
  const row = await tx.stream.findUnique({ where: { id }, include: withSeller });
  return row ? asCard(row) : undefined;
}

async function list(
  { tx }: TxContext,
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
  context: TxContext,
  personId: PersonId,
  sellerId: SellerId,
  said: StreamPlan,
): Promise<StreamCard | undefined> {
  const id = await planStream(context, personId, sellerId, said);
  return id === undefined ? undefined : findStream(context, id);
}

/** Why nobody goes live: the person is none of the household, or its owner has not let them post. */
type NotLive = 'not-a-member' | 'no-right';

/** Goes live: on with the stream that is on or just was, else with the one planned for now, else with a new one. */
async function goLive(
  context: TxContext,
  personId: PersonId,
  sellerId: SellerId,
  said: StreamText,
): Promise<Outcome<{ readonly stream: StreamCard }, NotLive>> {
  const { tx, now } = context;
  if (!(await requireMembership(tx, personId, sellerId, 'post'))) {
    const isMember = await requireMembership(tx, personId, sellerId);
    return { ok: false, refusal: isMember ? 'no-right' : 'not-a-member' };
  }
  await lockSeller(context, sellerId);
  const known = (await current(context, sellerId)) ?? (await plannedForNow(context, sellerId));
  const id = known ?? (await newStream(context, sellerId));
  await tx.stream.updateMany({ where: { id, startedAt: null }, data: { startedAt: now } });
  const live = { state: 'live', endedAt: null, ...streamText(said) };
  const row = await tx.stream.update({ where: { id }, data: live, include: withSeller });
  await cancelAlert(context, { kind: 'stream-reminder', targetId: id });
  await planAlert(context, { kind: 'stream-start', targetId: id, dueAt: now });
  return { ok: true, stream: asCard(row) };
}

async function newStream({ tx, now }: TxContext, sellerId: SellerId): Promise<StreamId> {
  const data = { sellerId, title: '', state: 'planned', createdAt: now };
  return (await tx.stream.create({ data, select: { id: true } })).id;
}

/** Locks the seller, so that two members who go live together start one stream; orders do not wait for it. */
async function lockSeller({ tx }: TxContext, sellerId: SellerId): Promise<void> {
  await tx.$executeRaw`SELECT id FROM seller WHERE id = ${sellerId}::uuid FOR NO KEY UPDATE`;
}

async function current({ tx, now }: TxContext, sellerId: SellerId): Promise<StreamId | undefined> {
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

async function plannedForNow({ tx, now }: TxContext, sellerId: SellerId): Promise<StreamId | undefined> {
  const around = { gte: new Date(now.getTime() - PLAN_MS), lte: new Date(now.getTime() + PLAN_MS) };
  const row = await tx.stream.findFirst({
    where: { sellerId, state: 'planned', plannedAt: around },
    orderBy: { plannedAt: 'asc' },
    select: { id: true },
  });
  return row?.id;
}

/** Moves a stream if the lifecycle lets it; false for strangers and for what is past that. */
async function turn(
  { tx, now }: TxContext,
  personId: PersonId,
  id: StreamId,
  to: StreamState,
): Promise<boolean> {
  const row = await tx.stream.findUnique({ where: { id }, select: { sellerId: true } });
  if (!row || !(await requireMembership(tx, personId, row.sellerId, 'post'))) return false;
  const moved = await tx.stream.updateMany({
    where: { id, state: { in: mayBecome(nextStream, to) } },
    data: { state: to, ...(to === 'ended' && { endedAt: now }) },
  });
  return moved.count === 1;
}

async function cancel(context: TxContext, personId: PersonId, id: StreamId): Promise<boolean> {
  const isOff = await turn(context, personId, id, 'cancelled');
  if (isOff) await cancelAlert(context, { kind: 'stream-reminder', targetId: id });
  return isOff;
}
