import sharp from 'sharp';

// Opens one picture and ends. This file is JavaScript because each photo starts it: what strips types would cost it a quarter
// of its time and 30 MB.

/** @import { ShrinkAnswer, ShrinkOrder } from './shrink.ts' */

/** The limits of the result, for buyers' phones: longest side in pixels, and bytes. */
const SIDE = 1_600;
const BYTES = 400_000;
const QUALITIES = [82, 70, 55, 40];
/** A picture that unfolds to more than this many pixels is an attack, not a photo. */
const MAX_PIXELS = 60_000_000;
/** How often this process looks at its own size. */
const LOOK_MS = 25;

sharp.concurrency(1);
sharp.cache(false);
// Whatever the first bytes are, only these three decoders may run here.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});

process.once('message', (/** @type {ShrinkOrder} */ order) => {
  setInterval(() => {
    if (process.memoryUsage.rss() > order.memoryBytes) process.exit(1);
  }, LOOK_MS).unref();
  void shrink(order.bytes)
    .catch((error) => /** @type {ShrinkAnswer} */ ({ ok: false, why: reasonFor(error) }))
    .then((answer) => process.send?.(answer, () => process.disconnect()));
});

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<ShrinkAnswer>}
 */
async function shrink(bytes) {
  const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'truncated', sequentialRead: true });
  const { data: pixels, info } = await image
    .autoOrient()
    .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  let jpeg = pixels;
  for (const quality of QUALITIES) {
    jpeg = await sharp(pixels, { raw: { width, height, channels } })
      .jpeg({ quality, mozjpeg: true })
      .toBuffer();
    if (jpeg.byteLength <= BYTES) break;
  }
  return { ok: true, picture: { bytes: Uint8Array.from(jpeg), width, height } };
}

/**
 * sharp's errors have no codes.
 * @param {unknown} error
 */
const reasonFor = (error) =>
  error instanceof Error && error.message.includes('pixel limit') ? 'too-large' : 'not-a-picture';
