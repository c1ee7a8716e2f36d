import {
  fingerprint,
  isPrivatePhoto,
  NotAPicture,
  readPhoto,
  storeForPerson,
} from '../../chat/store/media.ts';
import type { AppContext } from '../../chat/store/people.ts';

/** What a phone's camera makes, with room. */
export const PHOTO_BYTES = 10_000_000;
export const PHOTOS = 10;

/** Photos on their way from a browser into an event. */
export interface Uploads {
  /** Keeps the picture; answers an upload that only `person` can put into an event. Nothing if it is no picture. */
  keep(person: string, bytes: Uint8Array): Promise<string | undefined>;
  /** The media id behind an upload of `person`. */
  findMedia(person: string, upload: string): string | undefined;
  jpeg(media: string): Promise<Uint8Array | undefined>;
  /** Whether only a few may see it. */
  isPrivate(media: string): Promise<boolean>;
}

export function createUploads(appContext: AppContext): Uploads {
  const proof = (person: string, media: string): string =>
    appContext.cipher.fingerprint(`upload ${person} ${media}`);

  return {
    async keep(person, bytes) {
      try {
        const { db: tx, cipher, clock } = appContext;
        const context = { tx, cipher, now: clock.now() };
        const media = await storeForPerson(context, person, bytes, fingerprint(cipher, bytes));
        return `${media}.${proof(person, media)}`;
      } catch (error) {
        if (error instanceof NotAPicture) return undefined;
        throw error;
      }
    },
    findMedia(person, upload) {
      const [media = '', given] = upload.split('.');
      return given === proof(person, media) ? media : undefined;
    },
    jpeg: (media) => readPhoto(appContext, media),
    isPrivate: (media) => isPrivatePhoto(appContext.db, media),
  };
}
