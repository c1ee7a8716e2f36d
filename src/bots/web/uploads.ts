import {
  fingerprintOf,
  isPrivatePhoto,
  NotAPicture,
  photoBytes,
  storePhoto,
} from '../../chat/store/media.ts';
import type { Store } from '../../chat/store/people.ts';

/** What a phone's camera makes, with room. */
export const PHOTO_BYTES = 10_000_000;
export const PHOTOS = 10;

/** Photos on their way from a browser into an event. */
export interface Uploads {
  /** Keeps the picture; answers an upload that only `person` can put into an event. Nothing if it is no picture. */
  keep(person: string, bytes: Uint8Array): Promise<string | undefined>;
  /** The media id behind an upload of `person`. */
  mediaOf(person: string, upload: string): string | undefined;
  jpeg(media: string): Promise<Uint8Array | undefined>;
  /** Whether only a few may see it. */
  isPrivate(media: string): Promise<boolean>;
}

export function uploadsOf(store: Store): Uploads {
  const proof = (person: string, media: string): string =>
    store.seal.fingerprint(`upload ${person} ${media}`);

  return {
    async keep(person, bytes) {
      try {
        const media = await storePhoto(store.db, store.clock.now(), bytes, fingerprintOf(store.seal, bytes));
        return `${media}.${proof(person, media)}`;
      } catch (error) {
        if (error instanceof NotAPicture) return undefined;
        throw error;
      }
    },
    mediaOf(person, upload) {
      const [media = '', given] = upload.split('.');
      return given === proof(person, media) ? media : undefined;
    },
    jpeg: (media) => photoBytes(store, media),
    isPrivate: (media) => isPrivatePhoto(store.db, media),
  };
}
