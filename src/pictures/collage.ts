/** More than these nobody can tell apart on a phone. */
const MOST = 6;
/** The shape in which phones take pictures: nothing is cut off. */
const TILE = { width: 480, height: 360 };
const GAP = 8;
const QUALITY = 72;

/** Pictures two in a row on white, in reading order, as one JPEG; the last of an odd number stands in the middle. */
export async function composeCollage(pictures: readonly Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  const { default: sharp } = await import('sharp');
  const shown = pictures.slice(0, MOST);
  const width = shown.length === 1 ? TILE.width : 2 * TILE.width + GAP;
  const height = Math.ceil(shown.length / 2) * (TILE.height + GAP) - GAP;
  const tiles = await Promise.all(
    shown.map(async (bytes, i) => ({
      input: await sharp(bytes).resize(TILE).toBuffer(),
      left: isLastAlone(i, shown.length) ? (width - TILE.width) / 2 : (i % 2) * (TILE.width + GAP),
      top: Math.floor(i / 2) * (TILE.height + GAP),
    })),
  );
  const sheet = sharp({ create: { width, height, channels: 3, background: '#fff' } });
  return Uint8Array.from(await sheet.composite(tiles).jpeg({ quality: QUALITY }).toBuffer());
}

const isLastAlone = (at: number, count: number): boolean => at === count - 1 && count % 2 === 1;
