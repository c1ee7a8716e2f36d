import type { MediaId } from '../../../db/ids.ts';
import type { PhotoCache, PhotoSource } from './photo-cache.ts';

/** Where single pictures are kept. */
export interface PictureShelf {
  fileId(media: MediaId): Promise<string | undefined>;
  remember(media: MediaId, fileId: string): Promise<void>;
  forget(media: MediaId): Promise<void>;
  bytes(media: MediaId): Promise<Uint8Array | undefined>;
  isComing(media: MediaId): Promise<boolean>;
}

/** Collages whose file ids this process knows; older ones are uploaded again. */
const REMEMBERED = 500;

/**
 * Sends several pictures as one. A collage is kept nowhere: whoever takes a picture back takes it out of the next one; its
 * file id is only remembered by this process.
 */
export function withCollages(
  shelf: PictureShelf,
  compose: (pictures: readonly Uint8Array[]) => Promise<Uint8Array>,
): PhotoCache {
  const sent = new Map<string, string>();
  const single = (photo: PhotoSource): MediaId | undefined => (typeof photo === 'string' ? photo : undefined);

  const remember = (photo: PhotoSource, fileId: string): void => {
    sent.set(String(photo), fileId);
    for (const oldest of sent.keys()) if (sent.size > REMEMBERED) sent.delete(oldest);
  };
  const composed = async (all: readonly MediaId[]): Promise<Uint8Array | undefined> => {
    const found: Uint8Array[] = [];
    for (const media of all) {
      const bytes = await shelf.bytes(media);
      if (bytes) found.push(bytes);
    }
    return found.length > 0 ? compose(found) : undefined;
  };
  const isAnyComing = async (all: readonly MediaId[]): Promise<boolean> => {
    for (const media of all) if (await shelf.isComing(media)) return true;
    return false;
  };

  return {
    async fileId(photo) {
      const one = single(photo);
      return one ? shelf.fileId(one) : sent.get(String(photo));
    },
    async remember(photo, fileId) {
      const one = single(photo);
      if (one) await shelf.remember(one, fileId);
      else remember(photo, fileId);
    },
    async forget(photo) {
      const one = single(photo);
      if (one) await shelf.forget(one);
      else sent.delete(String(photo));
    },
    bytes: (photo) => (typeof photo === 'string' ? shelf.bytes(photo) : composed(photo)),
    isComing: (photo) => (typeof photo === 'string' ? shelf.isComing(photo) : isAnyComing(photo)),
  };
}
