import sharp from 'sharp';
import { expect, it } from 'vitest';
import { composeCollage } from '../../src/pictures/collage.ts';

const picture = (background: string) =>
  sharp({ create: { width: 400, height: 300, channels: 3, background } })
    .png()
    .toBuffer();

/** The colour at a place, each part of it rounded to dark or bright. */
async function colourAt(sheet: Uint8Array, left: number, top: number): Promise<string> {
  const part = await sharp(sheet).extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return [...part.subarray(0, 3)].map((value) => (value > 127 ? '1' : '0')).join('');
}

const RED = '100';
const GREEN = '010';
const BLUE = '001';
const WHITE = '111';

it('shows pictures whole, two in a row in reading order, and the last of an odd number in the middle', async () => {
  const sheet = await composeCollage(await Promise.all(['#f00', '#0f0', '#00f'].map(picture)));
  expect(await sharp(sheet).metadata()).toMatchObject({ format: 'jpeg', width: 968, height: 728 });
  const seen = [
    await colourAt(sheet, 20, 20),
    await colourAt(sheet, 940, 20),
    await colourAt(sheet, 484, 700),
    await colourAt(sheet, 20, 700),
  ];
  expect(seen).toEqual([RED, GREEN, BLUE, WHITE]);
});

it('shows at most six, and one as it is', async () => {
  const many = await composeCollage(await Promise.all(Array.from({ length: 9 }, () => picture('#f00'))));
  expect(await sharp(many).metadata()).toMatchObject({ width: 968, height: 1_096 });
  const one = await composeCollage([await picture('#f00')]);
  expect(await sharp(one).metadata()).toMatchObject({ width: 480, height: 360 });
});
