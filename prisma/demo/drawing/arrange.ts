import { at } from './shapes.ts';

/** Looks thrown and is the same each time: a figure between -1 and 1 for the nth thing. */
export const chance = (n: number): number => 2 * ((Math.sin(n * 12.9898 + 4.1) * 43758.5453) % 1);

interface Heap {
  /** Things in each row, the farthest first. */
  readonly rows: readonly number[];
  readonly dx: number;
  readonly dy: number;
  readonly scale?: number;
  /** Degrees to either side. */
  readonly turn?: number;
}

/** Things in rows around the middle, the nearer before the farther, each row set off from the last. */
export function heap(what: string, { rows, dx, dy, scale = 1, turn = 30 }: Heap): string {
  const row = (count: number, far: number): string =>
    Array.from({ length: count }, (_, i) => {
      const n = far * 13 + i;
      const x = (i - (count - 1) / 2) * dx + chance(n) * dx * 0.12;
      const y = (far - rows.length + 1) * dy + chance(n + 50) * dy * 0.16;
      return at(x, y, what, scale, chance(n + 90) * turn);
    }).join('');
  return rows.map(row).join('');
}

interface Area {
  readonly count: number;
  readonly width: number;
  readonly height: number;
  readonly scale?: number;
}

/** Things strewn evenly over an oval around the middle, in turn one of `kinds`. */
export function strewn(kinds: readonly string[], { count, width, height, scale = 1 }: Area): string {
  const spots = Array.from({ length: count }, (_, n) => {
    const far = Math.sqrt((n + 0.5) / count);
    const angle = n * 2.39996; // the golden angle: no two spots of a sunflower lie on one line
    return { x: Math.cos(angle) * far * width, y: Math.sin(angle) * far * height, n };
  });
  return spots
    .sort((a, b) => a.y - b.y)
    .map(({ x, y, n }) => at(x, y, kinds[n % kinds.length] ?? '', scale, (n * 47) % 180))
    .join('');
}
