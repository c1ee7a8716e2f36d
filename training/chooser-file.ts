import type { Ranking } from '../src/nlu/choose/chooser.ts';

/** Weights that are smaller say nothing. */
export const SMALLEST = 0.02;
/** Of words that one writer alone used little is learned, and most of a reader's size would be theirs. */
export const SMALLEST_OF_READERS = { tagger: 0.2, classes: 0.16 } as const;
/** Numbers are stated where the share of what states them is at least this, else they are asked. */
export const SURE = { buyer: 0.65, seller: 0.6 } as const;

/** As src/nlu/model/learned.ts reads it; a fact that says nothing is left out. */
export function chooserBytes({ places, rows, bias, out }: Ranking, sure: number): Buffer {
  const width = bias.length + 1;
  const rounded = (values: Float64Array): number[] => Array.from(values, (value) => Number(value.toFixed(2)));
  const facts = [...places].map(
    ([name, at]) => [name, rounded(rows.subarray(at * width, (at + 1) * width))] as const,
  );
  const said = facts.filter(([, row]) => row.some((value) => Math.abs(value) > SMALLEST));
  const file = { sure, bias: rounded(bias), out: rounded(out), facts: Object.fromEntries(said) };
  return Buffer.from(`${JSON.stringify(file)}\n`);
}
