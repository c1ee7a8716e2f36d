import { expect, it } from 'vitest';
import { createConcurrencyLimit } from '../../src/async/concurrency-limit.ts';

it('a few run at a time, a few wait in the order they came, and nobody else does', async () => {
  const limit = createConcurrencyLimit(2, 2);
  const began: number[] = [];
  const gates = Array.from({ length: 5 }, () => Promise.withResolvers<number>());
  const all = gates.map(({ promise }, at) =>
    limit.run(() => {
      began.push(at);
      return promise;
    }),
  );
  expect(began).toEqual([0, 1]);
  expect(await all[4]).toBeUndefined();
  gates.forEach(({ resolve }, at) => void resolve(at));
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3, undefined]);
  expect(began).toEqual([0, 1, 2, 3]);
});

it('one that fails makes room', async () => {
  const limit = createConcurrencyLimit(1, 1);
  const failing = limit.run(() => Promise.reject(new Error('broken')));
  const next = limit.run(async () => 'done');
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('done');
});
