import { openName } from '../../db/crypto/person-name.ts';
import type { PersonId } from '../../db/ids.ts';
import { enqueueFailedAgain } from '../../db/outbox/outbox.ts';
import type { TxContext } from '../../db/work.ts';
import { type Page, pageRange } from '../values/pages.ts';
import { PAGE_SIZE } from './page-size.ts';

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

type Row = Omit<Parked, 'id' | 'name'> & {
  readonly id: bigint;
  readonly name: string | null;
  readonly sealedName: Uint8Array | null;
};

export async function findParked({ tx, cipher }: TxContext, wanted: number): Promise<Page<Parked>> {
  const where = { state: 'parked' };
  const { page, pages, skip } = pageRange(await tx.inbox.count({ where }), wanted, PAGE_SIZE);
  const rows = await tx.$queryRaw<Row[]>`
    SELECT inbox.id, person.id AS "personId", person.name, person.sealed_name AS "sealedName", inbox.channel, inbox.at FROM inbox
      LEFT JOIN chat ON chat.channel = inbox.channel AND chat.address = inbox.address
      LEFT JOIN person ON person.id = chat.person_id
    WHERE inbox.state = 'parked' ORDER BY inbox.id DESC LIMIT ${PAGE_SIZE} OFFSET ${skip}`;
  const items = rows.map(({ sealedName, ...row }) => ({
    ...row,
    id: String(row.id),
    name: row.personId ? openName(cipher, { id: row.personId, name: row.name ?? '', sealedName }) : '',
  }));
  return { items, page, pages };
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
  const { page, pages, skip } = pageRange(await tx.outbox.count({ where }), wanted, PAGE_SIZE);
  const rows = await tx.outbox.findMany({
    where,
    orderBy: { id: 'desc' },
    skip,
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
