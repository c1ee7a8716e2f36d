// The few shapes that pictures are made of. Sizes in pixels; text is escaped here and nowhere else.

export const colours = {
  ground: '#fbf7ee',
  card: '#ffffff',
  ink: '#1f2a22',
  muted: '#5f6b63',
  line: '#e3dccb',
  green: '#2c7a4b',
  pale: '#cfe3d2',
  amber: '#b8651b',
} as const;

export interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly align?: 'start' | 'middle' | 'end';
  /** Cut off with … beyond it. */
  readonly width?: number;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeXml = (text: string): string =>
  // Signs that XML cannot hold, and emoji, for which no font comes along.
  text
    .replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD]|\p{Extended_Pictographic}|\uFE0F/gu, '')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

export function text(x: number, y: number, words: string, style: TextStyle): string {
  const { size, bold = false, colour = colours.ink, align = 'start', width } = style;
  const fitted = width === undefined ? words : cut(words, size, width);
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${bold ? 700 : 400}" fill="${colour}" text-anchor="${align}">${escapeXml(fitted)}</text>`;
}

export const box = (x: number, y: number, width: number, height: number, fill: string, round = 0): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}"/>`;

export const svg = (width: number, height: number, parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Noto Sans S Chinese">${parts.join('')}</svg>`;

/** About how wide words are: a Chinese sign is a square, a Latin one a little more than half of it. */
export const textWidth = (words: string, size: number): number =>
  [...words].reduce((sum, sign) => sum + (isWide(sign) ? 1 : /[A-Zmw@%]/.test(sign) ? 0.72 : 0.57), 0) * size;

const isWide = (sign: string): boolean => /[\u2e80-\u9fff\uff00-\uff60\u3000-\u303f]/.test(sign);

function cut(words: string, size: number, width: number): string {
  if (textWidth(words, size) <= width) return words;
  const signs = [...words];
  while (signs.length > 1 && textWidth(`${signs.join('')}…`, size) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}

/** Words on at most `lines` lines; Chinese breaks anywhere, other words between them. */
export function wrapText(words: string, size: number, width: number, lines: number): string[] {
  const pieces = words.match(/[\u2e80-\u9fff\uff00-\uff60]|[^\s\u2e80-\u9fff\uff00-\uff60]+\s*|\s+/g) ?? [];
  const rows: string[] = [''];
  for (const piece of pieces) {
    const row = rows.at(-1) ?? '';
    if (row !== '' && textWidth(row + piece.trimEnd(), size) > width) rows.push(piece);
    else rows[rows.length - 1] = row + piece;
  }
  if (rows.length <= lines) return rows.map((row) => row.trim());
  const last = cut(rows.slice(lines - 1).join(''), size, width);
  return [...rows.slice(0, lines - 1), last].map((row) => row.trim());
}
