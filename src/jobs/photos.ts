import { z } from 'zod';
import { fingerprintOf, NotAPicture, shrink } from '../chat/media.ts';
import { giveUpWanted, storeWanted, wantedPhoto } from '../chat/wanted-photos.ts';
import { job } from './job.ts';

/** Fetches a photo that came in, makes it small and keeps it; from then on buyers see it. */
export const fetchPhoto = job(
  'fetch-photo',
  z.object({ media: z.uuid() }),
  async ({ media }, { store, channels, log }, { isLast }) => {
    const source = await wantedPhoto(store.db, media);
    if (!source) return;
    const from = channels.find((one) => one.name === source.channel);
    try {
      if (!from?.fetchFile) throw new Error(`nobody here can fetch from ${source.channel}`);
      const bytes = await from.fetchFile(source.fileId);
      await storeWanted(store, media, await shrink(bytes), fingerprintOf(store.seal, bytes));
    } catch (error) {
      if (mayWorkLater(error) && !isLast) throw error;
      log.warn({ media, err: error }, 'a photo cannot be had');
      await giveUpWanted(store.db, media);
    }
  },
  'slow',
);

/** A file that is gone, too large or no picture stays so; channels say of their faults whether to try again. */
const mayWorkLater = (error: unknown): boolean =>
  !(error instanceof NotAPicture) && !(error instanceof Error && 'retry' in error && error.retry === false);
