import type { PhotoAudience } from '../../../chat/dsl/event.ts';
import {
  findAudience,
  fingerprint,
  readPhoto,
  signPhoto,
  storeForPerson,
} from '../../../chat/store/media.ts';
import type { AppContext } from '../../../chat/store/people.ts';
import { type PhotoRefusal, shrinkPhoto } from '../../../chat/store/shrink.ts';
import { type MediaId, type PersonId, parseId } from '../../../db/ids.ts';

/** Larger than a phone's camera makes. */
export const PHOTO_BYTES = 10_000_000;
export const PHOTOS = 10;

/** What became of a file that was uploaded. */
type Kept =
  | { readonly ok: true; readonly upload: string }
  | { readonly ok: false; readonly why: PhotoRefusal };

/** Photos on their way from a browser into an event. */
export interface Uploads {
  /** Stores the picture; returns an upload id that only `person` can put into an event. */
  keep(person: PersonId, bytes: Uint8Array): Promise<Kept>;
  /** The media id behind an upload of `person`. */
  findMedia(person: PersonId, upload: string): MediaId | undefined;
  jpeg(media: MediaId): Promise<Uint8Array | undefined>;
  /** Where a browser gets it without us; nothing where it does not. Only for what everybody may see. */
  address(media: MediaId): Promise<string | undefined>;
  /** Who may see it; nothing where there is no such picture. */
  audience(media: MediaId): Promise<PhotoAudience | undefined>;
}

export function createUploads(appContext: AppContext): Uploads {
  const proof = (person: PersonId, media: MediaId): string =>
    appContext.cipher.lastingFingerprint(`upload ${person} ${media}`);

  return {
    async keep(person, bytes) {
      const shrunk = await shrinkPhoto(bytes);
      if (!shrunk.ok) return shrunk;
      const { db: tx, clock, cipher } = appContext;
      const context = { tx, cipher, now: clock.now() };
      const media = await storeForPerson(context, person, shrunk.picture, fingerprint(cipher, bytes));
      return { ok: true, upload: `${media}.${proof(person, media)}` };
    },
    findMedia(person, upload) {
      const [id, given] = upload.split('.');
      const media = parseId<MediaId>(id);
      return media !== undefined && given === proof(person, media) ? media : undefined;
    },
    jpeg: (media) => readPhoto(appContext, media),
    address: (media) => signPhoto(appContext, media),
    audience: (media) => findAudience(appContext.db, media),
  };
}
