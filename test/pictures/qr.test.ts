import sharp from 'sharp';
import { expect, it } from 'vitest';
import { qrPicture } from '../../src/pictures/qr.ts';

it('draws a link as a square PNG that a phone shows whole, with a white border', async () => {
  const picture = sharp(await qrPicture('https://t.me/walnut_bot?start=s_0123456789abcdefghijkl'));
  const { format, width, height } = await picture.metadata();
  expect({ format, width, height }).toEqual({ format: 'png', width: 720, height: 720 });
  const corner = await picture.extract({ left: 0, top: 0, width: 8, height: 8 }).grayscale().raw().toBuffer();
  expect([...corner].every((grey) => grey === 255)).toBe(true);
});
