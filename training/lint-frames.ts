import { goodsForFrames } from './data.ts';
import { contradictions } from './lint.ts';
import { materialOf } from './material.ts';

/** `npm run lint:frames`: prints frames that contradict each other; ends with 1 where there are any. */
for (const side of ['buyer', 'seller'] as const)
  for (const { message, frames, readings } of contradictions(materialOf(side).frames, goodsForFrames([]))) {
    console.log(`${side}: ${message}\n  ${readings[0]}: ${frames[0]}\n  ${readings[1]}: ${frames[1]}`);
    process.exitCode = 1;
  }
