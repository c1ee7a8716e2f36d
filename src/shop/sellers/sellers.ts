import type { Tx } from '../../db/client/client.ts';
import { list, statement, text, uuid } from '../../db/connection/statement.ts';
import type { ChatId, PersonId, SellerId, VillageId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { villageHere } from './villages.ts';

export type Role = 'owner' | 'helper';

/** What a helper may be allowed: put up and change products, handle orders, see and move money. An owner may do all. */
export const rights = ['post', 'pack', 'money'] as const;
export type Right = (typeof rights)[number];

export interface SellerCard {
  readonly id: SellerId;
  readonly name: string;
  readonly nameEn: string | null;
  readonly story: string;
  readonly storyEn: string;
  readonly pickupPlace: string;
  /** What the household sells, in its own words. */
  readonly sells: string;
  readonly state: SellerState;
}

/** Open, waiting for the office's yes, or closed by it. */
export type SellerState = 'open' | 'waiting' | 'closed';

export const sellerCard = {
  id: true,
  name: true,
  nameEn: true,
  story: true,
  storyEn: true,
  pickupPlace: true,
  sells: true,
  state: true,
} as const;

/** State comes from a column whose CHECK constraint lists exactly these words. */
export const toSellerCard = (row: Omit<SellerCard, 'state'> & { readonly state: string }): SellerCard => ({
  ...row,
  state: row.state as SellerState,
});

const findMembership = statement(
  'membership',
  [uuid<SellerId>(), uuid<PersonId>()],
  { role: text<Role>(), rights: list(text()) },
  'SELECT role, rights FROM member WHERE seller_id = $1 AND person_id = $2',
);

/**
 * What `personId` is to the seller; nothing for strangers, nor for helpers without the `right` that is needed. Every act
 * for a seller asks this, every time.
 */
export async function requireMembership(
  tx: Tx,
  personId: PersonId,
  sellerId: SellerId,
  right?: Right,
): Promise<Role | undefined> {
  const [row] = await tx.$prepared(findMembership, sellerId, personId);
  if (!row) return undefined;
  const { role } = row;
  return right === undefined || role === 'owner' || row.rights.includes(right) ? role : undefined;
}

/** The chats of the seller's members whom orders concern: owners, and helpers who pack or see money. */
export async function findSellerChats(tx: Tx, sellerId: SellerId): Promise<ChatId[]> {
  const rows = await tx.chat.findMany({
    where: {
      channel: { endsWith: 'seller' },
      isGone: false,
      person: {
        memberships: {
          some: { sellerId, OR: [{ role: 'owner' }, { rights: { hasSome: ['pack', 'money'] } }] },
        },
      },
    },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** The chats of those who look after the village. */
export async function findOperatorChats(tx: Tx): Promise<ChatId[]> {
  const rows = await tx.chat.findMany({
    where: { channel: { endsWith: 'seller' }, isGone: false, person: { isOperator: true } },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

export const sellers = (context: TxContext) => ({
  async byId(id: SellerId): Promise<SellerCard | null> {
    const row = await context.tx.seller.findUnique({ where: { id }, select: sellerCard });
    return row && toSellerCard(row);
  },

  async all(skip: number, take: number): Promise<SellerCard[]> {
    const rows = await context.tx.seller.findMany({
      orderBy: { name: 'asc' },
      skip,
      take,
      select: sellerCard,
    });
    return rows.map(toSellerCard);
  },

  count: (): Promise<number> => context.tx.seller.count(),

  /** The village's clock. */
  timeZone: async (): Promise<string> =>
    (await context.tx.village.findFirst({ orderBy: { createdAt: 'asc' }, select: { timeZone: true } }))
      ?.timeZone ?? 'Asia/Shanghai',

  village: () => villageHere(context),

  /** Whom a person may act for, longest first. */
  async of(personId: PersonId): Promise<(SellerCard & { readonly role: Role })[]> {
    const rows = await context.tx.member.findMany({
      where: { personId },
      orderBy: { createdAt: 'asc' },
      select: { role: true, seller: { select: sellerCard } },
    });
    return rows.map((row) => ({ ...toSellerCard(row.seller), role: row.role as Role }));
  },

  requireMembership: (personId: PersonId, sellerId: SellerId, right?: Right) =>
    requireMembership(context.tx, personId, sellerId, right),
  chats: (sellerId: SellerId) => findSellerChats(context.tx, sellerId),
  operators: () => findOperatorChats(context.tx),
});

/** Finds the village's seller of that name, or makes a new one. */
export async function findOrCreateSeller(
  { tx, now }: TxContext,
  villageId: VillageId,
  name: string,
): Promise<{ id: SellerId; isNew: boolean }> {
  // Two operators who invite the same family at once create one seller.
  await tx.$executeRaw`SELECT 1 FROM village WHERE id = ${villageId}::uuid FOR NO KEY UPDATE`;
  const known = await tx.seller.findFirst({
    where: { villageId, OR: [{ name }, { nameEn: name }] },
    select: { id: true },
  });
  if (known) return { id: known.id, isNew: false };
  const made = await tx.seller.create({ data: { villageId, name, createdAt: now }, select: { id: true } });
  return { id: made.id, isNew: true };
}

/** Somebody of the village office who acts for no seller. */
export const isOfficeOnly = async ({ tx }: TxContext, personId: PersonId): Promise<boolean> =>
  (await tx.person.count({ where: { id: personId, isOperator: true, memberships: { none: {} } } })) > 0;
