/** Runs tasks in the background, at most a fixed number at a time. */
export interface BoundedTasks {
  /** Starts `work` as soon as fewer than `most` tasks run. It must not throw. */
  add(work: () => Promise<void>): Promise<void>;
  isEmpty(): boolean;
  /** Resolves when no task runs. */
  drain(): Promise<void>;
}

export function createBoundedTasks(most: number): BoundedTasks {
  const running = new Set<Promise<void>>();
  return {
    async add(work) {
      while (running.size >= most) await Promise.race(running);
      const one: Promise<void> = work().finally(() => running.delete(one));
      running.add(one);
    },
    isEmpty: () => running.size === 0,
    async drain() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
