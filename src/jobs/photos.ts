import { z } from 'zod';
import { NotAPicture, shrink } from '../chat/media.ts';
import { job } from './job.ts';

const sourceShape = z.object({ channel: z.string(), fileId: z.string() });

/** Fetches a photo that came in, makes it small and keeps it; from then on buyers see it. */
export const fetchPhoto = job(
  'fetch-photo',
  z.object({ media: z.uuid() }),
  async ({ media }, { store, channels, log }) => {
    const row = await store.db.media.findUnique({
      where: { id: media },
      select: { state: true, source: true },
    });
    if (row?.state !== 'wanted') return;
    const { channel, fileId } = sourceShape.parse(row.source);
    const from = channels.find((one) => one.name === channel);
    if (!from?.fetchFile) throw new Error(`nobody can fetch from ${channel}`);
    try {
      const picture = await shrink(await from.fetchFile(fileId));
      await store.db.media.update({ where: { id: media }, data: { ...picture, state: 'stored' } });
    } catch (error) {
      if (!(error instanceof NotAPicture)) throw error;
      log.warn({ media }, 'a photo could not be read');
      await store.db.media.update({ where: { id: media }, data: { state: 'failed' } });
    }
  },
);
