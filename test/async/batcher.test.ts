import { expect, it } from 'vitest';
import { createBatcher } from '../../src/async/batcher.ts';

const ascending = (a: number, b: number): number => a - b;

it('stores a burst in one go and in order', async () => {
  const batches: number[][] = [];
  const batcher = createBatcher(async (batch) => void batches.push([...batch]), ascending);
  await Promise.all([5, 3, 4, 1, 2].map((seq) => batcher.add(seq)));
  expect(batches).toEqual([[1, 2, 3, 4, 5]]);
});

it('stores what comes meanwhile only when the earlier is stored', async () => {
  const log: string[] = [];
  const begun = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const batcher = createBatcher(async (batch) => {
    log.push(`begin ${batch}`);
    begun.resolve();
    await release.promise;
    log.push(`end ${batch}`);
  }, ascending);
  const first = batcher.add(1);
  await begun.promise;
  const others = [3, 2].map((one) => batcher.add(one));
  release.resolve();
  await Promise.all([first, ...others, batcher.idle()]);
  expect(log).toEqual(['begin 1', 'end 1', 'begin 2,3', 'end 2,3']);
});

it('tells everyone in a batch that could not be stored, and goes on with the next', async () => {
  let isDown = true;
  const batcher = createBatcher(async () => {
    if (isDown) throw new Error('the database is away');
  }, ascending);
  const ends = await Promise.allSettled([batcher.add(1), batcher.add(2)]);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isDown = false;
  await expect(batcher.add(1)).resolves.toBeUndefined();
});
