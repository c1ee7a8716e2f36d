import sharp from 'sharp';

/** More than these nobody can tell apart on a phone. */
const MOST = 6;
const TILE = 360;
const GAP = 8;
const QUALITY = 78;

/** How many stand in a row: two and two, three and three. */
const columnsFor = (count: number): number => (count <= 1 ? 1 : count === 2 || count === 4 ? 2 : 3);

/** Pictures side by side on white, in reading order, as one JPEG. */
export async function composeCollage(pictures: readonly Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  const shown = pictures.slice(0, MOST);
  const columns = columnsFor(shown.length);
  const rows = Math.ceil(shown.length / columns);
  const place = (at: number): number => at * (TILE + GAP);
  const tiles = await Promise.all(
    shown.map(async (bytes, i) => ({
      input: await sharp(bytes).resize(TILE, TILE, { fit: 'cover' }).toBuffer(),
      left: place(i % columns),
      top: place(Math.floor(i / columns)),
    })),
  );
  const size = { width: place(columns) - GAP, height: place(rows) - GAP };
  const sheet = sharp({ create: { ...size, channels: 3, background: '#fff' } });
  return Uint8Array.from(await sheet.composite(tiles).jpeg({ quality: QUALITY }).toBuffer());
}
