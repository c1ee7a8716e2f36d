import { createConcurrencyLimit } from '../../async/concurrency-limit.ts';
import type { MediaId } from '../../db/ids.ts';

/**
 * What a page asks for: `tiny` is drawn blurred until the picture is there, `small` stands beside a name, `phone` fills a
 * bubble of a phone.
 */
export const renditionSizes = ['tiny', 'small', 'phone'] as const;
export type RenditionSize = (typeof renditionSizes)[number];

/** The heaviest picture that a phone loads without being asked. */
export const PHONE_BYTES = 60_000;

const shapes = {
  tiny: { width: 24, height: 24, fit: 'inside', most: 1_000, qualities: [40] },
  small: { width: 192, height: 192, fit: 'cover', most: 12_000, qualities: [72, 50] },
  phone: { width: 860, height: 1_400, fit: 'inside', most: PHONE_BYTES, qualities: [76, 62, 48, 32] },
} as const satisfies Record<RenditionSize, object>;

/** A side of what did not fit, to its next try. */
const SMALLER = 0.75;

/** Bytes of pictures that are kept in memory. */
const KEPT_BYTES = 32_000_000;
const AT_ONCE = 2;
const MOST_WAITING = 200;

/** Smaller copies of our own pictures, made when they are first asked for. */
export interface Renditions {
  /** Nothing where there is no picture, or too many are being made. */
  make(media: MediaId, size: RenditionSize, source: RenditionSource): Promise<Uint8Array | undefined>;
}

interface RenditionSource {
  /** False for what only a few may see: it is made anew each time. */
  readonly isKept: boolean;
  /** Brings the JPEG. */
  read(): Promise<Uint8Array | undefined>;
}

export function createRenditions(): Renditions {
  const limit = createConcurrencyLimit(AT_ONCE, MOST_WAITING);
  const kept = new Map<string, Uint8Array>();
  let keptBytes = 0;

  const keep = (key: string, bytes: Uint8Array): void => {
    kept.set(key, bytes);
    keptBytes += bytes.byteLength;
    for (const [oldest, old] of kept) {
      if (keptBytes <= KEPT_BYTES) return;
      kept.delete(oldest);
      keptBytes -= old.byteLength;
    }
  };

  return {
    async make(media, size, { isKept, read }) {
      const key = `${media} ${size}`;
      const known = isKept ? kept.get(key) : undefined;
      if (known) return known;
      return limit.run(async () => {
        const bytes = await read();
        const made = bytes && (await shrinkTo(size, bytes));
        if (made && isKept && !kept.has(key)) keep(key, made);
        return made;
      });
    },
  };
}

/** The best quality that fits; a picture that fits at none, such as one of millet in the sun, is made smaller until it does. */
async function shrinkTo(size: RenditionSize, bytes: Uint8Array): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const { fit, most, qualities } = shapes[size];
  const make = (scale: number, quality: number): Promise<Uint8Array> =>
    sharp(bytes)
      .resize({
        width: Math.round(shapes[size].width * scale),
        height: Math.round(shapes[size].height * scale),
        fit,
        withoutEnlargement: fit === 'inside',
      })
      .webp({ quality })
      .toBuffer();
  let made = bytes;
  for (const quality of qualities) {
    made = await make(1, quality);
    if (made.byteLength <= most) return made;
  }
  const worst = Math.min(...qualities);
  for (let scale = SMALLER; made.byteLength > most; scale *= SMALLER) made = await make(scale, worst);
  return made;
}
