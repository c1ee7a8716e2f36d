import { expect, it } from 'vitest';
import { liveThrough } from '../jobs/alerts/village-days.ts';
import { Scene } from '../jobs/scene.ts';

const scene = new Scene('PostgreSQL');

it.each([7, 21, 42])('thirty days of a village, seed %i', { timeout: 400_000 }, async (seed) => {
  await liveThrough(scene, seed, 30);
  expect(scene.phones.got.length).toBeGreaterThan(100);
});
