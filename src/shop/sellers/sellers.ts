import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '../../db/client/client.ts';
import type { ChatId, PersonId, SellerId, VillageId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { villageHere } from './villages.ts';

export type Role = 'owner' | 'helper';

/** What a helper may be allowed: put up and change products, handle orders, see and move money. An owner may do all. */
export const rights = ['post', 'pack', 'money'] as const;
export type Right = (typeof rights)[number];

/** Invites are good for a week. */
const INVITE_MS = 7 * 24 * 3_600_000;

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
  const row = await tx.member.findUnique({
    where: { sellerId_personId: { sellerId, personId } },
    select: { role: true, rights: true },
  });
  if (!row) return undefined;
  const role = row.role as Role;
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

  invite: (sellerId: SellerId, role: Role) => invite(context, sellerId, role),
  join: (personId: PersonId, token: string) => join(context, personId, token),
});

/** Makes a single-use invite; the token is shown once and only its hash is kept. */
export const invite = (
  context: TxContext,
  sellerId: SellerId,
  role: Role,
  allowed: readonly Right[] = [],
): Promise<string> => newInvite(context, { sellerId, role, rights: [...allowed] });

/** … into the village's office. */
export const inviteOperator = (context: TxContext): Promise<string> =>
  newInvite(context, { sellerId: null, role: 'operator' });

async function newInvite(
  { tx, now }: TxContext,
  into: { readonly sellerId: SellerId | null; readonly role: Role | 'operator'; readonly rights?: Right[] },
): Promise<string> {
  const token = randomBytes(18).toString('base64url');
  const expiresAt = new Date(now.getTime() + INVITE_MS);
  await tx.invite.create({ data: { ...into, tokenHash: hashToken(token), createdAt: now, expiresAt } });
  return token;
}

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

export type Joined =
  | { readonly ok: true; readonly seller: SellerCard; readonly role: Role; readonly isNew: boolean }
  /** Into the village's office. */
  | { readonly ok: true; readonly seller?: undefined }
  | { readonly ok: false };

/** Whom an invite is for; it is not spent. Names in both languages. */
export async function findInvite({ tx, now }: TxContext, token: string) {
  const found = await tx.invite.findUnique({
    where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: now } },
    select: { role: true, seller: { select: { name: true, nameEn: true } } },
  });
  if (!found) return undefined;
  const { role, seller } = found;
  const name = { zh: seller?.name ?? '', en: seller?.nameEn ?? seller?.name ?? '' };
  const to: 'seller' | 'helper' | 'office' = !seller ? 'office' : role === 'helper' ? 'helper' : 'seller';
  return { to, name };
}

/** Somebody of the village office who acts for no seller. */
export const isOfficeOnly = async ({ tx }: TxContext, personId: PersonId): Promise<boolean> =>
  (await tx.person.count({ where: { id: personId, isOperator: true, memberships: { none: {} } } })) > 0;

/** Uses an invite. A second tap of the same person changes nothing; others cannot use it again. */
async function join({ tx, now }: TxContext, personId: PersonId, token: string): Promise<Joined> {
  const tokenHash = hashToken(token);
  const spent = await tx.invite.updateMany({
    where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now, usedBy: personId },
  });
  const found = await tx.invite.findUnique({
    where: { tokenHash },
    include: { seller: { select: sellerCard } },
  });
  if (!found || (spent.count === 0 && found.usedBy !== personId)) return { ok: false };
  const { sellerId, role, rights: allowed, seller } = found;
  if (sellerId === null || seller === null) {
    await tx.person.update({ where: { id: personId }, data: { isOperator: true } });
    return { ok: true };
  }
  // A spent link does not let a removed member in again.
  if (spent.count === 1) await enrol({ tx, now }, { sellerId, personId, role, rights: allowed });
  const member = await tx.member.findUnique({ where: { sellerId_personId: { sellerId, personId } } });
  if (!member) return { ok: false };
  return { ok: true, seller: toSellerCard(seller), role: member.role as Role, isNew: spent.count === 1 };
}

/** Makes a member; a helper who is invited as an owner becomes one, and an owner stays one. */
async function enrol(
  { tx, now }: Pick<TxContext, 'tx' | 'now'>,
  {
    sellerId,
    personId,
    role,
    rights,
  }: { sellerId: SellerId; personId: PersonId; role: string; rights: string[] },
): Promise<void> {
  await tx.member.createMany({
    data: [{ sellerId, personId, role, rights, createdAt: now }],
    skipDuplicates: true,
  });
  await tx.member.updateMany({ where: { sellerId, personId, role: 'helper' }, data: { role, rights } });
}

const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
