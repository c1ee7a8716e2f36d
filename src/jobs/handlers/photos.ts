import { z } from 'zod';
import { say } from '../../chat/dsl/screen.ts';
import { fingerprintOf, NotAPicture, shrink } from '../../chat/store/media.ts';
import { giveUpWanted, storeWanted, wantedPhoto } from '../../chat/store/pending-media.ts';
import { transact } from '../../db/work.ts';
import { shopOf } from '../../shop/shop.ts';
import { type JobParts, job } from '../job.ts';

/** Fetches a photo that came in, makes it small and keeps it; from then on buyers see it. */
export const fetchPhoto = job(
  'fetch-photo',
  z.object({ media: z.uuid() }),
  async ({ media }, parts, { isLast }) => {
    const { store, channels, log } = parts;
    const source = await wantedPhoto(store.db, media);
    if (!source) return;
    const from = channels.find((one) => one.name === source.channel);
    try {
      if (!from?.fetchFile) throw new Error(`nobody here can fetch from ${source.channel}`);
      const bytes = await from.fetchFile(source.fileId);
      await storeWanted(store, media, await shrink(bytes), fingerprintOf(store.seal, bytes));
      await tellOfReuse(parts, media);
    } catch (error) {
      if (mayWorkLater(error) && !isLast) throw error;
      log.warn({ media, err: error }, 'a photo cannot be had');
      await giveUpWanted(store.db, media);
    }
  },
  'slow',
);

/** Whether a picture of a transfer was sent before is known only when it is here. Both sides hear of it. */
async function tellOfReuse({ store, engine }: JobParts, media: string): Promise<void> {
  const told = await transact(store, async (work) => {
    const shop = shopOf(work);
    const proof = await shop.proofs.byMedia(media);
    if (!proof || proof.usedFor.length === 0) return [];
    const { order, usedFor, id } = proof;
    const values = { number: order.number, numbers: usedFor.join('、') };
    const chats = await shop.sellers.chats(order.sellerId);
    for (const chat of chats)
      await engine.leave(work, chat, `reused:${id}:${chat}`, {
        text: say('proof-reused-seller', values),
        fresh: true,
      });
    await engine.leave(work, order.chatId, `reused:${id}`, {
      text: say('proof-used-buyer', values),
      fresh: true,
    });
    return [...chats, order.chatId];
  });
  for (const chat of told) engine.wake(chat);
}

/** A file that is gone, too large or no picture stays so; channels say of their faults whether to try again. */
const mayWorkLater = (error: unknown): boolean =>
  !(error instanceof NotAPicture) && !(error instanceof Error && 'retry' in error && error.retry === false);
