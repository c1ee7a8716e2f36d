import { createRequire } from 'node:module';
import { box } from './svg.ts';

const require = createRequire(import.meta.url);

/** Modules of white that a code needs around it. */
const QUIET = 4;

/** A link as a QR code `side` pixels wide with its white border; level M still reads when a seventh is torn or dirty. */
export function qrSvg(link: string, x: number, y: number, side: number): string {
  const library: typeof import('qrcode') = require('qrcode');
  const { modules } = library.create(link, { errorCorrectionLevel: 'M' });
  const count = modules.size;
  const step = side / (count + 2 * QUIET);
  const dark: string[] = [];
  for (let row = 0; row < count; row += 1)
    for (let column = 0; column < count; column += 1)
      if (modules.get(row, column)) dark.push(`M${column} ${row}h1v1h-1z`);
  const place = `translate(${x + QUIET * step} ${y + QUIET * step}) scale(${step})`;
  return `${box(x, y, side, side, '#fff')}<path transform="${place}" fill="#000" shape-rendering="crispEdges" d="${dark.join('')}"/>`;
}
