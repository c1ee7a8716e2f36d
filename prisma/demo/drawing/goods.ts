import { chance, heap, strewn } from './arrange.ts';
import * as food from './foods.ts';
import { at, line, shadow, solid } from './shapes.ts';
import { basket, bottle, bowl, crate, crock, jar, sack, tray } from './vessels.ts';

const MIDDLE = 500;
/** Where a thing touches the table. */
const onTable = (x: number, y: number, what: string, scale = 1, turn = 0): string =>
  at(x, y + 34 * scale, shadow(64 * scale)) + at(x, y, what, scale, turn);

/** A bowl's heap of small things. */
const grains = (kinds: readonly string[], count: number, scale = 1): string =>
  at(0, -48, strewn(kinds, { count, width: 166, height: 84, scale }));

const straw = Array.from({ length: 46 }, (_, i) => {
  const x = (i - 23) * 12;
  return line(
    `M${x} ${20 + chance(i) * 24}q${chance(i + 9) * 40}-36 ${chance(i + 5) * 70}-${46 + chance(i + 2) * 14}`,
    i % 2 ? '#e3c273' : '#c9a24c',
    6,
  );
}).join('');

const eggs = heap(food.egg('#e8b98c'), { rows: [3, 4, 3], dx: 118, dy: 52, scale: 1.12, turn: 24 });

const rod = solid('M130 96h740v18h-740z', '#8a5a2b');

/** Strands hung over the rod, as long as the yard's rack is high. */
const strands = Array.from({ length: 46 }, (_, i) =>
  line(
    `M${196 + i * 13.5} 100q${chance(i) * 6} 140 ${chance(i + 3) * 8} ${310 + (i % 3) * 8}`,
    ['#f7ebcb', '#ecdcae', '#f1e3bd'][i % 3] ?? '',
    8,
  ),
).join('');

const bundle = (() => {
  const threads = [-44, -33, -22, -11, 0, 11, 22, 33, 44];
  const body = threads.map((y, i) => line(`M-210 ${y}H210`, i % 2 ? '#ecdcae' : '#f7ebcb', 12)).join('');
  return (
    at(0, 56, shadow(230, 26)) +
    body +
    solid('M-52-54h104v108h-104z', '#b23a2e') +
    line('M-52 0h104', '#f0cf8a', 4)
  );
})();

const dipper =
  line('M-10-190L30 40', '#b98646', 13) +
  at(38, 78, [-36, -18, 0, 18, 36].map((y) => solid(`M-30 ${y - 8}h60v14h-60z`, '#c99758')).join(''), 1, -10);

const sticks = [-70, -28, 14, 56]
  .map((x, i) => solid(`M${x - 16}-100h34v250h-34z`, i % 2 ? '#ece2c0' : '#f6efd6'))
  .join('');

/** What lies on the table in each picture, by the picture's name. */
export const goods: Readonly<Record<string, string>> = {
  walnuts:
    at(
      470,
      350,
      basket(at(0, 26, heap(food.walnut, { rows: [2, 3, 4, 5], dx: 112, dy: 56, scale: 1.08, turn: 50 }))),
    ) +
    onTable(800, 560, food.cracked, 1.05, -12) +
    onTable(905, 520, food.walnut, 0.95, 24),
  kernels:
    at(480, 400, bowl('#d9b074', grains([food.kernel], 34, 0.72), '#8a5a2b'), 1.2) +
    onTable(830, 570, food.walnut, 0.95, 20),
  buckwheat:
    at(430, 260, sack('#ddd6cf', '', '荞麦')) +
    at(790, 560, strewn([food.buckwheat], { count: 26, width: 120, height: 34, scale: 1.05 })),
  millet:
    at(800, 470, food.ear, 1.3, 8) +
    at(860, 500, food.ear, 1, 14) +
    at(440, 400, bowl('#eebf45', grains([food.grain('#f7d566'), food.grain('#dca52c')], 230)), 1.2),
  soybeans:
    at(440, 400, bowl('#dcc384', grains([food.bean('#ecd699'), food.bean('#e4c983')], 96), '#7b6a3a'), 1.2) +
    onTable(820, 540, food.pod, 0.95, -18) +
    onTable(790, 600, food.bean('#ecd699'), 1.1),
  mungbeans:
    at(470, 400, bowl('#557a30', grains([food.mungBean], 110), '#4c6b3a'), 1.2) +
    at(830, 575, strewn([food.mungBean], { count: 13, width: 84, height: 24 })),
  potatoes:
    at(
      450,
      350,
      basket(at(0, 28, heap(food.potato, { rows: [2, 3, 4], dx: 138, dy: 66, scale: 1.1, turn: 24 }))),
    ) + onTable(820, 560, food.potato, 1.15, -10),
  honey:
    at(400, 390, jar('#b96a17', '#8a5a2b', '蜜'), 1.12) +
    at(690, 480, dipper, 1.05, -20) +
    onTable(760, 590, food.date, 0.9, 12) +
    onTable(860, 560, food.date, 0.85, -18),
  'honey-light':
    at(410, 390, jar('#edc65c', '#c9a24a', '荆条'), 1.12) +
    at(720, 556, food.comb, 1.05, -4) +
    at(860, 470, food.vitex, 1.1, 16),
  sunflower:
    at(
      410,
      260,
      sack(
        '#4a484a',
        at(0, -30, strewn([food.sunflowerSeed], { count: 64, width: 168, height: 50, scale: 0.82 })),
        '瓜子',
      ),
    ) + at(780, 470, food.sunflower, 0.95),
  eggs: at(MIDDLE, 350, basket(straw + at(0, 8, eggs))),
  persimmons: at(
    MIDDLE,
    470,
    tray(at(0, 52, heap(food.persimmon, { rows: [3, 4, 5, 4], dx: 132, dy: 48, turn: 10 }))),
  ),
  noodles: rod + strands + at(MIDDLE, 560, bundle, 1.1),
  pickles: at(360, 390, jar('#e3d8ac', '#6b4a2a', '', sticks), 1.15) + at(700, 580, food.radish, 0.95, -6),
  vinegar: at(390, 400, crock('醋'), 1.05) + at(760, 410, bottle('#3a1d16', '陈'), 0.92),
  'vinegar-white':
    at(400, 380, bottle('#d3ae70', '米醋'), 1.06) +
    at(720, 500, bowl('#f4efdf', grains([food.grain('#fffdf4'), food.grain('#e9e0c6')], 230)), 0.72),
  dates: at(
    MIDDLE,
    470,
    tray(at(0, 56, heap(food.date, { rows: [4, 6, 7, 7, 6], dx: 90, dy: 38, scale: 1.06, turn: 40 }))),
  ),
  apples: at(
    MIDDLE,
    410,
    crate(at(0, 4, heap(food.apple, { rows: [3, 4, 5], dx: 120, dy: 74, scale: 1.06, turn: 14 }))),
  ),
  pears:
    at(450, 410, crate(at(0, -18, heap(food.pear, { rows: [4, 5], dx: 118, dy: 66, turn: 12 })))) +
    onTable(880, 560, food.pear, 0.9, 74),
  hawthorn: at(
    MIDDLE,
    470,
    tray(at(0, 52, heap(food.slice, { rows: [5, 7, 8, 7, 6], dx: 80, dy: 36, turn: 60 }))),
  ),
};
