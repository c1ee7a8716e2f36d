import {
  fingerprint,
  isPrivatePhoto,
  NotAPicture,
  readPhoto,
  storeForPerson,
} from '../../chat/store/media.ts';
import type { AppContext } from '../../chat/store/people.ts';
import { type MediaId, type PersonId, parseId } from '../../db/ids.ts';

/** Larger than a phone's camera makes. */
export const PHOTO_BYTES = 10_000_000;
export const PHOTOS = 10;

/** Photos on their way from a browser into an event. */
export interface Uploads {
  /**
   * Stores the picture; returns an upload id that only `person` can put into an event, or undefined if it is no
   * picture.
   */
  keep(person: PersonId, bytes: Uint8Array): Promise<string | undefined>;
  /** The media id behind an upload of `person`. */
  findMedia(person: PersonId, upload: string): MediaId | undefined;
  jpeg(media: MediaId): Promise<Uint8Array | undefined>;
  /** Whether only the people it concerns may see it. */
  isPrivate(media: MediaId): Promise<boolean>;
}

export function createUploads(appContext: AppContext): Uploads {
  const proof = (person: PersonId, media: MediaId): string =>
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
      const [id, given] = upload.split('.');
      const media = parseId<MediaId>(id);
      return media !== undefined && given === proof(person, media) ? media : undefined;
    },
    jpeg: (media) => readPhoto(appContext, media),
    isPrivate: (media) => isPrivatePhoto(appContext.db, media),
  };
}
