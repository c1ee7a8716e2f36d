import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Models } from '../candidates/candidates.ts';
import type { Ranking } from '../choose/chooser.ts';
import { loadModel } from './model.ts';

/** All that was learned for one side. */
export interface Learned extends Models {
  readonly ranking: Ranking;
  /** Numbers are stated if the share of what states them is at least this; else they are asked. */
  readonly sure: number;
}

const numbers = z.array(z.number());
const chooserFile = z.strictObject({
  sure: z.number(),
  bias: numbers,
  out: numbers,
  /** Of each fact its row. */
  facts: z.record(z.string(), numbers),
});

/** Loads what `npm run train` wrote. Throws where a file is missing or broken: that is a fault of the release. */
export function loadLearned(
  side: 'buyer' | 'seller',
  folder = new URL('../models/', import.meta.url),
): Learned {
  const text = readFileSync(new URL(`${side}-chooser.json`, folder), 'utf8');
  const { sure, bias, out, facts } = chooserFile.parse(JSON.parse(text));
  return {
    tagger: loadModel(new URL(`${side}-tagger.bin`, folder)),
    classes: loadModel(new URL(`${side}-classes.bin`, folder)),
    ranking: {
      places: new Map(Object.keys(facts).map((name, i) => [name, i])),
      rows: Float64Array.from(Object.values(facts).flat()),
      bias: Float64Array.from(bias),
      out: Float64Array.from(out),
    },
    sure,
  };
}
