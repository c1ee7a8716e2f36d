import type { Work } from '../../db/work.ts';
import { openBody, type Replaced } from './messages.ts';

/** What was last said to a chat for a cause that begins so, if it still stands there and has arrived: it can be edited. */
export async function lastSaid(
  { tx, seal }: Work,
  chatId: string,
  causePrefix: string,
): Promise<Replaced | undefined> {
  const row = await tx.message.findFirst({
    where: { chatId, cause: { startsWith: causePrefix }, isReplaced: false, state: 'sent' },
    orderBy: { seq: 'desc' },
  });
  if (!row) return undefined;
  const { photo } = openBody(seal.open(row.sealed));
  return { id: row.id, place: row.place, platformId: row.platformId, hadPhoto: photo !== undefined };
}
