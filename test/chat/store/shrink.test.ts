import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openPhoto, shrinkPhoto } from '../../../src/chat/store/shrink.ts';
import { bytesOf, heicFile, hugePng, slowPng, svgBomb } from '../../support/hostile-files.ts';

const drawing = (width = 400, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: '#a52' } });
const sizeOf = async (bytes: Uint8Array) => {
  const shrunk = await shrinkPhoto(bytes);
  return shrunk.ok ? [shrunk.picture.width, shrunk.picture.height] : shrunk.why;
};

describe('a photo that people send', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('is taken as %s, and kept as a small JPEG', async (format) => {
    const shrunk = await shrinkPhoto(await drawing(2_400, 1_200)[format]().toBuffer());
    expect(shrunk).toMatchObject({ ok: true, picture: { width: 1_600, height: 800 } });
    const kept = shrunk.ok ? await sharp(shrunk.picture.bytes).metadata() : undefined;
    expect(kept).toMatchObject({ format: 'jpeg', width: 1_600, height: 800 });
  });

  it('stands upright, and says neither where nor with what it was taken', async () => {
    const held = drawing()
      .jpeg()
      .withExif({ IFD0: { Model: 'Secret' } })
      .withMetadata({ orientation: 6 });
    const shrunk = await shrinkPhoto(await held.toBuffer());
    expect(shrunk).toMatchObject({ ok: true, picture: { width: 300, height: 400 } });
    if (shrunk.ok) expect(Buffer.from(shrunk.picture.bytes).includes('Secret')).toBe(false);
  });

  it('has a white ground where it was transparent, and colours where it was grey', async () => {
    const clear = sharp({ create: { width: 8, height: 8, channels: 4, background: '#0000' } });
    const shrunk = await shrinkPhoto(await clear.png().toBuffer());
    const { channels } = await sharp(shrunk.ok ? shrunk.picture.bytes : undefined).stats();
    expect(channels.map(({ min }) => min)).toEqual([255, 255, 255]);
    expect(await sizeOf(await drawing().greyscale().jpeg().toBuffer())).toEqual([400, 300]);
    expect(await sizeOf(await drawing().toColourspace('cmyk').jpeg().toBuffer())).toEqual([400, 300]);
  });
});

describe('the same photo again', () => {
  it('comes out as it was, and is not opened another time', async () => {
    const photo = await drawing(120, 90).jpeg().toBuffer();
    const first = await shrinkPhoto(photo);
    const again = await shrinkPhoto(Buffer.from(photo));
    expect(again).toMatchObject({ ok: true, picture: { width: 120, height: 90 } });
    expect(again).toBe(first);
  });
});

describe('a file that is no photo of ours', () => {
  it.each([
    ['an SVG whose filters never end', async () => svgBomb()],
    ['a GIF', () => drawing().gif().toBuffer()],
    ['a TIFF', () => drawing().tiff().toBuffer()],
    ['an AVIF', () => drawing().avif().toBuffer()],
    ['no picture at all', async () => bytesOf('la la la')],
    ['nothing', async () => new Uint8Array()],
    ['half a JPEG', async () => (await drawing(1_200, 900).jpeg().toBuffer()).subarray(0, 4_000)],
    ['an SVG that begins as a JPEG', async () => Buffer.concat([bytesOf('\xff\xd8\xff\xe0'), svgBomb()])],
    ['an SVG that begins as a PNG', async () => Buffer.concat([bytesOf('\x89PNG\r\n\x1a\n'), svgBomb()])],
    ['an SVG that begins as a WebP', async () => Buffer.concat([bytesOf('RIFF0000WEBP'), svgBomb()])],
    [
      'a GIF that calls itself a JPEG',
      async () => Buffer.concat([bytesOf('\xff\xd8\xff'), await drawing().gif().toBuffer()]),
    ],
  ])('is refused: %s', async (_what, file) => {
    expect(await sizeOf(await file())).toBe('not-a-picture');
  });

  it('is told apart where the sender can do something about it', async () => {
    expect(await sizeOf(heicFile())).toBe('photo-heic');
    expect(await sizeOf(hugePng(60_000, 60_000))).toBe('too-large');
  });

  it('is kept without what hangs on behind it', async () => {
    const page = Buffer.concat([await drawing().jpeg().toBuffer(), bytesOf('<script>alert(1)</script>')]);
    const shrunk = await shrinkPhoto(page);
    expect(shrunk.ok && Buffer.from(shrunk.picture.bytes).includes('script')).toBe(false);
  });

  it('is let go when it takes too long or too much memory, and the next one is opened', async () => {
    const slow = await slowPng();
    const refused = { ok: false, why: 'not-a-picture' };
    expect(await openPhoto(slow, { ms: 300, memoryBytes: 2e9 })).toEqual(refused);
    expect(await openPhoto(slow, { ms: 60_000, memoryBytes: 5e7 })).toEqual(refused);
    expect(await sizeOf(await drawing().png().toBuffer())).toEqual([400, 300]);
  });
});
