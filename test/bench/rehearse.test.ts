import { expect, it } from 'vitest';
import { planRehearsal } from '../../bench/rehearse/plan.ts';

const options = { viewers: 300, minutes: 5, seed: 7 };

it('the same seed is the same evening, and another seed is another', () => {
  expect(planRehearsal(options)).toEqual(planRehearsal(options));
  expect(planRehearsal(options)).not.toEqual(planRehearsal({ ...options, seed: 8 }));
});

it('an evening has buyers, slow phones, double taps, people who blocked the bot, flaps and two killed workers', () => {
  const { viewers, flapsAtMs, killsAtMs, durationMs } = planRehearsal(options);
  const blocked = viewers.filter((one) => one.isBlocked).length;
  expect(blocked).toBeGreaterThan(0);
  expect(blocked).toBeLessThan(30);
  expect(viewers.filter((one) => one.ordersAfterMs !== undefined).length).toBeGreaterThan(40);
  expect(viewers.some((one) => one.isDoubleTapper)).toBe(true);
  expect(killsAtMs).toHaveLength(2);
  for (const ms of [...flapsAtMs, ...killsAtMs]) expect(ms).toBeLessThan(durationMs);
});
