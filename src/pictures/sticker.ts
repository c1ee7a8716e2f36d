import { qrSvg } from './qr-svg.ts';
import { box, svg, text, wrapText } from './svg.ts';

/** What is stuck on a box, in words that are ready to be read. */
export interface Sticker {
  readonly household: string;
  readonly place: string;
  /** The first goods in the box are named. */
  readonly goods: readonly string[];
  /** The invitation, on one line or two. */
  readonly again: readonly string[];
  readonly number: string;
  readonly link: string;
}

/** 60 by 40 mm, as label printers have them, at 18 dots a millimetre. */
const SIZE = { width: 1_080, height: 720 };
const CODE = 560;
const SHOWN = 3;
const LEFT = CODE + 52;
const ROOM = SIZE.width - LEFT - 36;

/** Draws a sticker as an SVG, in black and white: label printers know no other colours. */
export function stickerSvg({ household, place, goods, again, number, link }: Sticker): string {
  const names = wrapText(household, 60, ROOM, 2);
  const nameTop = 130;
  const under = nameTop + names.length * 74;
  return svg(SIZE.width, SIZE.height, [
    box(0, 0, SIZE.width, SIZE.height, '#fff'),
    qrSvg(link, 20, (SIZE.height - CODE) / 2, CODE),
    ...names.map((row, i) => text(LEFT, nameTop + i * 74, row, { size: 60, bold: true, colour: '#000' })),
    text(LEFT, under, place, { size: 36, colour: '#000', width: ROOM }),
    ...goods
      .slice(0, SHOWN)
      .map((row, i) => text(LEFT, under + 80 + i * 56, row, { size: 42, colour: '#000', width: ROOM })),
    ...again.map((row, i) =>
      text(LEFT, SIZE.height - 124 - (again.length - 1 - i) * 78, row, {
        size: 64,
        bold: true,
        colour: '#000',
        width: ROOM,
      }),
    ),
    text(LEFT, SIZE.height - 56, number, { size: 36, colour: '#000', width: ROOM }),
  ]);
}
