import type { BlobEntry } from '../../db/blobs/blobs.ts';
import type { MediaId } from '../../db/ids.ts';
import type { AppContext } from '../../db/work.ts';

/** How the database and the store of pictures compare. */
export interface PictureCheck {
  readonly known: number;
  /** Pictures whose object is not there: deleted since the backup that was restored, or lost. */
  readonly missing: readonly MediaId[];
  /** Objects of no picture of ours: stored after the backup that was restored. */
  readonly unknown: number;
}

/** An object that is being uploaded has no picture yet. */
const YOUNG_MS = 24 * 3_600_000;

/** Compares, and deletes objects of no picture where `isCleaning`. Throws BlobsAway. */
export async function checkPictures(appContext: AppContext, isCleaning = false): Promise<PictureCheck> {
  const { db, blobs, clock } = appContext;
  const rows = await db.$queryRaw<{ id: MediaId; object: string }[]>`
    SELECT id, object FROM media WHERE object IS NOT NULL`;
  const unseen = new Map(rows.map(({ id, object }) => [object, id]));
  const isOld = ({ storedAt }: BlobEntry): boolean => storedAt.getTime() < clock.now().getTime() - YOUNG_MS;
  let unknown = 0;
  for await (const entry of blobs?.list() ?? []) {
    if (unseen.delete(entry.key) || !isOld(entry)) continue;
    unknown += 1;
    if (isCleaning) await blobs?.delete(entry.key);
  }
  return { known: rows.length, missing: [...unseen.values()], unknown };
}
