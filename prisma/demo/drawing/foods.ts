import { at, flat, line, oval, solid } from './shapes.ts';

const around = (count: number, what: (turn: number) => string): string =>
  Array.from({ length: count }, (_, i) => what((i * 360) / count)).join('');

export const walnut =
  solid('M0-60c36 0 56 26 56 60s-24 58-56 58-56-24-56-58 20-60 56-60z', '#cf9656') +
  line('M0-58c-6 18 6 34 0 56s6 36 0 58', '#8a5a28', 5) +
  line(
    'M-16-44c-14 2-24 16-20 30M-42 2c10-6 22-2 24 8M-30 36c2-10 10-14 18-12M-20-12c4 2 6 6 5 12',
    '#a06c35',
    4,
  ) +
  line(
    'M16-44c14 2 24 16 20 30M42 2c-10-6-22-2-24 8M30 36c-2-10-10-14-18-12M20-12c-4 2-6 6-5 12',
    '#94622e',
    4,
  );

const lobes = 'M-4-38c-20-12-46 4-40 26-14 16-4 40 16 42 8 12 24 12 28-2z';

export const kernel =
  solid(lobes, '#e9c78f') +
  `<g transform="scale(-1 1)">${solid(lobes, '#dcb478')}</g>` +
  line(
    'M-28-12c10-8 18 0 14 10M-24 14c8-4 14 0 14 8M28-12c-10-8-18 0-14 10M24 14c-8-4-14 0-14 8',
    '#b08347',
    4,
  );

/** Half a shell, open towards us. */
export const cracked =
  solid(oval(62, 56), '#b9803f') + flat(oval(50, 44), '#e2bd86') + at(0, -1, kernel, 0.92);

export const date =
  solid('M-46 0c0-20 20-31 46-31s46 11 46 31-20 31-46 31-46-11-46-31z', '#a5322a') +
  line('M-34-6c16-8 30 4 46-4M-30 10c18 8 30-4 52 2M-6-20c12-2 20 4 32 2', '#7d1f1b', 4) +
  flat(oval(5, 4, 42, 0), '#5d2a17');

export const egg = (shell: string): string =>
  solid('M0-60c26 0 45 40 45 68a45 45 0 0 1-90 0c0-28 19-68 45-68z', shell) +
  flat(oval(9, 16, -16, -14), 'rgba(255,255,255,.45)');

export const potato =
  solid('M-66 4c-4-36 34-54 70-44s68 22 58 50-42 42-78 36-48-20-50-42z', '#d3a868') +
  [
    [-28, -8],
    [8, 16],
    [36, -12],
    [-8, -24],
  ]
    .map(([x = 0, y = 0]) => line(`M${x - 5} ${y}q5 5 10 0`, '#9d763f', 4))
    .join('');

const leaf =
  flat('M0 0c8-20 30-26 46-18-6 20-28 28-46 18z', '#6d9a45') + line('M2-1q20-4 36-14', '#507a30', 2.5);

export const apple =
  solid(
    'M0-42c20-16 64-10 64 36 0 38-30 64-48 60-8-2-24-2-32 0-18 4-48-22-48-60 0-46 44-52 64-36z',
    '#d6433a',
  ) +
  flat('M-20-40c12 10 28 10 40 0-8-6-14-4-20 0-6-4-12-6-20 0z', '#a92c28') +
  flat(oval(9, 17, -34, -10), 'rgba(255,255,255,.38)') +
  line('M0-38c0-12 3-20 10-28', '#6b4423', 6) +
  at(6, -50, leaf, 0.8);

export const pear =
  solid(
    'M0-78c15 0 22 17 25 34 6 26 37 36 37 72 0 34-28 46-62 46s-62-12-62-46c0-36 31-46 37-72 3-17 10-34 25-34z',
    '#dfc95a',
  ) +
  [
    [-20, 40],
    [12, 22],
    [26, 50],
    [-4, 58],
    [4, -14],
    [-34, 22],
  ]
    .map(([x, y]) => flat(oval(2.6, 2.6, x, y), '#b3963a'))
    .join('') +
  line('M0-76c-1-12 4-22 12-30', '#6b4423', 6);

export const persimmon =
  solid(oval(62, 40), '#cf7a2e') +
  flat('M-52-8c6-22 84-30 104-2-4 18-24 10-40 18s-58 12-64-16z', 'rgba(255,248,236,.72)') +
  at(
    0,
    -8,
    around(
      4,
      (turn) =>
        `<g transform="rotate(${turn + 20})">${flat('M0 0c6-10 16-14 20-6 2 8-10 12-20 6z', '#8a6a3a')}</g>`,
    ),
  );

export const slice =
  solid(oval(40, 37), '#b5342d') +
  flat(oval(31, 28), '#efc79b') +
  around(5, (turn) => `<g transform="rotate(${turn})">${flat(oval(4.5, 8, 0, -13), '#8a4a2a')}</g>`);

export const sunflowerSeed =
  solid('M0-36c16 14 18 46 0 68-18-22-16-54 0-68z', '#3d3b3e') +
  line('M-6-18c-4 14-3 28 3 40M6-18c4 14 3 28-3 40', '#e9e4da', 3.2);

const petals = (turn: number): string =>
  `<g transform="rotate(${turn})">${solid('M0-58c22-22 22-58 0-92-22 34-22 70 0 92z', '#f0b72f')}</g>`;

export const sunflower =
  around(16, petals) +
  solid(oval(72), '#5b3a20') +
  around(
    18,
    (turn) =>
      `<g transform="rotate(${turn})">${flat(oval(5, 5, 0, -56), '#7d5530')}${flat(oval(4, 4, 6, -34), '#7d5530')}</g>`,
  );

export const bean = (skin: string): string =>
  solid(oval(19, 16), skin) + flat(oval(5, 3, -6, -6), 'rgba(255,255,255,.55)');

export const mungBean =
  solid('M-20 0c0-10 10-14 20-14s20 4 20 14-10 14-20 14-20-4-20-14z', '#6f9440') +
  line('M-7-7h12', '#f3f1df', 4);

export const grain = (fill: string): string => flat(oval(7, 6), fill);

/** Buckwheat has three corners. */
export const buckwheat =
  solid('M0-17c8 8 16 20 17 29-10 6-24 6-34 0 1-9 9-21 17-29z', '#5a4132') + line('M0-15v26', '#7b5d49', 2.5);

/** An ear of foxtail millet bowing under its weight; the stalk stands at the middle. */
export const ear = (() => {
  const spots = Array.from({ length: 15 }, (_, i) => {
    const far = i / 14;
    return {
      x: 18 + far * 104,
      y: -208 + far * far * 128,
      size: 22 * Math.sin(Math.PI * (0.16 + far * 0.76)) + 6,
    };
  });
  const stalk =
    line('M-20 60C-20-60-20-200 20-208', '#93a04a', 8) + line('M-18-20c-40-10-66-40-74-84', '#93a04a', 9);
  const body = spots.map(({ x, y, size }) => solid(oval(size, size * 0.9, x, y), '#e0b03c')).join('');
  return stalk + body;
})();

export const pod =
  solid('M-90 6c10-26 44-30 90-28s80 2 92 20c-20 26-60 30-96 28s-70 0-86-20z', '#b5a65a') +
  [-46, 0, 46].map((x) => solid(oval(21, 19, x, 2), '#c6b86d')).join('');

/** A white radish lying with its leaves to the right. */
export const radish =
  flat(
    'M150-18c30-50 90-60 120-40-10 20-30 20-40 24 30-6 60 4 66 26-20 12-50 8-70 6 20 8 32 24 24 38-36 6-80-14-100-34z',
    '#6f9f48',
  ) +
  solid('M-190 10C-140-30-20-52 110-46c46 2 66 18 66 42s-24 42-68 42c-120 0-230-4-298-28z', '#f3efe2') +
  line('M-70-16h26M-20 14h30M40-20h24M90 12h20', '#d9d1bd', 4);

const bloom = (turn: number): string => flat(oval(9, 6, Math.cos(turn) * 14, Math.sin(turn) * 10), '#a58acb');

/** A sprig of vitex: small violet flowers up a stem. */
export const vitex =
  line('M0 90C4 20 0-60-10-130', '#6f7f45', 6) +
  [-120, -88, -56, -24]
    .map((y, i) => at(-8 + i * 3, y, [0, 2.1, 4.2].map(bloom).join(''), 0.8 + i * 0.22))
    .join('') +
  at(0, 40, leaf, 1.4) +
  at(0, 60, leaf, 1.4, 220);

const cell =
  solid('M0-30l26 15v30l-26 15-26-15v-30z', '#e8a92f') + flat('M0-18l16 9v18l-16 9-16-9v-18z', '#c9811b');

export const comb = [
  [-54, -47],
  [0, -47],
  [54, -47],
  [-81, 0],
  [-27, 0],
  [27, 0],
  [81, 0],
  [-54, 47],
  [0, 47],
]
  .map(([x = 0, y = 0]) => at(x, y, cell))
  .join('');
