/** Lets a few pieces of work run at a time, and a few more wait for their turn, in the order they came. */
export interface ConcurrencyLimit {
  /** Runs `work` in its turn; nothing, and it is not run, when too many wait already. */
  run<T>(work: () => Promise<T>): Promise<T | undefined>;
}

export function createConcurrencyLimit(atOnce: number, mostWaiting: number): ConcurrencyLimit {
  const waiting: (() => void)[] = [];
  let running = 0;

  return {
    async run(work) {
      if (running < atOnce) running += 1;
      else if (waiting.length >= mostWaiting) return undefined;
      // Whoever ends hands its place on, so that nobody who comes later slips in between.
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
