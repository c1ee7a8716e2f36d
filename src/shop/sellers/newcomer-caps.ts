import type { Tx } from '../../db/client/client.ts';
import type { SellerId, VillageId } from '../../db/ids.ts';
import { type Fen, fen } from '../values/money.ts';

/** What newcomers may have waiting for a seller's yes on pay on delivery, in one village. */
export interface NewcomerCaps {
  /** Of one person, or of one phone; null: no limit. */
  readonly person: Fen | null;
  /** Going to one address; null: no limit. */
  readonly address: Fen | null;
  /** Of one product, all newcomers together: percent of its stock; 100: no limit. */
  readonly share: number;
}

export const newcomerCaps = ['person', 'address', 'share'] as const;
export type NewcomerCap = (typeof newcomerCaps)[number];

/** The largest amount that an operator may set: a hundred thousand yuan. Beyond it there is no limit. */
const MAX_CAP = fen(10_000_000);

export interface VillageCaps extends NewcomerCaps {
  readonly villageId: VillageId;
}

/** The caps of the village that a seller is of. */
export async function findSellerCaps(tx: Tx, sellerId: SellerId): Promise<VillageCaps> {
  const { villageId, village } = await tx.seller.findUniqueOrThrow({
    where: { id: sellerId },
    select: { villageId: true, village: { select: columns } },
  });
  return { villageId, ...toCaps(village) };
}

export async function findVillageCaps(tx: Tx): Promise<NewcomerCaps | undefined> {
  const row = await tx.village.findFirst({ orderBy: { createdAt: 'asc' }, select: columns });
  return row ? toCaps(row) : undefined;
}

/** Fen, or percent for the share; null lifts a limit. False for what is out of bounds. */
export async function setVillageCap(tx: Tx, cap: NewcomerCap, to: number | null): Promise<boolean> {
  const most = cap === 'share' ? 100 : MAX_CAP;
  if (to !== null && (!Number.isSafeInteger(to) || to < 0 || to > most)) return false;
  const amount = to === null ? null : fen(to);
  const data = {
    person: { newcomerPerson: amount },
    address: { newcomerAddress: amount },
    share: { newcomerShare: to ?? 100 },
  }[cap];
  return (await tx.village.updateMany({ data })).count > 0;
}

const columns = { newcomerPerson: true, newcomerAddress: true, newcomerShare: true } as const;

const toCaps = (row: {
  newcomerPerson: Fen | null;
  newcomerAddress: Fen | null;
  newcomerShare: number;
}): NewcomerCaps => ({
  person: row.newcomerPerson,
  address: row.newcomerAddress,
  share: row.newcomerShare,
});
