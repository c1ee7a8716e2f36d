/** Runs a limited number of tasks at a time and lets a limited number wait, first come, first served. */
export interface ConcurrencyLimit {
  /** Runs `work` in its turn. Undefined, without running it, when too many wait already. */
  run<T>(work: () => Promise<T>): Promise<T | undefined>;
}

export function createConcurrencyLimit(atOnce: number, mostWaiting: number): ConcurrencyLimit {
  const waiting: (() => void)[] = [];
  let running = 0;

  return {
    async run(work) {
      if (running < atOnce) running += 1;
      else if (waiting.length >= mostWaiting) return undefined;
      // A task that ends passes its place to the next waiting one, so that later tasks cannot overtake it.
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
