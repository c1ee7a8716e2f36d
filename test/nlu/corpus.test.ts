import { expect, it } from 'vitest';
import { type CorpusPart, corpusParts, type Side, scorePart } from '../corpus/scoring.ts';

/** The last scores in percent: exact, wrong as fact, needless questions. `npm run corpus` prints what they are now. */
const last: Readonly<Record<Side, Readonly<Record<CorpusPart, readonly [number, number, number]>>>> = {
  buyer: {
    first: [99.4, 0.1, 0.3],
    train: [98.8, 0.4, 0.6],
    dev: [93.9, 0, 2],
    test: [73.2, 2.6, 7.2],
    second: [94.2, 1.4, 0.7],
    third: [90, 1.3, 2.7],
  },
  seller: {
    first: [99, 0.3, 0.2],
    train: [98.5, 0.2, 0.6],
    dev: [94.6, 1.1, 2.2],
    test: [77.9, 7.6, 4.8],
    second: [90.2, 4.3, 1.1],
    third: [93.3, 3.3, 0.7],
  },
};
/** Half a point, and what rounding takes. */
const LESS = 0.55;
const ROUNDING = 0.05;

const parts = (['buyer', 'seller'] as const).flatMap((side) => corpusParts.map((part) => ({ side, part })));

it.each(parts)('messages of a $side, $part, are read as well as before', ({ side, part }) => {
  const [exact, wrong, needless] = last[side][part];
  const now = scorePart(side, part);
  expect(now.exact * 100).toBeGreaterThanOrEqual(exact - LESS);
  expect(now.wrong * 100).toBeLessThanOrEqual(wrong + ROUNDING);
  expect(now.needless * 100).toBeLessThanOrEqual(needless + LESS);
});
