/** One line of the table: what was measured, beside a limit or a peer of the same run. */
export interface Row {
  readonly what: string;
  readonly goal: string;
  /** The limit or peer, with its name. */
  readonly beside: string;
  readonly walnut: string;
  readonly ratio: string;
}

/** A subject that can be measured alone: `npm run bench -- turn`. */
export interface Line {
  readonly name: string;
  measure(rounds: number): Promise<readonly Row[]>;
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Runs `act` so often, one after another. */
export async function repeat<T>(times: number, act: (round: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let round = 0; round < times; round += 1) results.push(await act(round));
  return results;
}

/** So many digits as are worth saying. */
export const short = (n: number): string => (n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2));

export const perSecond = (n: number): string => `${short(n)}/s`;
export const millis = (n: number): string => (n >= 1_000 ? `${short(n / 1_000)} s` : `${short(n)} ms`);
