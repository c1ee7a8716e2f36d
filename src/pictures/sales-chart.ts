import type { Fen } from '../shop/values/money.ts';
import { WIDTH } from './draw.ts';
import { box, colours, svg, text } from './svg.ts';

/** One bar of the chart. */
export interface Bar {
  /** Below it; empty where there is no room for each. */
  readonly label: string;
  /** In fen: its height. */
  readonly fen: Fen;
  /** Above it. */
  readonly shown: string;
}

/** A seller's takings, in words that are ready to be read. */
export interface SalesPicture {
  readonly title: string;
  readonly subtitle: string;
  readonly earnedLabel: string;
  readonly earned: string;
  readonly facts: readonly string[];
  readonly bars: readonly Bar[];
  readonly productsTitle: string;
  readonly products: readonly {
    readonly name: string;
    readonly much: string;
    readonly shown: string;
    readonly fen: Fen;
  }[];
  /** Said instead of bars where nothing was sold. */
  readonly empty: string;
}

const EDGE = 64;
const INNER = WIDTH - 2 * EDGE;
const CHART = { top: 560, height: 380 };
const ROW = 104;
/** So many bars leave room for a figure above each. */
const ROOMY = 8;

/** Draws takings as an SVG, as high as it has products: bars by time, then what was sold most. */
export function salesChart(picture: SalesPicture): string {
  const { title, subtitle, earnedLabel, earned, facts, products } = picture;
  const productsTop = CHART.top + CHART.height + 150;
  const height = products.length === 0 ? productsTop - 40 : productsTop + 66 + products.length * ROW + 40;
  return svg(WIDTH, height, [
    box(0, 0, WIDTH, height, colours.ground),
    text(EDGE, 112, title, { size: 56, bold: true, width: INNER }),
    text(EDGE, 172, subtitle, { size: 38, colour: colours.muted, width: INNER }),
    text(EDGE, 262, earnedLabel, { size: 38, colour: colours.muted }),
    text(EDGE - 4, 384, earned, { size: 124, bold: true, colour: colours.green, width: INNER }),
    text(EDGE, 458, facts.join('　'), { size: 38, width: INNER }),
    ...chartElement(picture),
    ...productElements(picture, productsTop),
  ]);
}

function chartElement({ bars, empty }: SalesPicture): string[] {
  const { top, height } = CHART;
  const floor = top + height;
  const most = Math.max(...bars.map(({ fen }) => fen));
  const ground = box(EDGE, floor, INNER, 3, colours.line);
  if (!(most > 0))
    return [
      ground,
      text(WIDTH / 2, top + height / 2, empty, { size: 44, colour: colours.muted, align: 'middle' }),
    ];
  const step = INNER / bars.length;
  const width = Math.min(step * 0.72, 120);
  return [ground, ...bars.flatMap((bar, i) => barElement(bar, EDGE + step * (i + 0.5), width))];

  function barElement({ label, fen, shown }: Bar, middle: number, wide: number): string[] {
    const tall = Math.max(0, Math.round((fen / most) * (height - 60)));
    const isBest = fen === most;
    const x = middle - wide / 2;
    const say = fen > 0 && (bars.length <= ROOMY || isBest);
    const at = { size: 32, align: 'middle' } as const;
    return [
      ...(tall > 0 ? [box(x, floor - tall, wide, tall, isBest ? colours.green : '#86b894', 8)] : []),
      ...(say ? [text(inside(middle), floor - tall - 16, shown, { ...at, bold: isBest })] : []),
      ...(label === '' ? [] : [text(middle, floor + 50, label, { ...at, colour: colours.muted })]),
    ];
  }
}

/** A figure above the first or the last bar stays in the picture. */
const inside = (middle: number): number => Math.min(Math.max(middle, EDGE + 70), WIDTH - EDGE - 70);

function productElements({ productsTitle, products }: SalesPicture, top: number): string[] {
  if (products.length === 0) return [];
  const most = Math.max(1, ...products.map(({ fen }) => fen));
  const rows = products.flatMap(({ name, much, shown, fen }, i) => {
    const y = top + 78 + i * ROW;
    const long = Math.max(10, Math.round((fen / most) * INNER));
    return [
      text(EDGE, y, name, { size: 40, width: 480 }),
      text(WIDTH - EDGE - 230, y, much, { size: 36, colour: colours.muted, align: 'end', width: 240 }),
      text(WIDTH - EDGE, y, shown, { size: 40, bold: true, align: 'end', width: 220 }),
      box(EDGE, y + 18, INNER, 14, colours.line, 7),
      box(EDGE, y + 18, long, 14, colours.amber, 7),
    ];
  });
  return [text(EDGE, top, productsTitle, { size: 42, bold: true }), ...rows];
}
