import type { PersonId, StreamId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { parseLink } from '../values/links.ts';
import { findOwnStream } from './items.ts';
import { type StreamText, streamText } from './text.ts';

/** Keeps where a stream can be seen again; false for strangers, and where it is no link that a phone could open. */
export async function setReplay(
  { tx }: TxContext,
  personId: PersonId,
  id: StreamId,
  url: string,
): Promise<boolean> {
  const link = parseLink(url);
  if (link === undefined || (await findOwnStream(tx, personId, id)) === undefined) return false;
  await tx.stream.update({ where: { id }, data: { replayUrl: link } });
  return true;
}

/** Changes the title or link of a plan; false for strangers, and for what has begun. */
export async function setText(
  { tx }: TxContext,
  personId: PersonId,
  id: StreamId,
  said: StreamText,
): Promise<boolean> {
  if ((await findOwnStream(tx, personId, id)) === undefined) return false;
  const changed = await tx.stream.updateMany({
    where: { id, state: { in: ['draft', 'planned'] } },
    data: streamText(said),
  });
  return changed.count === 1;
}
