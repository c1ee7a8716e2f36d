// Pieces that pictures are put together from. Each is drawn around its own middle.

export const at = (x: number, y: number, part: string, scale = 1, turn = 0): string =>
  `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${scale})">${part}</g>`;

const ellipse = (rx: number, ry: number, fill: string, x = 0, y = 0): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;

const line = (path: string, stroke: string, width: number): string =>
  `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

export const shadow = (rx: number, ry = rx / 5): string => ellipse(rx, ry, 'rgba(70,35,10,.22)');

export const walnut =
  ellipse(52, 58, '#c98f4f') +
  '<path d="M0-58a52 58 0 0 1 0 116z" fill="#b67b3c"/>' +
  line(
    'M0-56c-7 20 7 36 0 58s7 34 0 54M-18-36c-18 6-24 24-16 40 10-4 20 0 22 12-12 0-20 10-16 22M18-36c18 6 24 24 16 40-10-4-20 0-22 12 12 0 20 10 16 22',
    '#7f5223',
    5,
  );

export const kernel =
  '<path d="M-40 8c-14-30 10-52 30-44 8-14 40-12 44 8 20 6 20 34 2 42-10 20-36 18-42 6-14 10-30 4-34-12z" fill="#e7c48c"/>' +
  line('M-20-6c14-12 26 2 18 14M10-20c16 0 18 18 6 24M-8 22c10-8 22 0 20 8', '#b98b4e', 5);

export const date =
  ellipse(30, 46, '#9c2f25') +
  line('M-10-30c-8 20-6 40 2 58M12-30c6 20 4 40-4 56', '#761d17', 4) +
  ellipse(6, 10, 'rgba(255,255,255,.25)', -10, -14);

export const egg =
  '<path d="M0-56c28 0 44 40 44 66a44 42 0 0 1-88 0c0-26 16-66 44-66z" fill="#e9b98a"/>' +
  ellipse(10, 18, 'rgba(255,255,255,.35)', -14, -14);

export const potato =
  '<path d="M-60 4c-4-34 34-50 66-42s66 20 56 48-40 40-74 36-46-20-48-42z" fill="#cfa163"/>' +
  [
    [-24, -8],
    [14, 14],
    [34, -14],
  ]
    .map(([x, y]) => ellipse(5, 3, '#9d763f', x, y))
    .join('');

export const apple =
  '<path d="M0-36c18-16 58-8 58 32 0 36-28 60-44 56-8-2-20-2-28 0-16 4-44-20-44-56 0-40 40-48 58-32z" fill="#cf3b33"/>' +
  '<path d="M-30-18c-10 8-14 24-10 38" fill="none" stroke="rgba(255,255,255,.45)" stroke-width="8" stroke-linecap="round"/>' +
  line('M0-38c0-12 4-20 12-26', '#6b4423', 6) +
  '<path d="M6-48c10-18 30-18 38-12-8 14-26 18-38 12z" fill="#5f9a3f"/>';

export const pear =
  '<path d="M0-72c14 0 20 16 22 32 6 24 34 32 34 66 0 32-26 44-56 44s-56-12-56-44c0-34 28-42 34-66 2-16 8-32 22-32z" fill="#d9c24a"/>' +
  line('M0-72c0-10 4-18 10-24', '#6b4423', 6) +
  ellipse(9, 22, 'rgba(255,255,255,.35)', -22, 16);

export const persimmon =
  ellipse(54, 30, '#c8742c') +
  ellipse(46, 22, '#e9cfae') +
  ellipse(44, 20, '#d58b45', 2, 2) +
  line('M-10-2l20 4M10-6L-8 8', '#7d4a1e', 4);

export const seed =
  '<path d="M0-34c14 12 16 44 0 66-16-22-14-54 0-66z" fill="#3b3a3c"/>' +
  line('M-4-20c-4 14-4 28 0 40M5-20c4 14 4 28 0 40', '#e9e4da', 3);

export const slice =
  ellipse(34, 34, '#a8322c') +
  ellipse(26, 26, '#c9564a') +
  [0, 72, 144, 216, 288]
    .map((turn) => `<g transform="rotate(${turn})">${ellipse(4, 8, '#7a1f1b', 0, -10)}</g>`)
    .join('');

export const bean = (fill: string): string =>
  ellipse(17, 14, fill) + ellipse(4, 2, 'rgba(255,255,255,.55)', -5, -5);

export const grain = (fill: string): string => ellipse(6, 5, fill);

/** A bowl with a heap of something in it. */
export const bowl = (heap: string, glaze = '#e8e2d4', rim = '#3f6b8f'): string =>
  `${at(0, 150, shadow(200, 36))}<path d="M-190-10c60-150 320-150 380 0z" fill="${heap}"/>` +
  `<path d="M-215-10h430c-8 100-100 165-215 165S-207 90-215-10z" fill="${glaze}"/>` +
  `<path d="M-215-10h430c-1 12-3 22-6 32h-418c-3-10-5-20-6-32z" fill="${rim}" opacity=".75"/>`;

export const jar = (fill: string, lid: string, label: string): string =>
  `${at(0, 190, shadow(130, 26))}<rect x="-110" y="-150" width="220" height="340" rx="44" fill="${fill}"/>` +
  `<rect x="-110" y="-150" width="60" height="340" rx="30" fill="rgba(255,255,255,.25)"/>` +
  `<rect x="-92" y="-205" width="184" height="66" rx="16" fill="${lid}"/>` +
  `<rect x="-78" y="-40" width="156" height="130" rx="12" fill="#fbf6e9"/>${text(label, 0, 48, 68, '#5c3a17')}`;

export const bottle = (fill: string, label: string): string =>
  `${at(0, 220, shadow(100, 22))}<path d="M-34-260h68v110c50 24 60 60 60 110v240a26 26 0 0 1-26 26h-136a26 26 0 0 1-26-26v-240c0-50 10-86 60-110z" fill="${fill}"/>` +
  `<rect x="-40" y="-292" width="80" height="50" rx="10" fill="#b23a2e"/><rect x="-80" y="-10" width="160" height="140" rx="10" fill="#f4e6c8"/>${text(label, 0, 86, 76, '#5c3a17')}`;

export const sack = (fill: string, heap: string): string =>
  `${at(0, 190, shadow(210, 36))}<path d="M-170-90c-50 100-60 200-20 270 60 24 320 24 380 0 40-70 30-170-20-270z" fill="${fill}"/>` +
  `<path d="M-180-90c30-90 330-90 360 0-40 40-320 40-360 0z" fill="${heap}"/>` +
  line('M-184-90c40 44 328 44 368 0', '#a98a57', 14);

export const box = (inside: string): string =>
  `${at(0, 150, shadow(260, 34))}<path d="M-260-40h520l-40 190h-440z" fill="#c59a63"/><path d="M-260-40h520l-10 46h-500z" fill="#a97f4b"/>${inside}`;

export const noodles = `${Array.from({ length: 26 }, (_, i) =>
  line(
    `M${-210 + i * 17}-120c${i % 2 ? 8 : -8} 90 ${i % 2 ? -6 : 6} 150 0 260`,
    i % 3 ? '#f2e3bd' : '#e6d2a0',
    11,
  ),
).join('')}<rect x="-236" y="-20" width="470" height="64" rx="12" fill="#b23a2e"/>`;

export function text(
  words: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  anchor = 'middle',
): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-family="Noto Sans Hans" text-anchor="${anchor}" fill="${fill}">${words}</text>`;
}
