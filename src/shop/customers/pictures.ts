import { z } from 'zod';
import type { PersonId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';

/** Pictures of transfers, damage, scales, waybills and conversations: sent by the person, about their goods, or for them. */
export async function findPictures({ tx }: Pick<TxContext, 'tx'>, personId: PersonId): Promise<string[]> {
  const of = { order: { personId } };
  const proofs = await tx.proof.findMany({ where: of, select: { mediaId: true } });
  const claims = await tx.claim.findMany({ where: of, select: { mediaId: true } });
  const talks = await tx.conversationMessage.findMany({
    where: { OR: [{ personId }, { conversation: { personId } }], mediaId: { not: null } },
    select: { mediaId: true },
  });
  const scales = await tx.orderLine.findMany({
    where: { ...of, packedPhotoId: { not: null } },
    select: { packedPhotoId: true },
  });
  const slips = await tx.orderEvent.findMany({ where: { ...of, change: 'shipped' }, select: { note: true } });
  const noted = slips.map(({ note }) => note).filter((note) => z.uuid().safeParse(note).success);
  const drawn = await tx.media.findMany({ where: { madeForId: personId }, select: { id: true } });
  const shown = [...proofs, ...claims, ...talks].map(({ mediaId }) => mediaId);
  return [
    ...shown,
    ...scales.map((line) => line.packedPhotoId),
    ...drawn.map(({ id }) => id),
    ...noted,
  ].filter((id) => id !== null);
}
