import { WIDTH } from './draw.ts';
import { qrSvg } from './qr-svg.ts';
import { box, colours, svg, text, wrapText } from './svg.ts';

/** A product for a WeChat group or a wall, in words that are ready to be read. */
export interface Poster {
  readonly title: string;
  readonly price: string;
  readonly packs: string;
  readonly household: string;
  readonly place: string;
  readonly scan: string;
  readonly link: string;
  /** A JPEG; without one the household's name stands in its place. */
  readonly photo: Uint8Array | undefined;
}

const HEIGHT = 1_500;
/** As high as most phones' photos are at this width. */
const PHOTO = 810;
const EDGE = 64;
const CODE = 340;

/** Draws a poster as an SVG: the photo, what it is and costs, who sells it, and a code that opens it. */
export function posterSvg(poster: Poster): string {
  const { title, price, packs, household, place, scan, link } = poster;
  const names = wrapText(title, 84, WIDTH - 2 * EDGE, 2);
  const below = PHOTO + 124 + (names.length - 1) * 100;
  const codeTop = HEIGHT - EDGE - CODE - 50;
  const codeLeft = WIDTH - EDGE - CODE;
  const room = codeLeft - EDGE - 40;
  const sellers = wrapText(household, 50, room, 2);
  return svg(WIDTH, HEIGHT, [
    box(0, 0, WIDTH, HEIGHT, colours.ground),
    photoElement(poster),
    ...names.map((row, i) => text(EDGE, PHOTO + 124 + i * 100, row, { size: 84, bold: true })),
    text(EDGE, below + 106, price, { size: 76, bold: true, colour: colours.amber, width: room + 300 }),
    ...(packs === ''
      ? []
      : [text(EDGE, below + 176, packs, { size: 40, colour: colours.muted, width: room })]),
    ...sellers.map((row, i) =>
      text(EDGE, HEIGHT - EDGE - 66 - (sellers.length - 1 - i) * 60, row, { size: 50, bold: true }),
    ),
    text(EDGE, HEIGHT - EDGE, place, { size: 40, colour: colours.muted, width: room }),
    qrSvg(link, codeLeft, codeTop, CODE),
    text(codeLeft + CODE / 2, HEIGHT - EDGE, scan, { size: 38, align: 'middle', width: CODE }),
  ]);
}

function photoElement({ photo, household }: Poster): string {
  if (!photo) {
    const rows = wrapText(household, 96, 900, 3);
    const style = { size: 96, bold: true, colour: colours.green, align: 'middle' } as const;
    const top = PHOTO / 2 + 34 - (rows.length - 1) * 60;
    return [
      box(0, 0, WIDTH, PHOTO, colours.pale),
      ...rows.map((row, i) => text(WIDTH / 2, top + i * 120, row, style)),
    ].join('');
  }
  const data = Buffer.from(photo).toString('base64');
  return `<image width="${WIDTH}" height="${PHOTO}" preserveAspectRatio="xMidYMid slice" href="data:image/jpeg;base64,${data}"/>`;
}
