import { expect, it } from 'vitest';
import { Scene } from '../scene.ts';
import { liveThrough } from './village-days.ts';

const scene = new Scene('PostgreSQL');

// Thirty days, with more seeds: test/storm/thirty-days.storm.ts.
it('a week of forgotten ends, flaps and moved plans: every stream is heard once, and what is said is so', {
  timeout: 120_000,
}, async () => {
  await liveThrough(scene, 7, 7);
  expect(scene.phones.got.length).toBeGreaterThan(0);
});
