import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createRenditions, PHONE_BYTES, type RenditionSize } from '../../../src/chat/store/renditions.ts';
import { type MediaId, newId } from '../../../src/db/ids.ts';

/** Nothing is harder to make small: every point has a colour of its own, as nearly has millet in the sun. */
const noise = ({ width, height }: { width: number; height: number }): Promise<Buffer> =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 80 })
    .toBuffer();

async function copyOf(photo: Uint8Array, size: RenditionSize): Promise<Uint8Array> {
  const source = { isKept: true, read: async () => photo };
  const made = await createRenditions().make(newId<MediaId>(), size, source);
  if (!made) throw new Error('nothing was made');
  return made;
}

describe('copies of a photo', () => {
  it.each([
    { width: 1_600, height: 1_200 },
    { width: 1_200, height: 1_600 },
    { width: 700, height: 1_600 },
  ])('weigh at most 60 KB on a phone, whatever it shows ($width × $height)', async (shape) => {
    const copy = await copyOf(await noise(shape), 'phone');
    expect(copy.byteLength).toBeLessThanOrEqual(PHONE_BYTES);
    const { width, height } = await sharp(copy).metadata();
    expect(width / height).toBeCloseTo(shape.width / shape.height, 1);
    expect(width).toBeGreaterThan(200);
  });

  it('keep all of a photo that weighs little', async () => {
    const field = { create: { width: 860, height: 1_200, channels: 3, background: '#a73' } } as const;
    const copy = await copyOf(await sharp(field).jpeg().toBuffer(), 'phone');
    expect(await sharp(copy).metadata()).toMatchObject({ width: 860, height: 1_200 });
  });

  it('weigh next to nothing beside a name, and less to be blurred', async () => {
    const photo = await noise({ width: 1_600, height: 1_200 });
    expect((await copyOf(photo, 'small')).byteLength).toBeLessThanOrEqual(12_000);
    expect((await copyOf(photo, 'tiny')).byteLength).toBeLessThanOrEqual(1_000);
  });
});
