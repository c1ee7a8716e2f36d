import { endStreams } from '../../db/client/end-streams.ts';
import { type NamedRow, nameColumns, openName } from '../../db/crypto/person-name.ts';
import type { PersonId } from '../../db/ids.ts';
import type { Outcome, TxContext } from '../../db/work.ts';
import { forgetSellerChat } from '../sellers/members.ts';
import { type Page, pageRange } from '../values/pages.ts';
import { PAGE_SIZE } from './page-size.ts';

export const isOperator = async ({ tx }: TxContext, personId: PersonId): Promise<boolean> =>
  (await tx.person.count({ where: { id: personId, isOperator: true } })) > 0;

/** Bans a person, whose events are then not answered in any chat, or ends that. Operators cannot be banned. */
export async function setBanned(context: TxContext, personId: PersonId, isBanned: boolean): Promise<boolean> {
  const { tx, now } = context;
  const changed = await tx.person.updateMany({
    where: { id: personId, bannedAt: isBanned ? null : { not: null }, isOperator: false },
    data: { bannedAt: isBanned ? now : null },
  });
  if (changed.count === 0) return false;
  if (isBanned) await endStreams(tx, personId);
  return true;
}

/** A person as the office names them. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
}

const toPerson = ({ cipher }: TxContext, row: NamedRow): Person => ({
  id: row.id,
  name: openName(cipher, row),
});

export async function findOperators(context: TxContext): Promise<Person[]> {
  const rows = await context.tx.person.findMany({
    where: { isOperator: true },
    orderBy: { createdAt: 'asc' },
    select: nameColumns,
  });
  return rows.map((row) => toPerson(context, row));
}

/** Why an operator stayed: the act was one's own removal, or one of the two is no operator any more. */
export type NotDismissed = 'oneself' | 'not-an-operator';

/** The rows are locked in one order, so that of two who remove each other one stays. */
export async function removeOperator(
  context: TxContext,
  by: PersonId,
  personId: PersonId,
): Promise<Outcome<object, NotDismissed>> {
  const { tx } = context;
  await tx.$queryRaw`SELECT 1 FROM person WHERE is_operator ORDER BY id FOR UPDATE`;
  if (personId === by) return { ok: false, refusal: 'oneself' };
  if (!(await isOperator(context, by))) return { ok: false, refusal: 'not-an-operator' };
  const { count } = await tx.person.updateMany({
    where: { id: personId, isOperator: true },
    data: { isOperator: false },
  });
  if (count === 0) return { ok: false, refusal: 'not-an-operator' };
  await forgetSellerChat(context, personId);
  return { ok: true };
}

export async function findBanned(context: TxContext, wanted: number): Promise<Page<Person>> {
  const { tx } = context;
  const where = { bannedAt: { not: null } };
  const { page, pages, skip } = pageRange(await tx.person.count({ where }), wanted, PAGE_SIZE);
  const rows = await tx.person.findMany({
    where,
    orderBy: [{ bannedAt: 'desc' }, { id: 'asc' }],
    skip,
    take: PAGE_SIZE,
    select: nameColumns,
  });
  return { items: rows.map((row) => toPerson(context, row)), page, pages };
}

export async function findBuyer(context: TxContext, number: string): Promise<FoundPerson | undefined> {
  const order = await context.tx.order.findUnique({ where: { number }, select: { personId: true } });
  return (order && (await findPerson(context, order.personId))) ?? undefined;
}

/** Somebody who may be banned, with what that would leave open. */
export interface FoundPerson extends Person {
  /** Orders of theirs that are not delivered and not called off. */
  readonly openOrders: number;
}

export async function findPerson(context: TxContext, id: PersonId): Promise<FoundPerson | null> {
  const row = await context.tx.person.findUnique({ where: { id }, select: nameColumns });
  if (!row) return null;
  const openOrders = await context.tx.order.count({
    where: { personId: id, fulfilment: { in: ['placed', 'accepted', 'shipped'] } },
  });
  return { ...toPerson(context, row), openOrders };
}
