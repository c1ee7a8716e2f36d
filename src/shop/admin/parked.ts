import type { PersonId } from '../../db/ids.ts';
import { enqueueFailedAgain } from '../../db/outbox/outbox.ts';
import type { TxContext } from '../../db/work.ts';
import type { Page } from '../catalogue/catalogue.ts';
import { clampPage, countPages, PAGE_SIZE } from './paging.ts';

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

export async function findParked({ tx }: TxContext, wanted: number): Promise<Page<Parked>> {
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
export async function endParked(
  { tx }: TxContext,
  id: string,
  state: 'waiting' | 'handled',
): Promise<boolean> {
  if (!isRowId(id)) return false;
  const moved = await tx.inbox.updateMany({
    where: { id: BigInt(id), state: 'parked' },
    data: { state, tries: 0 },
  });
  return moved.count === 1;
}

export async function findFailed({ tx }: TxContext, wanted: number): Promise<Page<Failed>> {
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

export const retryFailed = async (context: TxContext, id: string): Promise<boolean> =>
  isRowId(id) && enqueueFailedAgain(context, BigInt(id));

const isRowId = (text: string): boolean => /^\d{1,18}$/.test(text);
