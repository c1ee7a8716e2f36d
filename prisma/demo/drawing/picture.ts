import type { DemoHousehold, DemoProduct } from '../household.ts';
import { goods } from './goods.ts';
import { light, yard } from './scene.ts';
import { text } from './shapes.ts';

export const WIDTH = 1_000;
export const HEIGHT = 750;

/** What it is and who made it, in both languages. */
function caption({ title, titleEn }: DemoProduct, { name, nameEn }: DemoHousehold): string {
  return (
    `<rect y="644" width="1000" height="106" fill="#4a2a12" opacity=".86"/>` +
    text(title, 40, 712, 50, '#fff6e3', 'start') +
    text(titleEn, 60 + title.length * 50, 710, 32, '#f3dfbd', 'start') +
    text(name, 960, 692, 30, '#fff6e3', 'end') +
    text(nameEn, 960, 728, 24, '#e3c9a0', 'end')
  );
}

/** The picture of a product on the yard's table. */
export function pictureOf(product: DemoProduct, household: DemoHousehold): string {
  const inside = light + yard + (goods[product.picture] ?? '') + caption(product, household);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">${inside}</svg>`;
}
