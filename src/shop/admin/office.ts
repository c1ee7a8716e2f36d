import { endStreams } from '../../db/client/end-streams.ts';
import type { PersonId, SellerId } from '../../db/ids.ts';
import { enqueueFailedAgain } from '../../db/outbox/outbox.ts';
import type { TxContext } from '../../db/work.ts';
import type { Page } from '../catalogue/catalogue.ts';
import { findMembers, forgetSellerChat, removeMember } from '../sellers/members.ts';
import { findOrCreateSeller, invite } from '../sellers/sellers.ts';
import { villageHere } from '../sellers/villages.ts';

const PAGE_SIZE = 8;

export type SellerState = 'open' | 'waiting' | 'closed';

/** A seller as the office sees it. */
export interface SellerProfile {
  readonly id: SellerId;
  readonly name: string;
  readonly nameEn: string | null;
  readonly state: SellerState;
  readonly sells: string;
  readonly pickupPlace: string;
  readonly people: readonly string[];
  readonly onSale: number;
}

/** Today's figures, by the village's own day. */
export interface Today {
  readonly orders: number;
  /** Fen, of orders that were not cancelled, declined or expired. */
  readonly earned: number;
  readonly unanswered: number;
  readonly live: number;
  readonly buyers: number;
  readonly asking: number;
  readonly waiting: number;
  readonly parked: number;
  readonly failed: number;
}

/** An event that could not be handled. */
export interface Parked {
  readonly id: string;
  /** Nothing where they have no chat any more. */
  readonly personId: PersonId | null;
  readonly name: string;
  readonly channel: string;
  readonly at: Date;
}

/** A job that was given up. */
export interface Failed {
  readonly id: string;
  readonly job: string;
  readonly at: Date;
}

/** Acts of the village office. Each checks that the person is an operator; undefined for anybody else. */
export const admin = (context: TxContext) => ({
  isOf: (personId: PersonId) => isOperator(context, personId),
  today: (personId: PersonId) => asOperator(context, personId, () => today(context)),
  invite: (personId: PersonId, name: string) =>
    asOperator(context, personId, () => inviteSeller(context, name)),
  inviteAgain: (personId: PersonId, sellerId: SellerId) =>
    asOperator(context, personId, () => invite(context, sellerId, 'owner')),
  households: (personId: PersonId, page: number) =>
    asOperator(context, personId, () => households(context, page)),
  household: (personId: PersonId, id: SellerId) =>
    asOperator(context, personId, () => household(context, id)),
  setState: (personId: PersonId, id: SellerId, state: SellerState) =>
    asOperator(context, personId, () => setState(context, personId, id, state)),
  parked: (personId: PersonId, page: number) => asOperator(context, personId, () => parked(context, page)),
  retryParked: (personId: PersonId, id: string) =>
    asOperator(context, personId, () => endParked(context, id, 'waiting')),
  dropParked: (personId: PersonId, id: string) =>
    asOperator(context, personId, () => endParked(context, id, 'handled')),
  failed: (personId: PersonId, page: number) => asOperator(context, personId, () => failed(context, page)),
  retryFailed: (personId: PersonId, id: string) =>
    asOperator(context, personId, () => retryFailed(context, id)),
  ban: (personId: PersonId, ofPerson: PersonId) =>
    asOperator(context, personId, () => setBanned(context, ofPerson, true)),
  unban: (personId: PersonId, ofPerson: PersonId) =>
    asOperator(context, personId, () => setBanned(context, ofPerson, false)),
  banned: (personId: PersonId, page: number) => asOperator(context, personId, () => banned(context, page)),
  /** Who looks after the village. */
  operators: (personId: PersonId) => asOperator(context, personId, () => findOperators(context)),
  /** Ends somebody's part in the office; not one's own, so that it is never empty. */
  removeOperator: (personId: PersonId, ofPerson: PersonId) =>
    asOperator(context, personId, () => removeOperator(context, personId, ofPerson)),
  /** Who may act for a household. */
  members: (personId: PersonId, sellerId: SellerId) =>
    asOperator(context, personId, () => findMembers(context, sellerId)),
  removeMember: (personId: PersonId, sellerId: SellerId, ofPerson: PersonId) =>
    asOperator(context, personId, () => removeMember(context, sellerId, ofPerson)),
  /** Names whose account invoices go to; empty: nobody's, and nothing is invoiced. */
  setPayee: (personId: PersonId, payee: string) =>
    asOperator(context, personId, () => setPayee(context, payee)),
  /** Somebody whom a conversation, a parked message or an order has named: for a ban that an operator thinks of. */
  findPerson: (personId: PersonId, ofPerson: PersonId) =>
    asOperator(context, personId, () =>
      context.tx.person.findUnique({ where: { id: ofPerson }, select: { id: true, name: true } }),
    ),
  /** Who bought by that number: for a ban that somebody asks for. */
  findBuyer: (personId: PersonId, number: string) =>
    asOperator(context, personId, () => findBuyer(context, number)),
});

async function setPayee({ tx }: TxContext, payee: string): Promise<boolean> {
  return (await tx.village.updateMany({ data: { payee } })).count > 0;
}

const isOperator = async ({ tx }: TxContext, personId: PersonId): Promise<boolean> =>
  (await tx.person.count({ where: { id: personId, isOperator: true } })) > 0;

async function asOperator<T>(
  context: TxContext,
  personId: PersonId,
  act: () => Promise<T>,
): Promise<T | undefined> {
  return (await isOperator(context, personId)) ? act() : undefined;
}

async function today({ tx, now }: TxContext): Promise<Today> {
  const [orders] = await tx.$queryRaw<{ orders: bigint; earned: bigint; buyers: bigint }[]>`
    SELECT count(*) AS orders, count(DISTINCT person_id) AS buyers,
      coalesce(sum(total) FILTER (WHERE fulfilment NOT IN ('cancelled', 'declined', 'expired')), 0) AS earned
    FROM orders WHERE placed_at >= (
      SELECT date_trunc('day', ${now}::timestamptz AT TIME ZONE time_zone) AT TIME ZONE time_zone
      FROM village ORDER BY created_at LIMIT 1)`;
  return {
    orders: Number(orders?.orders ?? 0),
    earned: Number(orders?.earned ?? 0),
    buyers: Number(orders?.buyers ?? 0),
    unanswered: await tx.order.count({ where: { fulfilment: 'placed', payment: { in: ['none', 'paid'] } } }),
    live: await tx.stream.count({ where: { state: 'live' } }),
    asking: await tx.conversation.count({ where: { kind: 'help', state: 'open' } }),
    waiting: await tx.seller.count({ where: { state: 'waiting' } }),
    parked: await tx.inbox.count({ where: { state: 'parked' } }),
    failed: await tx.outbox.count({ where: { failedAt: { not: null } } }),
  };
}

/** The result of an invitation. It needs a village. */
export type Invited =
  | { readonly ok: true; readonly token: string; readonly isNew: boolean }
  | { readonly ok: false; readonly why: 'no-village' };

/** Creates an owner's invite, and the seller where there is none of that name. */
export async function inviteSeller(context: TxContext, name: string): Promise<Invited> {
  const village = await villageHere(context);
  if (!village) return { ok: false, why: 'no-village' };
  const { id, isNew } = await findOrCreateSeller(context, village.id, name);
  return { ok: true, token: await invite(context, id, 'owner'), isNew };
}

const withPeople = {
  members: { select: { person: { select: { name: true } } } },
  _count: { select: { products: { where: { status: 'on-sale' } } } },
} as const;

/** Sellers that wait for approval come first. */
async function households({ tx }: TxContext, wanted: number): Promise<Page<SellerProfile>> {
  const pages = countPages(await tx.seller.count());
  const page = clampPage(wanted, pages);
  const rows = await tx.seller.findMany({
    orderBy: [{ state: 'desc' }, { name: 'asc' }],
    skip: page * PAGE_SIZE,
    take: PAGE_SIZE,
    include: withPeople,
  });
  return { items: rows.map(toSellerProfile), page, pages };
}

async function household({ tx }: TxContext, id: SellerId): Promise<SellerProfile | undefined> {
  const row = await tx.seller.findUnique({ where: { id }, include: withPeople });
  return row ? toSellerProfile(row) : undefined;
}

interface SellerRow extends Pick<SellerProfile, 'id' | 'name' | 'nameEn' | 'sells' | 'pickupPlace'> {
  readonly state: string;
  readonly members: readonly { readonly person: { readonly name: string } }[];
  readonly _count: { readonly products: number };
}

/** States come from a column whose CHECK constraint lists exactly these words. */
const toSellerProfile = ({
  id,
  name,
  nameEn,
  sells,
  pickupPlace,
  state,
  members,
  _count,
}: SellerRow): SellerProfile => ({
  id,
  name,
  nameEn,
  sells,
  pickupPlace,
  state: state as SellerState,
  people: members.map(({ person }) => person.name),
  onSale: _count.products,
});

/** Closing a seller pauses its products and records who did it. */
async function setState(
  context: TxContext,
  personId: PersonId,
  id: SellerId,
  state: SellerState,
): Promise<SellerProfile | undefined> {
  const { tx, now } = context;
  await tx.seller.updateMany({ where: { id }, data: { state } });
  if (state === 'closed') {
    const paused = await tx.product.updateManyAndReturn({
      where: { sellerId: id, status: 'on-sale' },
      data: { status: 'paused' },
      select: { id: true },
    });
    await tx.productEvent.createMany({
      data: paused.map((product) => ({
        productId: product.id,
        personId,
        change: 'status',
        before: 'on-sale',
        after: 'paused',
        at: now,
      })),
    });
  }
  return household(context, id);
}

async function parked({ tx }: TxContext, wanted: number): Promise<Page<Parked>> {
  const where = { state: 'parked' };
  const pages = countPages(await tx.inbox.count({ where }));
  const page = clampPage(wanted, pages);
  const rows = await tx.$queryRaw<(Omit<Parked, 'id' | 'name'> & { id: bigint; name: string | null })[]>`
    SELECT inbox.id, person.id AS "personId", person.name, inbox.channel, inbox.at FROM inbox
      LEFT JOIN chat ON chat.channel = inbox.channel AND chat.address = inbox.address
      LEFT JOIN person ON person.id = chat.person_id
    WHERE inbox.state = 'parked' ORDER BY inbox.id DESC LIMIT ${PAGE_SIZE} OFFSET ${page * PAGE_SIZE}`;
  return { items: rows.map((row) => ({ ...row, id: String(row.id), name: row.name ?? '' })), page, pages };
}

/** Lets the next sweep try a parked event again, or drops it. */
async function endParked({ tx }: TxContext, id: string, state: 'waiting' | 'handled'): Promise<boolean> {
  if (!isRowId(id)) return false;
  const moved = await tx.inbox.updateMany({
    where: { id: BigInt(id), state: 'parked' },
    data: { state, tries: 0 },
  });
  return moved.count === 1;
}

async function failed({ tx }: TxContext, wanted: number): Promise<Page<Failed>> {
  const where = { failedAt: { not: null } };
  const pages = countPages(await tx.outbox.count({ where }));
  const page = clampPage(wanted, pages);
  const rows = await tx.outbox.findMany({
    where,
    orderBy: { id: 'desc' },
    skip: page * PAGE_SIZE,
    take: PAGE_SIZE,
    select: { id: true, job: true, failedAt: true },
  });
  return {
    items: rows.map(({ id, job, failedAt }) => ({ id: String(id), job, at: failedAt ?? new Date(0) })),
    page,
    pages,
  };
}

const retryFailed = async (context: TxContext, id: string): Promise<boolean> =>
  isRowId(id) && enqueueFailedAgain(context, BigInt(id));

const isRowId = (text: string): boolean => /^\d{1,18}$/.test(text);

/** Nothing that somebody banned says is answered, in any of their chats. An operator cannot be banned. */
async function setBanned(context: TxContext, personId: PersonId, isBanned: boolean): Promise<boolean> {
  const { tx, now } = context;
  const changed = await tx.person.updateMany({
    where: { id: personId, bannedAt: isBanned ? null : { not: null }, isOperator: false },
    data: { bannedAt: isBanned ? now : null },
  });
  if (changed.count === 0) return false;
  if (isBanned) await endStreams(tx, personId);
  return true;
}

const findOperators = ({ tx }: TxContext) =>
  tx.person.findMany({
    where: { isOperator: true },
    orderBy: { createdAt: 'asc' },
    select: { id: true, name: true },
  });

/** The rows are locked in one order, so that of two who remove each other one stays. */
async function removeOperator(context: TxContext, by: PersonId, personId: PersonId): Promise<boolean> {
  const { tx } = context;
  await tx.$queryRaw`SELECT 1 FROM person WHERE is_operator ORDER BY id FOR UPDATE`;
  if (personId === by || !(await isOperator(context, by))) return false;
  const { count } = await tx.person.updateMany({
    where: { id: personId, isOperator: true },
    data: { isOperator: false },
  });
  if (count > 0) await forgetSellerChat(context, personId);
  return count > 0;
}

async function banned({ tx }: TxContext, wanted: number): Promise<Page<{ id: string; name: string }>> {
  const where = { bannedAt: { not: null } };
  const pages = countPages(await tx.person.count({ where }));
  const page = clampPage(wanted, pages);
  const items = await tx.person.findMany({
    where,
    orderBy: { name: 'asc' },
    skip: page * PAGE_SIZE,
    take: PAGE_SIZE,
    select: { id: true, name: true },
  });
  return { items, page, pages };
}

async function findBuyer(
  { tx }: TxContext,
  number: string,
): Promise<{ id: PersonId; name: string } | undefined> {
  const order = await tx.order.findUnique({ where: { number }, select: { personId: true } });
  const person =
    order &&
    (await tx.person.findUnique({ where: { id: order.personId }, select: { id: true, name: true } }));
  return person ?? undefined;
}

const countPages = (count: number): number => Math.max(1, Math.ceil(count / PAGE_SIZE));
const clampPage = (page: number, pages: number): number => Math.min(Math.max(0, page), pages - 1);
