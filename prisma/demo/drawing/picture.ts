import { demoProducts } from '../village.ts';
import { goods } from './goods.ts';
import { text } from './parts.ts';

export const WIDTH = 1_000;
export const HEIGHT = 750;

const boards = Array.from(
  { length: 5 },
  (_, i) => `<path d="M0 ${482 + i * 58}h1000" stroke="#8d5f33" stroke-width="4" opacity=".5"/>`,
).join('');

const room = `
  <defs>
    <linearGradient id="wall" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fdf1d8"/><stop offset="1" stop-color="#f0d3a4"/></linearGradient>
    <linearGradient id="table" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#c08a52"/><stop offset="1" stop-color="#99683a"/></linearGradient>
    <radialGradient id="sun" cx=".2" cy=".1" r=".8"><stop offset="0" stop-color="#fff8e6"/><stop offset="1" stop-color="#fff8e6" stop-opacity="0"/></radialGradient>
  </defs>
  <rect width="1000" height="750" fill="url(#wall)"/><rect width="1000" height="750" fill="url(#sun)"/>
  <rect y="425" width="1000" height="325" fill="url(#table)"/>${boards}`;

/** The picture of a product on the yard's table, with its name below. */
export function pictureOf(name: string): string {
  const product = demoProducts.find(({ picture }) => picture === name);
  const caption = `<rect y="655" width="1000" height="95" fill="rgba(60,32,12,.62)"/>${text(product?.title ?? '', 40, 720, 52, '#fff6e3', 'start')}${text(product?.titleEn ?? '', 960, 718, 34, '#f3dfbd', 'end')}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">${room}${goods[name] ?? ''}${caption}</svg>`;
}
