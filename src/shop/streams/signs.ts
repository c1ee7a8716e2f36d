import type { StreamId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';

/** Records a sign of life of a stream that is on: it goes on from here, and "still on?" is answered. */
export async function giveSign({ tx, now }: TxContext, id: StreamId): Promise<boolean> {
  const alive = await tx.stream.updateMany({
    where: { id, state: { in: ['live', 'interrupted'] } },
    data: { lastSignAt: now, askedAt: null },
  });
  return alive.count === 1;
}
