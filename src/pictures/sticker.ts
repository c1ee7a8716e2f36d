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
/** More would run into what stands below. */
const MOST_ROWS = 7;
const LEFT = CODE + 52;
const ROOM = SIZE.width - LEFT - 36;

/** Draws a sticker as an SVG, in black and white: label printers know no other colours. */
export function stickerSvg({ household, place, goods, again, number, link }: Sticker): string {
  const above: Row[] = [
    ...rows(household, { size: 60, step: 74, bold: true, most: 2 }),
    ...rows(place, { size: 36, step: 48, most: 2 }),
  ];
  for (const one of goods.slice(0, SHOWN)) {
    const named = rows(one, { size: 42, step: 56, most: 2 });
    if (above.length + named.length <= MOST_ROWS) above.push(...named);
  }
  const below: Row[] = [
    ...again.flatMap((one) => rows(one, { size: 56, step: 68, bold: true, most: 2 })),
    ...rows(number, { size: 36, step: 56, most: 1 }),
  ];
  return svg(SIZE.width, SIZE.height, [
    box(0, 0, SIZE.width, SIZE.height, '#fff'),
    qrSvg(link, 20, (SIZE.height - CODE) / 2, CODE),
    ...stack(above, 56),
    ...stack(below, SIZE.height - 56 - heightOf(below)),
  ]);
}

interface Row {
  readonly words: string;
  readonly size: number;
  readonly bold: boolean;
  /** From the line above it. */
  readonly step: number;
}

const rows = (
  words: string,
  { size, step, bold = false, most }: { size: number; step: number; bold?: boolean; most: number },
): Row[] => wrapText(words, size, ROOM, most).map((row) => ({ words: row, size, bold, step }));

const heightOf = (all: readonly Row[]): number => all.reduce((sum, { step }) => sum + step, 0);

/** Lines below each other, from `top`. */
function stack(all: readonly Row[], top: number): string[] {
  let y = top;
  return all.map(({ words, size, bold, step }) => {
    y += step;
    return text(LEFT, y, words, { size, bold, colour: '#000', width: ROOM });
  });
}
