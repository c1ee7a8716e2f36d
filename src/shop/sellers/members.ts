import { endStreams } from '../../db/client/end-streams.ts';
import { int, list, nullable, statement, text, uuid } from '../../db/connection/statement.ts';
import { nameColumns, openName } from '../../db/crypto/person-name.ts';
import type { ChatId, PersonId, SellerId } from '../../db/ids.ts';
import type { Outcome, TxContext } from '../../db/work.ts';
import { invite } from './invites.ts';
import {
  type Right,
  type Role,
  requireMembership,
  rights,
  type SellerCard,
  type SellerState,
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

/** Who may act for a seller. Only owners may change it; undefined for others. */
export const members = (context: TxContext) => ({
  of: (personId: PersonId, sellerId: SellerId) =>
    asOwner(context, personId, sellerId, () => findMembers(context, sellerId)),
  inviteHelper: (personId: PersonId, sellerId: SellerId, allowed: readonly Right[]) =>
    asOwner(context, personId, sellerId, () => invite(context, sellerId, 'helper', allowed)),
  allow: (personId: PersonId, sellerId: SellerId, helperId: PersonId, right: Right, isOn: boolean) =>
    asOwner(context, personId, sellerId, () => allow(context, sellerId, helperId, right, isOn)),
  remove: (personId: PersonId, sellerId: SellerId, helperId: PersonId) =>
    removeByOwner(context, personId, sellerId, helperId),

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
  count: (personId: PersonId): Promise<number> => count(context, personId),
});

const countMemberships = statement(
  'count-memberships',
  [uuid<PersonId>()],
  { count: int() },
  'SELECT count(*)::int AS count FROM member WHERE person_id = $1',
);

async function count({ tx }: TxContext, personId: PersonId): Promise<number> {
  const [row] = await tx.$prepared(countMemberships, personId);
  return row?.count ?? 0;
}

async function asOwner<T>(
  context: TxContext,
  personId: PersonId,
  sellerId: SellerId,
  act: () => Promise<T>,
): Promise<T | undefined> {
  return (await requireMembership(context.tx, personId, sellerId)) === 'owner' ? act() : undefined;
}

/** Roles and rights come from columns whose CHECK constraints list exactly these words. */
export async function findMembers({ tx, cipher }: TxContext, sellerId: SellerId): Promise<Member[]> {
  const rows = await tx.member.findMany({
    where: { sellerId },
    orderBy: { createdAt: 'asc' },
    select: { personId: true, role: true, rights: true, person: { select: nameColumns } },
  });
  return rows.map((row) => ({
    personId: row.personId,
    name: openName(cipher, row.person),
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

/** Why a member stayed: gone already, or the last owner. */
export type NotRemoved = 'not-a-member' | 'last-owner';

async function removeByOwner(
  context: TxContext,
  personId: PersonId,
  sellerId: SellerId,
  helperId: PersonId,
): Promise<Outcome<object, NotRemoved | 'not-an-owner' | 'oneself'>> {
  if (helperId === personId) return { ok: false, refusal: 'oneself' };
  const removed = await asOwner(context, personId, sellerId, () => removeMember(context, sellerId, helperId));
  return removed ?? { ok: false, refusal: 'not-an-owner' };
}

/** Removes a member of a seller, unless it is the last owner. */
export async function removeMember(
  context: TxContext,
  sellerId: SellerId,
  personId: PersonId,
): Promise<Outcome<object, NotRemoved>> {
  const { tx } = context;
  // The lock makes two owners who remove each other take turns; then one of them is the last.
  await tx.$queryRaw`SELECT 1 FROM member WHERE seller_id = ${sellerId}::uuid ORDER BY person_id FOR UPDATE`;
  const member = await tx.member.findFirst({ where: { sellerId, personId }, select: { role: true } });
  if (!member) return { ok: false, refusal: 'not-a-member' };
  const others = await tx.member.count({ where: { sellerId, role: 'owner', personId: { not: personId } } });
  if (member.role === 'owner' && others === 0) return { ok: false, refusal: 'last-owner' };
  await tx.member.deleteMany({ where: { sellerId, personId } });
  await tx.person.updateMany({ where: { id: personId, actingForId: sellerId }, data: { actingForId: null } });
  await forgetSellerChat(context, personId);
  return { ok: true };
}

/**
 * Deletes the sellers' chat history and the files of a person who acts for no seller any more, and closes their event
 * streams: they may no longer read what buyers wrote.
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

const findActing = statement(
  'acting-for',
  [uuid<PersonId>()],
  {
    ...{ id: uuid<SellerId>(), name: text(), nameEn: nullable(text()), story: text(), storyEn: text() },
    ...{ pickupPlace: text(), sells: text(), state: text<SellerState>() },
    ...{ role: text<Role>(), rights: list(text()) },
  },
  `SELECT seller.id, seller.name, seller.name_en AS "nameEn", story, story_en AS "storyEn",
     pickup_place AS "pickupPlace", sells, state, role, rights
   FROM member JOIN seller ON seller.id = seller_id JOIN person ON person.id = person_id
   WHERE person_id = $1
   ORDER BY seller_id IS DISTINCT FROM acting_for_id, member.created_at LIMIT 1`,
);

/** For whom the person acts now: whom they chose, else the seller they joined first. */
async function acting({ tx }: TxContext, personId: PersonId): Promise<Membership | undefined> {
  const [row] = await tx.$prepared(findActing, personId);
  return row && { ...row, rights: parseRights(row.rights) };
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
