import { endStreams } from '../../db/client/end-streams.ts';
import type { ChatId, PersonId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import {
  invite,
  type Right,
  type Role,
  requireMembership,
  rights,
  type SellerCard,
  sellerCard,
  toSellerCard,
} from './sellers.ts';

/** A person who may act for a seller. */
export interface Member {
  readonly personId: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly rights: readonly Right[];
}

/** A seller for whom a person may act. */
export interface Membership extends SellerCard {
  readonly role: Role;
  readonly rights: readonly Right[];
}

/** Who may act for whom. Only an owner says so; `undefined` where the person is none. */
export const members = (context: TxContext) => ({
  of: (personId: PersonId, sellerId: SellerId) =>
    asOwner(context, personId, sellerId, () => findMembers(context, sellerId)),
  inviteHelper: (personId: PersonId, sellerId: SellerId, allowed: readonly Right[]) =>
    asOwner(context, personId, sellerId, () => invite(context, sellerId, 'helper', allowed)),
  allow: (personId: PersonId, sellerId: SellerId, helperId: PersonId, right: Right, isOn: boolean) =>
    asOwner(context, personId, sellerId, () => allow(context, sellerId, helperId, right, isOn)),
  remove: (personId: PersonId, sellerId: SellerId, helperId: PersonId) =>
    asOwner(context, personId, sellerId, () =>
      helperId === personId ? Promise.resolve(false) : removeMember(context, sellerId, helperId),
    ),

  /** A person's seller chats. */
  async chats(personId: PersonId): Promise<ChatId[]> {
    const rows = await context.tx.chat.findMany({
      where: { personId, channel: { endsWith: 'seller' }, isGone: false },
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  },
  acting: (personId: PersonId) => acting(context, personId),
  actFor: (personId: PersonId, sellerId: SellerId) => actFor(context, personId, sellerId),
  /** How many sellers the person may act for. */
  count: (personId: PersonId): Promise<number> => context.tx.member.count({ where: { personId } }),
});

async function asOwner<T>(
  context: TxContext,
  personId: PersonId,
  sellerId: SellerId,
  act: () => Promise<T>,
): Promise<T | undefined> {
  return (await requireMembership(context.tx, personId, sellerId)) === 'owner' ? act() : undefined;
}

/** Roles and rights come from columns whose CHECK constraints list exactly these words. */
export async function findMembers({ tx }: TxContext, sellerId: SellerId): Promise<Member[]> {
  const rows = await tx.member.findMany({
    where: { sellerId },
    orderBy: { createdAt: 'asc' },
    select: { personId: true, role: true, rights: true, person: { select: { name: true } } },
  });
  return rows.map((row) => ({
    personId: row.personId,
    name: row.person.name,
    role: row.role as Role,
    rights: parseRights(row.rights),
  }));
}

const parseRights = (words: readonly string[]): Right[] => rights.filter((right) => words.includes(right));

async function allow(
  { tx }: TxContext,
  sellerId: SellerId,
  personId: PersonId,
  right: Right,
  isOn: boolean,
): Promise<void> {
  const row = await tx.member.findFirst({ where: { sellerId, personId, role: 'helper' } });
  if (!row) return;
  const allowed = rights.filter((one) => (one === right ? isOn : row.rights.includes(one)));
  await tx.member.updateMany({ where: { sellerId, personId, role: 'helper' }, data: { rights: allowed } });
}

/** Ends somebody's part in a household; not that of its last owner. Whether it was ended. */
export async function removeMember(
  context: TxContext,
  sellerId: SellerId,
  personId: PersonId,
): Promise<boolean> {
  const { tx } = context;
  // Two owners who remove each other come one after the other: then one of them is the last.
  await tx.$queryRaw`SELECT 1 FROM member WHERE seller_id = ${sellerId}::uuid ORDER BY person_id FOR UPDATE`;
  const others = await tx.member.count({ where: { sellerId, role: 'owner', personId: { not: personId } } });
  const role = others > 0 ? {} : { role: 'helper' };
  const gone = await tx.member.deleteMany({ where: { sellerId, personId, ...role } });
  if (gone.count === 0) return false;
  await tx.person.updateMany({ where: { id: personId, actingForId: sellerId }, data: { actingForId: null } });
  await forgetSellerChat(context, personId);
  return true;
}

/**
 * Who acts for nobody any more reads no more what buyers told: the history of their sellers' chat goes, with the files
 * made for them, and every open stream closes.
 */
export async function forgetSellerChat({ tx }: TxContext, personId: PersonId): Promise<void> {
  const person = await tx.person.findUnique({ where: { id: personId }, select: { isOperator: true } });
  const isElsewhere = person?.isOperator || (await tx.member.count({ where: { personId } })) > 0;
  if (!isElsewhere) {
    await tx.message.deleteMany({ where: { chat: { personId, channel: 'web-seller' } } });
    await tx.download.deleteMany({ where: { personId } });
  }
  await endStreams(tx, personId);
}

/** For whom the person acts now: whom they chose, else the seller they joined first. */
async function acting({ tx }: TxContext, personId: PersonId): Promise<Membership | undefined> {
  const person = await tx.person.findUnique({ where: { id: personId }, select: { actingForId: true } });
  const rows = await tx.member.findMany({
    where: { personId },
    orderBy: { createdAt: 'asc' },
    select: { role: true, rights: true, seller: { select: sellerCard } },
  });
  const row = rows.find(({ seller }) => seller.id === person?.actingForId) ?? rows[0];
  if (!row) return undefined;
  return { ...toSellerCard(row.seller), role: row.role as Role, rights: parseRights(row.rights) };
}

/** Chooses for whom to act; false for those who may not. */
async function actFor({ tx }: TxContext, personId: PersonId, sellerId: SellerId): Promise<boolean> {
  if (!(await requireMembership(tx, personId, sellerId))) return false;
  await tx.person.updateMany({
    where: { id: personId, OR: [{ actingForId: null }, { actingForId: { not: sellerId } }] },
    data: { actingForId: sellerId },
  });
  return true;
}
