import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { badRequest } from './failure.ts';

export type FileKind = 'Photo' | 'Document' | 'Voice' | 'Sticker';

export interface StoredFile {
  /** The same for every bot, and of no use for sending: Telegram's file_unique_id. */
  readonly unique: string;
  readonly kind: FileKind;
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The photo that this is one size of. */
  readonly picture?: Picture;
}

export interface PictureSize {
  readonly file: StoredFile;
  readonly width: number;
  readonly height: number;
}

/** A photo in the sizes that Telegram makes of it, the largest last. */
export interface Picture {
  readonly sizes: PictureSize[];
}

export interface Files {
  store(kind: Exclude<FileKind, 'Photo'>, bytes: Uint8Array, extension: string): StoredFile;
  picture(bytes: Uint8Array): Promise<Picture>;
  /** What one bot calls a file; no other bot can use it. */
  idFor(bot: number, file: StoredFile): string;
  /** The file that a bot means. Throws when it is another bot's, or none. */
  find(bot: number, fileId: string): StoredFile;
}

/** The longest side of the sizes, as Telegram makes them. */
const SIDES = [90, 320, 800, 1_280] as const;
/** Telegram's limits for a photo: width and height together, and how far from square. */
const MOST_PIXELS = 10_000;
const MOST_RATIO = 20;

export function createFiles(): Files {
  const byUnique = new Map<string, StoredFile>();
  /** The sizes of pictures seen before: making them is slow, and tests send the same ones again and again. */
  const developed = new Map<string, Promise<Developed[]>>();

  const keep = (file: Omit<StoredFile, 'unique' | 'path'>, extension: string): StoredFile => {
    const number = byUnique.size + 1;
    const path = `${file.kind.toLowerCase()}s/file_${number}.${extension}`;
    const stored = { ...file, unique: `AQAD${number}`, path };
    byUnique.set(stored.unique, stored);
    return stored;
  };

  return {
    store: (kind, bytes, extension) => keep({ kind, bytes }, extension),
    async picture(bytes) {
      const key = createHash('sha1').update(bytes).digest('hex');
      const sizes = developed.get(key) ?? sizesOf(bytes);
      developed.set(key, sizes);
      const picture: Picture = { sizes: [] };
      for (const { data, width, height } of await sizes) {
        picture.sizes.push({ file: keep({ kind: 'Photo', bytes: data, picture }, 'jpg'), width, height });
      }
      return picture;
    },
    idFor: (bot, { unique }) => `AgAC${Buffer.from(`${bot}:${unique}`).toString('base64url')}`,
    find(bot, fileId) {
      const [, owner, unique = ''] =
        /^(\d+):(AQAD\d+)$/.exec(Buffer.from(fileId.slice(4), 'base64url').toString()) ?? [];
      const file = byUnique.get(unique);
      if (owner !== String(bot) || !file) throw badRequest('wrong file identifier/HTTP URL specified');
      return file;
    },
  };
}

interface Developed {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

async function sizesOf(bytes: Uint8Array): Promise<Developed[]> {
  const image = sharp(bytes).autoOrient();
  const { width, height } = await image.metadata().catch(() => ({ width: 0, height: 0 }));
  if (!width || !height) throw badRequest('IMAGE_PROCESS_FAILED');
  const ratio = Math.max(width / height, height / width);
  if (width + height > MOST_PIXELS || ratio > MOST_RATIO) throw badRequest('PHOTO_INVALID_DIMENSIONS');
  const longest = Math.max(width, height);
  const sides = [...SIDES.filter((side) => side < longest), Math.min(longest, SIDES[3])];
  return Promise.all([...new Set(sides)].map((side) => jpegOf(bytes, side)));
}

async function jpegOf(bytes: Uint8Array, side: number): Promise<Developed> {
  const fitted = sharp(bytes).autoOrient().resize(side, side, { fit: 'inside', withoutEnlargement: true });
  const { data, info } = await fitted.flatten({ background: 'white' }).jpeg({ quality: 87 }).toBuffer({
    resolveWithObject: true,
  });
  return { data, width: info.width, height: info.height };
}

/** A photo to send when it does not matter what is on it; another colour is another photo. */
export const drawnPhoto = (colour = '#8b5a2b', width = 400, height = 300): Promise<Uint8Array> =>
  sharp({ create: { width, height, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
