// What every drawing is made of: strings of SVG, each drawn around its own middle and put in place by `at`.

export const at = (x: number, y: number, part: string, scale = 1, turn = 0): string =>
  `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${turn.toFixed(1)}) scale(${scale})">${part}</g>`;

/** A body in the light: its colour, and over it the room's light from the upper left (`sheen` in the scene). */
export const solid = (path: string, fill: string): string =>
  `<path d="${path}" fill="${fill}"/><path d="${path}" fill="url(#sheen)"/>`;

export const flat = (path: string, fill: string): string => `<path d="${path}" fill="${fill}"/>`;

export const oval = (rx: number, ry = rx, x = 0, y = 0): string =>
  `M${x - rx} ${y}a${rx} ${ry} 0 1 1 ${2 * rx} 0a${rx} ${ry} 0 1 1 ${-2 * rx} 0z`;

export const line = (path: string, stroke: string, width: number): string =>
  `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

export const shadow = (rx: number, ry = rx / 6): string => flat(oval(rx, ry), 'rgba(60,28,8,.28)');

type Anchor = 'start' | 'middle' | 'end';

/** The font draws the curly apostrophe as wide as a Chinese sign; the straight one fits. */
export const text = (
  words: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  anchor: Anchor = 'middle',
): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-family="Noto Sans Hans" text-anchor="${anchor}" fill="${fill}">${words.replaceAll('’', "'")}</text>`;
