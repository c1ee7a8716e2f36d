import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '../db/client.ts';
import type { Work } from '../db/work.ts';

export type Role = 'owner' | 'helper';

/** Invites are good for a week. */
const INVITE_MS = 7 * 24 * 3_600_000;

export interface SellerCard {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly story: string;
  readonly storyEn: string;
  readonly pickupPlace: string;
}

const card = { id: true, name: true, nameEn: true, story: true, storyEn: true, pickupPlace: true } as const;

/** What `personId` may do for the seller; nothing for strangers. Every act for a seller asks this, every time. */
export async function actsFor(tx: Tx, personId: string, sellerId: string): Promise<Role | undefined> {
  const row = await tx.member.findUnique({
    where: { sellerId_personId: { sellerId, personId } },
    select: { role: true },
  });
  return row ? (row.role as Role) : undefined;
}

/** The chats in which the seller's people hear of orders. */
export async function chatsOfSeller(tx: Tx, sellerId: string): Promise<string[]> {
  const rows = await tx.chat.findMany({
    where: {
      channel: { endsWith: 'seller' },
      isGone: false,
      person: { memberships: { some: { sellerId } } },
    },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** The chats of those who look after the village. */
export async function chatsOfOperators(tx: Tx): Promise<string[]> {
  const rows = await tx.chat.findMany({
    where: { channel: { endsWith: 'seller' }, isGone: false, person: { isOperator: true } },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

export const sellers = (work: Work) => ({
  byId: (id: string): Promise<SellerCard | null> =>
    work.tx.seller.findUnique({ where: { id }, select: card }),

  all: (skip: number, take: number): Promise<SellerCard[]> =>
    work.tx.seller.findMany({ orderBy: { name: 'asc' }, skip, take, select: card }),

  count: (): Promise<number> => work.tx.seller.count(),

  village: () => work.tx.village.findFirst({ orderBy: { createdAt: 'asc' } }),

  /** Whom a person may act for, longest first. */
  async of(personId: string): Promise<(SellerCard & { readonly role: Role })[]> {
    const rows = await work.tx.member.findMany({
      where: { personId },
      orderBy: { createdAt: 'asc' },
      select: { role: true, seller: { select: card } },
    });
    return rows.map((row) => ({ ...row.seller, role: row.role as Role }));
  },

  actsFor: (personId: string, sellerId: string) => actsFor(work.tx, personId, sellerId),
  chats: (sellerId: string) => chatsOfSeller(work.tx, sellerId),
  operators: () => chatsOfOperators(work.tx),

  invite: (sellerId: string, role: Role) => invite(work, sellerId, role),
  join: (personId: string, token: string) => join(work, personId, token),
});

/** Makes a single-use invite; the token is shown once and only its hash is kept. */
export const invite = (work: Work, sellerId: string, role: Role): Promise<string> =>
  newInvite(work, { sellerId, role });

/** … into the village's office. */
export const inviteOperator = (work: Work): Promise<string> =>
  newInvite(work, { sellerId: null, role: 'operator' });

async function newInvite(
  { tx, now }: Work,
  into: { readonly sellerId: string | null; readonly role: Role | 'operator' },
): Promise<string> {
  const token = randomBytes(18).toString('base64url');
  const expiresAt = new Date(now.getTime() + INVITE_MS);
  await tx.invite.create({ data: { ...into, tokenHash: hashOf(token), createdAt: now, expiresAt } });
  return token;
}

/** Finds the seller of that name, or makes a new one in the only village. */
export async function sellerNamed({ tx, now }: Work, name: string): Promise<{ id: string; isNew: boolean }> {
  const known = await tx.seller.findFirst({
    where: { OR: [{ name }, { nameEn: name }] },
    select: { id: true },
  });
  if (known) return { id: known.id, isNew: false };
  const village = await tx.village.findFirstOrThrow({ orderBy: { createdAt: 'asc' }, select: { id: true } });
  const made = await tx.seller.create({
    data: { villageId: village.id, name, createdAt: now },
    select: { id: true },
  });
  return { id: made.id, isNew: true };
}

export type Joined =
  | { readonly ok: true; readonly seller: SellerCard; readonly isNew: boolean }
  /** Into the village's office. */
  | { readonly ok: true; readonly seller?: undefined }
  | { readonly ok: false };

/** Spends an invite. The same person tapping twice has joined once; nobody else can use it again. */
async function join({ tx, now }: Work, personId: string, token: string): Promise<Joined> {
  const tokenHash = hashOf(token);
  const spent = await tx.invite.updateMany({
    where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now, usedBy: personId },
  });
  const found = await tx.invite.findUnique({ where: { tokenHash }, include: { seller: { select: card } } });
  if (!found || (spent.count === 0 && found.usedBy !== personId)) return { ok: false };
  const { sellerId, role, seller } = found;
  if (sellerId === null || seller === null) {
    await tx.person.update({ where: { id: personId }, data: { isOperator: true } });
    return { ok: true };
  }
  await tx.member.createMany({ data: [{ sellerId, personId, role, createdAt: now }], skipDuplicates: true });
  return { ok: true, seller, isNew: spent.count === 1 };
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
