import { describe, expect, it } from 'vitest';
import { createLimit } from '../../../../src/bots/web/guards/limit.ts';
import { createSequence } from '../../../../src/bots/web/posting/sequence.ts';

describe('a limit', () => {
  it('lets a burst through, then so many a second, and says how long to wait', () => {
    let now = 0;
    const limit = createLimit({ burst: 3, perSecond: 2 }, () => now);
    expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([0, 0, 0, 500]);
    now = 500;
    expect(limit.take('a')).toBe(0);
    expect(limit.take('a')).toBe(500);
  });

  it('counts each caller apart, and never gives more than the burst back', () => {
    let now = 0;
    const limit = createLimit({ burst: 1, perSecond: 1 }, () => now);
    expect([limit.take('a'), limit.take('b'), limit.take('a')]).toEqual([0, 0, 1_000]);
    now = 60_000;
    expect([limit.take('a'), limit.take('a')]).toEqual([0, 1_000]);
  });
});

describe('the order of events', () => {
  it('never gives a number twice and never goes back, even when the clock does', () => {
    const times = [1_000, 1_000, 999, 1_001];
    const next = createSequence(() => new Date(times.shift() ?? 0));
    expect([next(), next(), next(), next()]).toEqual([1_000_000n, 1_000_001n, 1_000_002n, 1_001_000n]);
  });
});
