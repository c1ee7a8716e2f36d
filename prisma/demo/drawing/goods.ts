import * as part from './parts.ts';

const { at } = part;

/** A heap that looks thrown together and is the same each time: rows, each narrower than the one below. */
function heap(what: string, rows: readonly number[], { scale = 1, dx = 110, dy = 84, y = 520 } = {}): string {
  return rows
    .map((count, row) =>
      Array.from({ length: count }, (_, i) => {
        const x = 500 + (i - (count - 1) / 2) * dx + ((i * 37 + row * 53) % 17) - 8;
        return at(x, y - row * dy + ((i * 29 + row * 31) % 13), what, scale, ((i * 47 + row * 71) % 60) - 30);
      }).join(''),
    )
    .join('');
}

const ground = at(500, 575, part.shadow(360, 46));

/** Small grains strewn over the top of a bowl or sack. */
function strewn(grain: string, x: number, y: number, width: number, height: number, count: number): string {
  return Array.from({ length: count }, (_, i) => {
    const angle = i * 2.39996;
    const far = Math.sqrt(i / count);
    return at(
      x + Math.cos(angle) * far * width,
      y + Math.sin(angle) * far * height,
      grain,
      1,
      (i * 31) % 180,
    );
  }).join('');
}

const inBowl = (color: string, grain: string, rim?: string): string =>
  at(500, 440, part.bowl(color, '#efe9dc', rim), 1.15) + strewn(grain, 500, 372, 170, 44, 150);

/** What lies on the table in each picture, by the picture's name. */
export const goods: Readonly<Record<string, string>> = {
  walnuts: ground + heap(part.walnut, [6, 5, 3, 1], { scale: 1.05 }),
  kernels: inBowl(
    '#d9b074',
    part.kernel.replaceAll('stroke-width="5"', 'stroke-width="6"'),
    '#8a5a2b',
  ).replaceAll('scale(1)">', 'scale(.55)">'),
  buckwheat:
    at(500, 420, part.sack('#d8c19a', '#d9d3cd'), 1.05) +
    strewn(part.grain('#c4bcb4'), 500, 330, 170, 26, 90),
  millet: inBowl('#f0c64a', part.grain('#dba92a')),
  soybeans: inBowl('#ecd9a0', part.bean('#e3c97f'), '#7b6a3a'),
  mungbeans: inBowl('#7d9a4a', part.bean('#6b8a3a'), '#4c6b3a'),
  potatoes: ground + heap(part.potato, [5, 4, 2], { scale: 1.1, dx: 130, dy: 90 }),
  honey:
    at(390, 400, part.jar('#c47a1c', '#8a5a2b', '蜜'), 1.05) +
    at(650, 430, part.jar('#d08a2a', '#8a5a2b', '枣花'), 0.85),
  'honey-light': at(500, 395, part.jar('#ecc45a', '#c9a24a', '荆条'), 1.1),
  sunflower: at(500, 420, part.sack('#e0cfa5', '#4a484a'), 1.05) + strewn(part.seed, 500, 335, 150, 22, 46),
  eggs: at(500, 470, part.box([-180, -90, 0, 90, 180].map((x) => at(x, -62, part.egg, 0.95)).join('')), 1.15),
  persimmons: ground + heap(part.persimmon, [5, 4, 3, 2], { scale: 1.15, dx: 128, dy: 62 }),
  noodles: at(500, 430, part.noodles, 1.15),
  pickles: at(500, 395, part.jar('#c9b26a', '#6b4a2a', '萝卜'), 1.1),
  vinegar: at(400, 395, part.bottle('#3a1d16', '陈'), 1) + at(620, 420, part.bottle('#4a251b', '醋'), 0.85),
  'vinegar-white': at(
    500,
    395,
    part.bottle('#c9a56a', '米醋').replace('font-size="76"', 'font-size="62"'),
    1.02,
  ),
  dates: ground + heap(part.date, [8, 7, 5, 3], { scale: 1.1, dx: 84, dy: 70 }),
  apples: ground + heap(part.apple, [5, 4, 2], { scale: 1.15, dx: 134, dy: 104 }),
  pears: ground + heap(part.pear, [5, 3], { scale: 1.1, dx: 136, dy: 120, y: 500 }),
  hawthorn: ground + heap(part.slice, [8, 7, 6, 4], { scale: 1.1, dx: 78, dy: 58 }),
};
