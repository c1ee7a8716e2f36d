import type { Clock } from '../../src/db/work.ts';

/** A clock that stands still until it is moved. */
export interface TestClock extends Clock {
  advance(ms: number): void;
}

/** Starts on a Monday at 10:00 in Shanxi. */
export function testClock(start = new Date('2026-11-23T02:00:00Z')): TestClock {
  let at = start.getTime();
  const waiting = new Set<{ readonly due: number; readonly act: () => void }>();
  return {
    now: () => new Date(at),
    after(ms, act) {
      const one = { due: at + ms, act };
      waiting.add(one);
      return () => waiting.delete(one);
    },
    advance(ms) {
      at += ms;
      for (const one of [...waiting].filter(({ due }) => due <= at).sort((a, b) => a.due - b.due)) {
        if (waiting.delete(one)) one.act();
      }
    },
  };
}
