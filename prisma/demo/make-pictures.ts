// Draws the demo's photos anew: node prisma/demo/make-pictures.ts
import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { drawSvg } from './drawing/draw-svg.ts';
import { pictureOf } from './drawing/picture.ts';
import { demoHouseholds } from './village.ts';

for (const household of demoHouseholds) {
  for (const product of household.products) {
    const jpeg = await sharp(drawSvg(pictureOf(product, household)))
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer();
    await writeFile(new URL(`pictures/${product.picture}.jpg`, import.meta.url), jpeg);
  }
}
