import { endStreams } from '../../db/client/end-streams.ts';
import type { PersonId } from '../../db/ids.ts';
import type { Outcome, TxContext } from '../../db/work.ts';
import type { Page } from '../catalogue/catalogue.ts';
import { forgetSellerChat } from '../sellers/members.ts';
import { clampPage, countPages, PAGE_SIZE } from './paging.ts';

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

export const findOperators = ({ tx }: TxContext) =>
  tx.person.findMany({
    where: { isOperator: true },
    orderBy: { createdAt: 'asc' },
    select: { id: true, name: true },
  });

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

export async function findBanned(
  { tx }: TxContext,
  wanted: number,
): Promise<Page<{ id: string; name: string }>> {
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

export async function findBuyer(
  { tx }: TxContext,
  number: string,
): Promise<{ id: PersonId; name: string } | undefined> {
  const order = await tx.order.findUnique({ where: { number }, select: { personId: true } });
  const person =
    order &&
    (await tx.person.findUnique({ where: { id: order.personId }, select: { id: true, name: true } }));
  return person ?? undefined;
}

export const findPerson = ({ tx }: TxContext, id: PersonId) =>
  tx.person.findUnique({ where: { id }, select: { id: true, name: true } });
