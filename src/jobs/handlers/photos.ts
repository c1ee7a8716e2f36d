import { z } from 'zod';
import { say } from '../../chat/dsl/screen.ts';
import { fingerprint, NotAPicture, shrinkPhoto } from '../../chat/store/media.ts';
import { dropPending, findPendingPhoto, storePending } from '../../chat/store/pending-media.ts';
import { idShape, type MediaId } from '../../db/ids.ts';
import { inTransaction } from '../../db/work.ts';
import { createShop } from '../../shop/shop.ts';
import { type JobDeps, job } from '../job.ts';

/** Fetches a photo that came in, shrinks it and stores it. Buyers see it from then on. */
export const fetchPhoto = job(
  'fetch-photo',
  z.object({ media: idShape<MediaId>() }),
  async ({ media }, deps, { isLast }) => {
    const { appContext, channels, log } = deps;
    const source = await findPendingPhoto(appContext.db, media);
    if (!source) return;
    const from = channels.find((one) => one.name === source.channel);
    try {
      if (!from?.fetchFile) throw new Error(`no channel here fetches from ${source.channel}`);
      const bytes = await from.fetchFile(source.fileId);
      await storePending(appContext, media, await shrinkPhoto(bytes), fingerprint(appContext.cipher, bytes));
      await notifyReuse(deps, media);
    } catch (error) {
      if (mayWorkLater(error) && !isLast) throw error;
      log.warn({ media, err: error }, 'a photo could not be fetched');
      await dropPending(appContext.db, media);
    }
  },
  'slow',
);

/** Tells both sides when this picture of a transfer was used before. That is known only once its bytes are here. */
async function notifyReuse({ appContext, engine }: JobDeps, media: MediaId): Promise<void> {
  const notified = await inTransaction(appContext, async (context) => {
    const shop = createShop(context);
    const proof = await shop.proofs.byMedia(media);
    if (!proof || proof.usedFor.length === 0) return [];
    const { order, usedFor, id } = proof;
    const values = { number: order.number, numbers: usedFor.join('、') };
    const chats = await shop.sellers.chats(order.sellerId);
    for (const chat of chats)
      await engine.enqueue(context, chat, `reused:${id}:${chat}`, {
        text: say('proof-reused-seller', values),
        fresh: true,
      });
    await engine.enqueue(context, order.chatId, `reused:${id}`, {
      text: say('proof-used-buyer', values),
      fresh: true,
    });
    return [...chats, order.chatId];
  });
  for (const chat of notified) engine.wakeSender(chat);
}

/** No retry helps a file that is gone, too large or no picture; other faults say by `retry` whether one may. */
const mayWorkLater = (error: unknown): boolean =>
  !(error instanceof NotAPicture) && !(error instanceof Error && 'retry' in error && error.retry === false);
