import { movePictures } from '../../chat/store/moving.ts';
import { BlobsAway } from '../../db/blobs/blobs.ts';
import type { JobDeps } from '../job.ts';

/** Other work of the sweep does not wait longer. */
const MOST_MS = 8_000;

/** Moves pictures into their store, if there is one. While that is away they stay where they are, until the next sweep. */
export async function carryPictures({ appContext }: JobDeps): Promise<void> {
  if (!appContext.blobs) return;
  const until = new Date(appContext.clock.now().getTime() + MOST_MS);
  await movePictures(appContext, until).catch((error: unknown) => {
    // The store's own line in the log says so once.
    if (!(error instanceof BlobsAway)) throw error;
  });
}
