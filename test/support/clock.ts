import type { Clock } from '../../src/db/work.ts';

/** A clock that stands still until it is moved. */
export interface TestClock extends Clock {
  advance(ms: number): void;
}

/** Starts on a Monday at 10:00 in Shanxi. */
export function testClock(start = new Date('2026-11-23T02:00:00Z')): TestClock {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    advance(ms) {
      at += ms;
    },
  };
}
