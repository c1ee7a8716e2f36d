import { createTelegramChannel } from '../bots/telegram/outbound/channel.ts';
import { withCollages } from '../bots/telegram/outbound/collages.ts';
import { PhotoPending } from '../bots/telegram/outbound/photo-cache.ts';
import type { Channel } from '../chat/dsl/channel.ts';
import type { Side } from '../chat/dsl/event.ts';
import { readStoredFile } from '../chat/store/files.ts';
import { findFileId, forgetFileId, readPhoto, rememberFileId } from '../chat/store/media.ts';
import { isPending } from '../chat/store/pending-media.ts';
import type { Config } from '../config.ts';
import { BlobsAway } from '../db/blobs/blobs.ts';
import type { MediaId } from '../db/ids.ts';
import type { AppContext } from '../db/work.ts';
import { composeCollage } from '../pictures/collage.ts';

/** The bots that have a token. */
export function createTelegramChannels({ bots, alerts }: Config, appContext: AppContext): Channel[] {
  const telegram = (side: Side, token: string, providerToken?: string): Channel =>
    createTelegramChannel({
      name: `telegram-${side}`,
      token,
      apiRoot: bots.apiRoot,
      pictures: photoCache(appContext, `telegram-${side}`),
      readFile: (id) => readStoredFile(appContext, id),
      providerToken,
      paidBroadcast: alerts.paid,
    });
  return [
    ...(bots.buyer ? [telegram('buyer', bots.buyer.token, bots.buyer.paymentProviderToken)] : []),
    ...(bots.seller ? [telegram('seller', bots.seller.token)] : []),
  ];
}

/** How long messages wait for a store of pictures that is away; then they go without their pictures. */
const STORE_PATIENCE_MS = 120_000;

function waitForStore(error: unknown): undefined {
  if (!(error instanceof BlobsAway)) throw error;
  if (error.awayMs < STORE_PATIENCE_MS) throw new PhotoPending(error.message);
}

/** Where a bot keeps Telegram's ids of our pictures: an id belongs to one bot. */
function photoCache(appContext: AppContext, name: `telegram-${Side}`) {
  const { db } = appContext;
  const single = {
    fileId: (media: MediaId) => findFileId(db, media, name),
    remember: (media: MediaId, fileId: string) => rememberFileId(db, media, name, fileId),
    forget: (media: MediaId) => forgetFileId(db, media, name),
    bytes: (media: MediaId) => readPhoto(appContext, media).catch(waitForStore),
    isComing: (media: MediaId) => isPending(appContext, media),
  };
  return withCollages(single, composeCollage);
}
