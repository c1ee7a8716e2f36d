import { z } from 'zod';
import { say } from '../../chat/dsl/screen.ts';
import { fingerprint } from '../../chat/store/media.ts';
import { dropPending, findPendingPhoto, storePending } from '../../chat/store/pending-media.ts';
import { type PhotoRefusal, shrinkPhoto } from '../../chat/store/shrink.ts';
import { isPassing } from '../../db/client/away.ts';
import { type ChatId, idShape, type MediaId } from '../../db/ids.ts';
import { inTransaction } from '../../db/work.ts';
import { askPhotoName } from '../../shop/catalogue/texts/model-uses.ts';
import { createShop } from '../../shop/shop.ts';
import { type JobDeps, job } from '../job.ts';

/** Fetches a photo that came in, shrinks it and stores it. Buyers see it from then on. */
export const fetchPhoto = job(
  'fetch-photo',
  z.object({ media: idShape<MediaId>(), chat: idShape<ChatId>().optional() }),
  async ({ media, chat }, deps, { isLast }) => {
    const { appContext, channels, log } = deps;
    const source = await findPendingPhoto(appContext.db, media);
    if (!source) return;
    const from = channels.find((one) => one.name === source.channel);
    try {
      if (!from?.fetchFile) throw new Error(`no channel here fetches from ${source.channel}`);
      const bytes = await from.fetchFile(source.fileId);
      const shrunk = await shrinkPhoto(bytes);
      if (!shrunk.ok) return await refuse(deps, media, chat, shrunk.why);
      await storePending(appContext, media, shrunk.picture, fingerprint(appContext.cipher, bytes));
      await notifyReuse(deps, media);
      if (chat) await inTransaction(appContext, (context) => askPhotoName(context, media, chat));
    } catch (error) {
      if (isPassing(error) || (mayWorkLater(error) && !isLast)) throw error;
      log.warn({ media, err: error }, 'a photo could not be fetched');
      await dropPending(appContext.db, media);
    }
  },
  'slow',
);

/** How long a chat is told of one kind of wrong file only once: an album has several. */
const TOLD_MS = 60_000;

/** A file that is no photo is not retried; its sender is told why. */
async function refuse(
  { appContext, engine }: JobDeps,
  media: MediaId,
  chat: ChatId | undefined,
  why: PhotoRefusal,
): Promise<void> {
  // The queue brings it back when fewer wait.
  if (why === 'photo-busy') throw new Error('too many photos wait to be opened');
  await inTransaction(appContext, async (context) => {
    await dropPending(context.tx, media);
    if (chat === undefined) return;
    const minute = Math.floor(context.now.getTime() / TOLD_MS);
    await engine.enqueue(context, chat, `photo-refused:${chat}:${why}:${minute}`, {
      text: say(refusals[why]),
    });
  });
  if (chat !== undefined) engine.wakeSender(chat);
}

const refusals = {
  'photo-heic': 'photo-heic',
  'not-a-picture': 'photo-unreadable',
  'too-large': 'photo-too-large',
} as const;

/** Notifies both sides when this picture of a transfer was used before, which its bytes tell. */
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

/** No retry helps a file that is gone; faults say by `retry` whether one may. */
const mayWorkLater = (error: unknown): boolean =>
  !(error instanceof Error && 'retry' in error && error.retry === false);
