import { InputFile } from 'grammy';
import type { MediaId } from '../../../db/ids.ts';
import { isRefusal, parseApiError } from '../api/errors.ts';

/** A picture of ours, or several that are sent as one. */
export type PhotoSource = MediaId | readonly MediaId[];

/** Our pictures and Telegram's file ids for them. A file id belongs to one bot. */
export interface PhotoCache {
  fileId(photo: PhotoSource): Promise<string | undefined>;
  remember(photo: PhotoSource, fileId: string): Promise<void>;
  forget(photo: PhotoSource): Promise<void>;
  /** The JPEG, or nothing while it is not stored. */
  bytes(photo: PhotoSource): Promise<Uint8Array | undefined>;
  /** True while the bytes are still being fetched from where the picture came in. */
  isComing(photo: PhotoSource): Promise<boolean>;
}

/** The picture is still being fetched: its message waits. */
export class PhotoPending extends Error {}

/** Telegram does not take a file id: another bot's, a withdrawn one, or one of another kind of file. */
const BAD_FILE =
  /wrong (remote )?file|file_?id|file identifier|FILE_REFERENCE|file of type|MEDIA_(EMPTY|INVALID)|temporarily unavailable/i;

/** Sends a picture by the file id that this bot knows, else uploads it and keeps the id that Telegram gives it. */
export function createPhotoSender(pictures: PhotoCache) {
  /** Sends that need a picture that is being uploaded wait for it: an alert uploads it once. */
  const uploads = new Map<string, Promise<unknown>>();

  const byFileId = async <T>(media: PhotoSource, use: Use<T>): Promise<T | undefined> => {
    const known = await pictures.fileId(media);
    if (known === undefined) return undefined;
    try {
      return await use(known);
    } catch (error) {
      if (!isRefusal(parseApiError(error), BAD_FILE)) throw error;
      await pictures.forget(media);
      return undefined;
    }
  };

  const uploaded = async <T>(media: PhotoSource, use: Use<T>): Promise<T | undefined> => {
    // Asked first, so that a picture that arrives between the two questions is not missed.
    const isComing = await pictures.isComing(media);
    const bytes = await pictures.bytes(media);
    if (!bytes && isComing) throw new PhotoPending(String(media));
    if (!bytes) return undefined;
    const sent = await use(new InputFile(bytes, 'photo.jpg'));
    const fileId = parseFileId(sent);
    // The message was sent; losing the id costs only another upload.
    if (fileId) await pictures.remember(media, fileId).catch(() => undefined);
    return sent;
  };

  /** What `use` answered, or nothing when there is no picture to send. */
  return async <T>(media: PhotoSource, use: Use<T>): Promise<T | undefined> => {
    for (;;) {
      const sent = await byFileId(media, use);
      if (sent !== undefined) return sent;
      const others = uploads.get(String(media));
      if (!others) break;
      await others;
    }
    const upload = uploaded(media, use);
    const ended = upload.catch(() => undefined).finally(() => uploads.delete(String(media)));
    uploads.set(String(media), ended);
    return upload;
  };
}

/** Sends with a file id or with bytes. */
type Use<T> = (photo: string | InputFile) => Promise<T>;

/** The largest size of the photo in a message that Telegram answered with. */
function parseFileId(sent: unknown): string | undefined {
  if (typeof sent !== 'object' || sent === null || !('photo' in sent) || !Array.isArray(sent.photo))
    return undefined;
  const largest: unknown = sent.photo.at(-1);
  const hasId = typeof largest === 'object' && largest !== null && 'file_id' in largest;
  return hasId ? String(largest.file_id) : undefined;
}
