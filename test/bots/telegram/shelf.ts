import type { PhotoCache } from '../../../src/bots/telegram/outbound/photo-cache.ts';

/** Nobody is given a file here. */
export const noFile = async () => undefined;

/** Pictures of which all have these bytes, and those in `known` a file id of this bot. */
export function shelf(known: Record<string, string> = {}, bytes: Uint8Array = Buffer.from('jpeg')) {
  const pictures: PhotoCache = {
    fileId: async (media) => known[String(media)],
    remember: async (media, fileId) => void Object.assign(known, { [String(media)]: fileId }),
    forget: async (media) => void delete known[String(media)],
    bytes: async () => bytes,
    isComing: async () => false,
  };
  return { known, pictures };
}
