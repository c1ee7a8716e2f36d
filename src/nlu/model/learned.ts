import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Models } from '../candidates/candidates.ts';
import type { Weights } from '../choose/chooser.ts';
import { loadModel } from './model.ts';

/** All that was learned for one side. */
export interface Learned extends Models {
  readonly weights: Weights;
  /** Where the rules say otherwise, numbers are stated if their share is at least this; else they are asked. */
  readonly sure: number;
}

const chooserFile = z.strictObject({ weights: z.record(z.string(), z.number()), sure: z.number() });

/** Loads what `npm run train` wrote. Throws where a file is missing or broken: that is a fault of the release. */
export function loadLearned(
  side: 'buyer' | 'seller',
  folder = new URL('../models/', import.meta.url),
): Learned {
  const chooser = chooserFile.parse(
    JSON.parse(readFileSync(new URL(`${side}-chooser.json`, folder), 'utf8')),
  );
  return {
    tagger: loadModel(new URL(`${side}-tagger.bin`, folder)),
    classes: loadModel(new URL(`${side}-classes.bin`, folder)),
    ...chooser,
  };
}
