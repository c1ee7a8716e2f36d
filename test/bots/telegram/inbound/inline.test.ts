import { afterEach, expect, it, vi } from 'vitest';
import { withinDeadline } from '../../../../src/bots/telegram/inbound/inline.ts';

afterEach(() => void vi.useRealTimers());

it('gives up on answers that do not come within 5 seconds', async () => {
  vi.useFakeTimers();
  const answers = withinDeadline(new Promise(() => {}));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await answers).toEqual([]);
});
