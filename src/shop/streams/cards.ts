import type { Prisma } from '../../db/generated/client.ts';
import type { SellerId, StreamId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { before, LATE_MS, type StreamState } from './lifecycle.ts';

/** A stream as people see it. */
export interface StreamCard {
  readonly id: StreamId;
  readonly sellerId: SellerId;
  readonly sellerName: string;
  readonly sellerNameEn: string | null;
  readonly title: string;
  readonly url: string | null;
  readonly replayUrl: string | null;
  readonly state: StreamState;
  readonly plannedAt: Date | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

const SHOWN = 10;

export const withSeller = {
  seller: { select: { name: true, nameEn: true } },
} as const satisfies Prisma.StreamInclude;

/** The state comes from a column whose CHECK constraint lists exactly these words. */
export function toStreamCard(row: Prisma.StreamGetPayload<{ include: typeof withSeller }>): StreamCard {
  const { id, sellerId, title, url, replayUrl, plannedAt, startedAt, endedAt, seller } = row;
  const times = { plannedAt, startedAt, endedAt };
  const words = { title, url, replayUrl, sellerName: seller.name, sellerNameEn: seller.nameEn };
  return { id, sellerId, ...words, state: row.state as StreamState, ...times };
}

export async function findStream({ tx }: TxContext, id: StreamId): Promise<StreamCard | undefined> {
  const row = await tx.stream.findUnique({ where: { id }, include: withSeller });
  return row ? toStreamCard(row) : undefined;
}

/** The streams that are on, the newest first; of one seller where that is said. */
export const findLiveStreams = (context: TxContext, sellerId?: SellerId): Promise<StreamCard[]> =>
  list(
    context,
    { state: { in: ['live', 'interrupted'] }, ...(sellerId && { sellerId }) },
    { startedAt: 'desc' },
  );

/** Confirmed plans, the next first: those too that are late, as long as they may still begin. */
export const findPlans = (context: TxContext, sellerId?: SellerId, page = 0): Promise<StreamCard[]> =>
  list(
    context,
    {
      state: 'planned',
      plannedAt: { gt: before(context.now, LATE_MS) },
      ...(sellerId && { sellerId }),
    },
    { plannedAt: 'asc' },
    page,
  );

/** A draft is what its seller has in hand for so long; after that they speak of something else. */
const IN_HAND_MS = 30 * 60_000;

/** The plan whose card a seller was just shown, and of which nobody has been told. */
export async function findDraft(context: TxContext, sellerId: SellerId): Promise<StreamCard | undefined> {
  const since = before(context.now, IN_HAND_MS);
  const [draft] = await list(
    context,
    { state: 'draft', sellerId, createdAt: { gt: since } },
    { createdAt: 'desc' },
  );
  return draft;
}

/** The last stream of a seller's that is over. */
export async function findLast(context: TxContext, sellerId: SellerId): Promise<StreamCard | undefined> {
  const [last] = await list(context, { state: 'ended', sellerId }, { startedAt: 'desc' });
  return last;
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
  return rows.map(toStreamCard);
}
