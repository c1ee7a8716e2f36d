import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { takeSteps } from '../../src/async/steps.ts';

it('lets others go first after each step', async () => {
  const seen: string[] = [];
  function* work() {
    for (const step of [1, 2, 3]) {
      seen.push(`step ${step}`);
      yield;
    }
  }
  const taken = takeSteps(work());
  for (const message of [1, 2]) {
    await setImmediate();
    seen.push(`message ${message}`);
  }
  await taken;

  expect(seen.indexOf('message 1')).toBeLessThan(seen.indexOf('step 3'));
});

it('ends where it is told to stop', async () => {
  const stopped = new AbortController();
  let done = 0;
  function* endless() {
    for (;;) {
      done += 1;
      if (done === 5) stopped.abort();
      yield;
    }
  }
  await takeSteps(endless(), stopped.signal);

  expect(done).toBe(5);
});
